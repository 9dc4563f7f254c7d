#include <algorithm>

#include <cxm/estimate.hpp>

#include <fmt/format.h>

#include "results/check/sentence_reader.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

constexpr std::string_view example = "; write 'churn <= 5%' or 'churn worsens by <= 1pp vs previous'";

}  // namespace

sentence sentence_reader::read() {
    read_metric();
    read_movement();
    read_relation();
    read_limit();
    while (next().is != kind::end) {
        read_clause();
    }
    if (says_.moves != movement::none && says_.versus == baseline::none) {
        refuse("say what the change is measured from: vs previous, vs year ago, vs target or vs FILE");
    }
    return std::move(says_);
}

void sentence_reader::read_metric() {
    if (next().is != kind::word) {
        refuse("a sentence begins with a metric" + std::string(example));
    }
    const std::string& word = next().value;
    const std::size_t dot = word.find('.');
    const std::string key = word.substr(0, dot);
    says_.of = known_.find_level_typed(key);
    if (says_.of == nullptr) {
        std::vector<std::string_view> keys;
        for (const metric* m : known_.metrics()) {
            keys.push_back(m->key);
        }
        refuse("unknown metric " + quote_of(key) + did_you_mean(key, keys) + "; see 'cxm list'");
    }
    if (dot != std::string::npos) {
        read_figure(word.substr(dot + 1), next().at + dot + 1);
    }
    words_.take();
}

void sentence_reader::read_figure(const std::string& name, std::size_t at) {
    if (name != "low" && name != "high" && name != "value") {
        throw syntax_error("unknown " + quote_of("." + name) + did_you_mean(name, {"low", "high", "value"}) +
                               "; .low and .high are the ends of the interval",
                           at);
    }
    says_.what = name == "low" ? figure::low : name == "high" ? figure::high : figure::value;
    if (says_.what != figure::value && !can_have_interval(says_)) {
        throw syntax_error(fmt::format("{} has no interval, so no .{}: {}", says_.of->key, name, needs_single_values),
                           at);
    }
}

void sentence_reader::read_movement() {
    if (next().is != kind::word) {
        return;
    }
    const auto* const at = std::find(std::begin(movement_words), std::end(movement_words), next().value);
    if (at == std::end(movement_words)) {
        refuse("found " + found() + did_you_mean(next().value, {"changes", "worsens", "improves"}) +
               ", expected a comparison" + std::string(example));
    }
    says_.moves = static_cast<movement>(at - std::begin(movement_words));
    words_.take();
    if (!take_word("by")) {
        refuse(fmt::format("found {}, expected 'by': {} by <= 1pp", found(),
                           movement_words[static_cast<int>(says_.moves)]));
    }
}

void sentence_reader::read_relation() {
    for (const relation r :
         {relation::less, relation::at_most, relation::more, relation::at_least, relation::equal, relation::unequal}) {
        if (next().is == kind::sign && next().value == spell(r)) {
            says_.is = r;
            words_.take();
            return;
        }
    }
    const std::string& sign = next().value;
    const std::string_view meant = sign == "="    ? "=="
                                   : sign == "=<" ? "<="
                                   : sign == "=>" ? ">="
                                   : sign == "<>" ? "!="
                                                  : "";
    refuse("found " + found() + (meant.empty() ? "" : meant_is(meant)) + ", expected one of < <= > >= == !=");
}

void sentence_reader::read_limit() {
    const std::size_t place = next().at;
    if (says_.moves == movement::none && take_word("target")) {
        return;
    }
    if (next().is != kind::word) {
        refuse("found " + found() + ", expected a number");
    }
    std::string number = words_.take().value;
    if (is_word("%") || is_word("pp")) {
        number += words_.take().value;
    }
    says_.limit = parse_amount(number);
    if (!says_.limit) {
        const std::string lacking = digit_lacking(number);
        throw syntax_error(
            quote_of(number) + " is no number" + (lacking.empty() ? "; write 5, 0.05, 5% or 1pp" : lacking), place);
    }
    const std::string wrong = says_.moves == movement::none ? objection_to_level(*says_.of, *says_.limit)
                                                            : objection_to_change(*says_.of, *says_.limit);
    if (!wrong.empty()) {
        throw syntax_error(wrong, place);
    }
}

sentence parse_sentence(std::string_view text, const catalogue& known) {
    constexpr std::size_t longest = 4000;
    if (text.size() > longest) {
        throw syntax_error("a sentence is at most 4000 bytes long", longest);
    }
    return sentence_reader(text, known).read();
}

}  // namespace cxm

#include <algorithm>
#include <cxm/period.hpp>

#include <fmt/format.h>

#include "results/check/sentence.hpp"
#include "results/check/sentence_words.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::string_view movements[] = {"", "changes", "worsens", "improves"};
constexpr std::string_view example = "; write 'churn <= 5%' or 'churn worsens by <= 1pp vs previous'";

/// Reads a sentence word by word.
class sentence_reader {
public:
    sentence_reader(std::string_view text, const catalogue& known) : words_(words_of(text)), known_(known) {}

    sentence read() {
        read_metric();
        read_movement();
        read_relation();
        read_limit();
        while (next().is != sentence_word::kind::end) {
            read_clause();
        }
        if (made_.moves != movement::none && made_.versus == baseline::none) {
            refuse("say what the change is measured from: vs previous, vs year ago, vs target or vs FILE");
        }
        return std::move(made_);
    }

private:
    using kind = sentence_word::kind;

    std::vector<sentence_word> words_;
    const catalogue& known_;
    std::size_t at_ = 0;
    sentence made_;

    const sentence_word& next() const { return words_[at_]; }
    const sentence_word& take() { return next().is == kind::end ? words_[at_] : words_[at_++]; }
    bool is_word(std::string_view word) const { return next().is == kind::word && next().value == word; }
    bool take_word(std::string_view word) { return is_word(word) && (++at_, true); }

    [[noreturn]] void refuse(const std::string& what) const { throw sentence_error(what, next().at); }

    std::string found() const { return next().is == kind::end ? "nothing more" : quoted(next().value); }

    void read_metric() {
        if (next().is != kind::word) {
            refuse("a sentence begins with a metric" + std::string(example));
        }
        const std::string& word = next().value;
        const std::size_t dot = word.find('.');
        const std::string key = word.substr(0, dot);
        made_.of = known_.find_metric_typed(key);
        if (made_.of == nullptr) {
            std::vector<std::string_view> keys;
            for (const metric* m : known_.metrics()) {
                keys.push_back(m->key);
            }
            refuse("unknown metric " + quoted(key) + did_you_mean(key, keys) + "; see 'cxm list'");
        }
        if (dot != std::string::npos) {
            read_figure(word.substr(dot + 1), next().at + dot + 1);
        }
        take();
    }

    void read_figure(const std::string& name, std::size_t at) {
        if (name != "low" && name != "high" && name != "value") {
            throw sentence_error("unknown " + quoted("." + name) + did_you_mean(name, {"low", "high", "value"}) +
                                     "; .low and .high are the ends of the interval",
                                 at);
        }
        made_.what = name == "low" ? figure::low : name == "high" ? figure::high : figure::value;
        if (made_.what != figure::value && !can_have_interval(made_)) {
            throw sentence_error(fmt::format("{} has no interval, so no .{}: sums alone do not say how much the single "
                                             "values differ",
                                             made_.of->key, name),
                                 at);
        }
    }

    void read_movement() {
        if (next().is != kind::word) {
            return;
        }
        const auto* const at = std::find(std::begin(movements), std::end(movements), next().value);
        if (at == std::end(movements)) {
            refuse("found " + found() + did_you_mean(next().value, {"changes", "worsens", "improves"}) +
                   ", expected a comparison" + std::string(example));
        }
        made_.moves = static_cast<movement>(at - std::begin(movements));
        take();
        if (!take_word("by")) {
            refuse(fmt::format("found {}, expected 'by': {} by <= 1pp", found(),
                               movements[static_cast<int>(made_.moves)]));
        }
    }

    void read_relation() {
        for (const relation r : {relation::less, relation::at_most, relation::more, relation::at_least, relation::equal,
                                 relation::unequal}) {
            if (next().is == kind::sign && next().value == spell(r)) {
                made_.is = r;
                take();
                return;
            }
        }
        const std::string& sign = next().value;
        const std::string_view meant = sign == "="    ? "=="
                                       : sign == "=<" ? "<="
                                       : sign == "=>" ? ">="
                                       : sign == "<>" ? "!="
                                                      : "";
        refuse("found " + found() + (meant.empty() ? "" : fmt::format(" (did you mean '{}'?)", meant)) +
               ", expected one of < <= > >= == !=");
    }

    void read_limit() {
        const std::size_t place = next().at;
        if (made_.moves == movement::none && take_word("target")) {
            return;
        }
        if (next().is != kind::word) {
            refuse("found " + found() + ", expected a number");
        }
        std::string number = take().value;
        if (is_word("%") || is_word("pp")) {
            number += take().value;
        }
        made_.limit = parse_amount(number);
        if (!made_.limit) {
            throw sentence_error(quoted(number) + " is no number; write 5, 0.05, 5% or 1pp", place);
        }
        const std::string wrong = made_.moves == movement::none ? objection_to_level(*made_.of, *made_.limit)
                                                                : objection_to_change(*made_.of, *made_.limit);
        if (!wrong.empty()) {
            throw sentence_error(wrong, place);
        }
    }

    void read_clause() {
        if (is_word("vs")) {
            once(made_.versus == baseline::none);
            read_baseline();
        } else if (is_word("where")) {
            once(made_.where.empty());
            do {
                read_condition();
            } while (is_word("and"));
        } else if (is_word("by")) {
            once(made_.by.empty());
            read_labels();
        } else if (is_word("in")) {
            once(made_.period.empty());
            read_period();
        } else {
            refuse("found " + found() + did_you_mean(next().value, {"where", "by", "vs", "in"}) +
                   ", expected where, by, vs or in; a value with spaces needs quotes");
        }
    }

    /// Takes the keyword of a clause that may stand once.
    void once(bool first) {
        if (!first) {
            refuse(found() + " is given twice; keep one");
        }
        take();
    }

    void read_baseline() {
        if (made_.moves == movement::none) {
            at_ -= 1;
            refuse(fmt::format("'vs' goes with a change: {} worsens by <= … vs …", made_.of->key));
        }
        if (take_word("previous")) {
            made_.versus = baseline::previous;
        } else if (take_word("target")) {
            made_.versus = baseline::target;
        } else if (take_word("year")) {
            made_.versus = baseline::year_ago;
            if (!take_word("ago")) {
                refuse("found " + found() + ", expected 'ago': vs year ago");
            }
        } else {
            made_.versus = baseline::file;
            made_.file = value("previous, year ago, target or a file");
        }
    }

    void read_condition() {
        if (!made_.where.empty()) {
            take();
        }
        label_condition c;
        c.label = value("a label");
        const bool is_equal = next().value == "=" || next().value == "==";
        if (next().is != kind::sign || !(is_equal || next().value == "!=")) {
            refuse("found " + found() + ", expected = or !=");
        }
        take();
        c.equal = is_equal;
        c.value = value("a value of the label");
        made_.where.push_back(std::move(c));
    }

    void read_labels() {
        for (;;) {
            if (std::find(made_.by.begin(), made_.by.end(), next().value) != made_.by.end()) {
                refuse("label " + found() + " is given twice; keep one");
            }
            made_.by.push_back(value("a label"));
            if (next().is != kind::sign || next().value != ",") {
                return;
            }
            take();
        }
    }

    void read_period() {
        const std::size_t place = next().at;
        made_.period = value("a period such as 2024-03");
        if (!parse_period(made_.period)) {
            throw sentence_error("there is no date " + quoted(made_.period), place);
        }
    }

    std::string value(std::string_view expected) {
        if ((next().is != kind::word && next().is != kind::text) || next().value.empty()) {
            refuse(fmt::format("found {}, expected {}", found(), expected));
        }
        return take().value;
    }
};

}  // namespace

sentence parse_sentence(std::string_view text, const catalogue& known) {
    constexpr std::size_t longest = 4000;
    if (text.size() > longest) {
        throw sentence_error("a sentence is at most 4000 bytes long", longest);
    }
    return sentence_reader(text, known).read();
}

}  // namespace cxm

#include <algorithm>
#include <cxm/period.hpp>

#include <fmt/format.h>

#include "results/check/sentence_reader.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

// What stands behind the number of a sentence, in any order.
namespace cxm {

void sentence_reader::read_clause() {
    if (is_word("vs")) {
        if (says_.moves == movement::none) {
            refuse(fmt::format("'vs' goes with a change: {} worsens by <= … vs …", says_.of->key));
        }
        once(says_.versus == baseline::none);
        read_baseline();
    } else if (is_word("where")) {
        once(says_.where.empty());
        says_.where = read_condition(words_);
    } else if (is_word("by")) {
        once(says_.by.empty());
        read_labels();
    } else if (is_word("in")) {
        once(says_.period.empty());
        read_period();
    } else {
        refuse("found " + found() + did_you_mean(next().value, {"where", "by", "vs", "in"}) +
               ", expected where, by, vs or in; a value with spaces needs quotes");
    }
}

/// Takes the keyword of a clause that may stand once.
void sentence_reader::once(bool first) {
    if (!first) {
        refuse(found() + " is given twice; keep one");
    }
    words_.take();
}

void sentence_reader::read_baseline() {
    if (take_word("previous")) {
        says_.versus = baseline::previous;
    } else if (take_word("target")) {
        says_.versus = baseline::target;
    } else if (take_word("year")) {
        says_.versus = baseline::year_ago;
        if (!take_word("ago")) {
            refuse("found " + found() + ", expected 'ago': vs year ago");
        }
    } else {
        says_.versus = baseline::file;
        says_.file = value("previous, year ago, target or a file");
    }
}

void sentence_reader::read_labels() {
    for (;;) {
        if (std::find(says_.by.begin(), says_.by.end(), next().value) != says_.by.end()) {
            refuse("label " + found() + " is given twice; keep one");
        }
        says_.by.push_back(value("a label"));
        if (next().is != kind::sign || next().value != ",") {
            return;
        }
        words_.take();
    }
}

void sentence_reader::read_period() {
    const std::size_t place = next().at;
    says_.period = value("a period such as 2024-03");
    if (!parse_period(says_.period)) {
        throw syntax_error("there is no date " + quote_of(says_.period), place);
    }
}

std::string sentence_reader::value(std::string_view expected) {
    if ((next().is != kind::word && next().is != kind::text && !next().is_sign("(")) || next().value.empty()) {
        refuse(fmt::format("found {}, expected {}", found(), expected));
    }
    return words_.take_value().value;
}

}  // namespace cxm

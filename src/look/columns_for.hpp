#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "look/proposals.hpp"

namespace cxm {

/// Words of a command line.
using command_words = std::vector<std::string>;

inline command_words operator+(command_words first, const command_words& more) {
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

/// The first column that something holds of; null where none.
template <class Holds>
const column_facts* first_column(const file_facts& facts, Holds holds) {
    const auto at = std::find_if(facts.columns.begin(), facts.columns.end(), [&](const column_facts& c) {
        const auto same = [&](const column_facts& other) { return other.name == c.name; };
        return !c.name.empty() && std::count_if(facts.columns.begin(), facts.columns.end(), same) == 1 && holds(c);
    });
    return at == facts.columns.end() ? nullptr : &*at;
}

/// How the file is to be read, where it does not tell by itself, or `look` was told.
command_words reading_of(const file_facts& facts);

/// Whether a column holds dates that can be read in one way alone.
bool is_dated(const column_facts& c);

/// The grain that fits the stretch of dates.
std::string grain_of(const column_facts& dates);

/// Whether dates are of more than one period of that grain.
bool has_several_periods(const column_facts& dates);

/// A label: words that are few and there in every row; null where there is none.
const column_facts* label_in(const file_facts& facts);

// The commands that fit rows to be counted, and records.
std::vector<proposal> proposals_of_rows(const file_facts& facts);
std::vector<proposal> proposals_of_records(const file_facts& facts, const catalogue& known);

}  // namespace cxm

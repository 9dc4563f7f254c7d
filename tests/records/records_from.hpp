#pragma once

#include <string_view>

#include "intake/read_whole.hpp"

/// The library's catalogue, for tests that need one as long as their records.
inline const cxm::catalogue& known_metrics() {
    static const cxm::catalogue known;
    return known;
}

/// The records of a CSV text, all in one.
inline cxm::records records_from(std::string_view csv) {
    const scratch_file file("a.csv", csv);
    const auto source = cxm::open_records(file.path(), known_metrics(), {});
    cxm::records all;
    while (const auto block = source->next()) {
        cxm::append(all, source->parse(*block));
    }
    all.source = "a.csv";
    return all;
}

/// A measure's value in a row.
inline double value_of(const cxm::records& all, const cxm::measure& m, std::size_t row) {
    const cxm::records::number_column* column = all.find(m);
    return column == nullptr ? cxm::not_given : column->values[row];
}

/// Why a pooled measure has no value.
inline std::string_view why_of(const cxm::records& all, const cxm::measure& m, std::size_t row) {
    const cxm::records::number_column* column = all.find(m);
    return column == nullptr || column->why.empty() ? std::string_view() : column->why[row];
}

/// The message of what an action throws; empty where it throws nothing of the user's.
template <class Action>
std::string refused(Action&& action) {
    try {
        action();
    } catch (const cxm::problem& wrong) {
        return wrong.what();
    }
    return {};
}

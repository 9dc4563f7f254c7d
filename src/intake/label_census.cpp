#include "intake/label_census.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bytes/byte_source.hpp"
#include "intake/role.hpp"
#include "intake/total_rows.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"
#include "values/calendar_words.hpp"
#include "values/dates.hpp"
#include "values/period_looks.hpp"

namespace cxm {

namespace {

/// Whether a label's value names a time, as far as its name lets it.
bool names_time(std::string_view name, std::string_view value) {
    if (value.find_first_not_of("0123456789") == std::string_view::npos) {
        return may_hold_dates(name, value.size()) && read_calendar(value).is == calendar_reading::kind::one;
    }
    return looks_like_period(value) || parse_iso_day(value).problem == nullptr;
}

/// Keeps one more than are few, which says that there are more.
void add_value(std::vector<std::string>& values, std::string_view value, std::size_t few_values) {
    if (values.size() <= few_values && std::find(values.begin(), values.end(), value) == values.end()) {
        values.emplace_back(value);
    }
}

}  // namespace

label_census::column& label_census::column_of(const std::string& name) {
    const auto at = std::find_if(labels_.begin(), labels_.end(), [&](const column& c) { return c.name == name; });
    if (at != labels_.end()) {
        return *at;
    }
    column& added = labels_.emplace_back(column{name});
    add_blank(records_, first_, added);
    return added;
}

void label_census::add_blank(std::uint64_t records, const std::string& first, column& to) {
    to.first_blank = to.blank == 0 && records != 0 ? first : to.first_blank;
    to.blank += records;
}

void label_census::count(const records& block, const std::vector<std::string_view>& values, column& to) {
    std::string_view before;
    for (std::size_t row = 0; row < values.size(); ++row) {
        const std::string_view value = values[row];
        if (value != before) {
            add_value(to.values, value, few_values);
        }
        before = value;
        if (value.empty()) {
            to.first_blank = to.blank++ == 0 ? place(block, row) : to.first_blank;
            continue;
        }
        to.first_given = to.given++ == 0 ? place(block, row) : to.first_given;
        to.is_dated = to.is_dated && names_time(to.name, value);
        if (is_total(value)) {
            to.total = to.totals == 0 ? value : to.total;
            to.first_total = to.totals++ == 0 ? place(block, row) : to.first_total;
        }
    }
}

void label_census::add(const records& block) {
    period_.name = "period";
    count(block, block.periods, period_);
    for (const records::label_column& label : block.labels) {
        count(block, label.values, column_of(label.name));
    }
    const std::string first = block.size() == 0 ? std::string() : place(block, 0);
    for (column& c : labels_) {
        if (block.find_label(c.name) == nullptr) {
            add_blank(block.size(), first, c);
        }
    }
    first_ = records_ == 0 ? first : first_;
    records_ += block.size();
}

void label_census::add(const column& later, column& to) {
    const auto first = [](std::uint64_t count, std::string& own, const std::string& other) {
        own = count == 0 ? other : own;
    };
    first(to.given, to.first_given, later.first_given);
    first(to.blank, to.first_blank, later.first_blank);
    first(to.totals, to.first_total, later.first_total);
    first(to.totals, to.total, later.total);
    to.given += later.given;
    to.blank += later.blank;
    to.totals += later.totals;
    to.is_dated = to.is_dated && later.is_dated;
    for (const std::string& value : later.values) {
        add_value(to.values, value, few_values);
    }
}

void label_census::add(const label_census& later) {
    period_.name = "period";
    add(later.period_, period_);
    for (const column& c : later.labels_) {
        add(c, column_of(c.name));
    }
    for (column& c : labels_) {
        const bool known = std::any_of(later.labels_.begin(), later.labels_.end(),
                                       [&](const column& other) { return other.name == c.name; });
        if (!known) {
            add_blank(later.records_, later.first_, c);
        }
    }
    first_ = records_ == 0 ? later.first_ : first_;
    records_ += later.records_;
}

void label_census::require_periods(const std::string& name, std::string_view why, const std::string& file) const {
    if (period_.given != 0 || records_ == 0) {
        return;
    }
    std::vector<std::string_view> names;
    for (const column& c : labels_) {
        names.push_back(c.name);
    }
    throw bad_input(name_of(file),
                    fmt::format("no record has {}, which {}{}", quote_of(name), why, did_you_mean(name, names)));
}

void label_census::refuse_periods_as_labels(const std::vector<std::string>& named) const {
    std::vector<std::string_view> names;
    for (const column& c : labels_) {
        names.push_back(c.name);
    }
    for (const column& c : labels_) {
        const bool meant = std::find(named.begin(), named.end(), c.name) != named.end();
        if (period_.given == 0 && c.given != 0 && (c.is_dated || is_named_after_time(c.name)) && !meant) {
            throw bad_input(c.first_given, no_period_but(c.name, names));
        }
    }
}

void label_census::refuse_parts_of_periods(std::string_view name, const std::vector<std::string>& named) const {
    for (const column& c : labels_) {
        const bool meant = std::find(named.begin(), named.end(), c.name) != named.end();
        const std::string part = other_part_of_period(name, period_.is_dated, c.name);
        if (period_.given != 0 && c.given != 0 && !meant && !part.empty()) {
            throw bad_input(c.first_given, part + "; --label " + shell_word(c.name) + " keeps it a label");
        }
    }
}

void label_census::refuse_totals(const column& c, std::string_view what) const {
    constexpr std::string_view way_out = "leave such records out with --drop-totals";
    if (c.totals != 0 && c.given > c.totals) {
        throw bad_input(c.first_total, fmt::format("{} stands beside its parts in {}, and would be added to them; {}",
                                                   quote_of(c.total), what, way_out));
    }
    if (c.blank != 0 && c.given != 0) {
        throw bad_input(c.first_blank,
                        fmt::format("{} is blank here{}, in {} of {} records: a total would be added to its parts; "
                                    "give it to every record, or {}",
                                    what, c.blank == 1 ? "" : " first", c.blank, records_, way_out));
    }
}

void label_census::refuse_totals_of_periods() const { refuse_totals(period_, "the period"); }

void label_census::refuse_totals_of_labels() const {
    for (const column& c : labels_) {
        refuse_totals(c, "the label " + quote_of(c.name));
    }
}

}  // namespace cxm

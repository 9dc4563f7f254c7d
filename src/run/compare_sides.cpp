#include "run/compare_sides.hpp"

#include <algorithm>
#include <cxm/period.hpp>
#include <utility>

#include "intake/record_input.hpp"
#include "records/period_kinds.hpp"
#include "run/compare_likeness.hpp"
#include "run/warnings.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/calendar_words.hpp"

namespace cxm {

namespace {

bool lies_in(std::string_view inner, const std::string& outer) {
    if (inner == outer) {
        return true;
    }
    const auto in = parse_period(inner);
    const auto out = parse_period(as_period(outer));
    return in && out && in->of != grain::free && out->of != grain::free && in->first >= out->first &&
           in->last <= out->last;
}

std::vector<std::string_view> choosable_names(const records& rows) {
    std::vector<std::string_view> names = {"period"};
    for (const records::label_column& label : rows.labels) {
        names.push_back(label.name);
    }
    return names;
}

/// `; the file has 2023-01 to 2024-12`; the nearest where the periods are no calendar's.
std::string periods_there_are(const records& whole, std::string_view asked) {
    const auto is_dated = [](std::string_view period) {
        const auto read = parse_period(period);
        return read && read->of != grain::free;
    };
    if (whole.periods.empty() || !is_dated(as_period(std::string(asked))) ||
        !std::all_of(whole.periods.begin(), whole.periods.end(), is_dated)) {
        return did_you_mean(asked, whole.periods);
    }
    const auto [first, last] = std::minmax_element(
        whole.periods.begin(), whole.periods.end(),
        [](std::string_view a, std::string_view b) { return parse_period(a)->first < parse_period(b)->first; });
    return "; the file has " + shown(*first) + (*first == *last ? "" : " to " + shown(*last));
}

std::vector<std::size_t> selected_rows(const records& whole, const selector& by) {
    std::vector<std::size_t> selected;
    const records::label_column* const label = whole.find_label(by.label);
    if (by.label != "period" && label == nullptr) {
        throw bad_usage("no record has a label " + quote_of(by.label) + did_you_mean(by.label, choosable_names(whole)) +
                        those_there_are("labels", choosable_names(whole)));
    }
    for (std::size_t row = 0; row < whole.size(); ++row) {
        if (by.label == "period" ? lies_in(whole.periods[row], by.value) : label->values[row] == by.value) {
            selected.push_back(row);
        }
    }
    if (selected.empty()) {
        throw bad_input(shown_end(whole.source), "no record has " + shown(by.label) + "=" + shown(by.value) +
                                                     (by.label == "period" ? periods_there_are(whole, by.value)
                                                                           : did_you_mean(by.value, label->values)));
    }
    return selected;
}

/// The records of one side, without the label that told the sides apart.
records side_of(const records& whole, const selector& by, const std::vector<std::size_t>& rows) {
    records side = picked(whole, rows);
    std::erase_if(side.labels, [&](const records::label_column& label) { return label.name == by.label; });
    return side;
}

std::optional<grain> usual_kind(const records& side) {
    period_kinds kinds;
    kinds.add(side);
    return kinds.usual();
}

/// A period that is still under way is never compared without saying so.
void warn_of_partial(const records& side, bool strict, const streams& io) {
    std::string_view last;
    for (std::size_t row = 0; row < side.size(); ++row) {
        if (!side.is_complete(row) && side.periods[row] != last) {
            last = side.periods[row];
            warn(io, "period " + quote_of(last) + " is not complete, so its counts are not those of a whole one",
                 strict);
        }
    }
}

/// The first and the last day of the periods of a side; nothing where one is none of the calendar.
std::optional<std::pair<std::int32_t, std::int32_t>> days_of(const records& side) {
    std::optional<std::pair<std::int32_t, std::int32_t>> days;
    for (const std::string_view text : side.periods) {
        const auto own = parse_period(text);
        if (!own || own->of == grain::free) {
            return std::nullopt;
        }
        days = days ? std::pair(std::min(days->first, own->first), std::max(days->second, own->last))
                    : std::pair(own->first, own->last);
    }
    return days;
}

/// What is better or worse is read from before to after.
void warn_of_reverse(const sides& both, bool of_one_file, bool strict, const streams& io) {
    const auto before = days_of(both.before);
    const auto after = days_of(both.after);
    if (before && after && before->first > after->second) {
        const std::string order = of_one_file ? both.before_name + " is later than " + both.after_name
                                              : "the first file is of a later time than the second";
        warn(io, order + ": the change is read backwards in time", strict);
    }
}

/// A quarter counts three times what a month does.
void warn_of_two_kinds(const sides& both, bool strict, const streams& io) {
    const std::optional<grain> before = usual_kind(both.before);
    const std::optional<grain> after = usual_kind(both.after);
    const bool dated = before && after && *before != grain::free && *after != grain::free;
    if (dated && *before != *after) {
        warn(io, "the periods before are " + plural(*before) + ", those after " + plural(*after), strict);
    }
}

sides unmarked_sides(const compare_request& r, const catalogue& known, const streams& io) {
    const auto read = [&](std::vector<std::string> files) {
        input_settings how = r.input;
        how.is_one_of_several = !r.of_one;
        record_input input(std::move(files), known, std::move(how), listening(io));
        records rows = input.all();
        if (!input.why_empty().empty()) {
            throw bad_input(shown_end(rows.source), input.why_empty());
        }
        input.warn_of_mixed_periods();
        if (r.pools()) {
            input.refuse_totals();
        }
        return rows;
    };
    if (r.of_one) {
        const auto& [before, after] = *r.of_one;
        const records whole = read(r.files);
        const std::vector<std::size_t> rows_before = selected_rows(whole, before);
        const std::vector<std::size_t> rows_after = selected_rows(whole, after);
        sides both{side_of(whole, before, rows_before), side_of(whole, after, rows_after), shown(before.value),
                   shown(after.value)};
        require_apart(both, rows_before, rows_after, r.input.strict, io);
        return both;
    }
    sides both{read({r.files[0]}), read({r.files[1]}), "before", "after"};
    require_apart(both, r.input.strict, io);
    return both;
}

}  // namespace

sides read_sides(const compare_request& r, const catalogue& known, const streams& io) {
    sides both = unmarked_sides(r, known, io);
    warn_of_two_kinds(both, r.input.strict, io);
    warn_of_reverse(both, r.of_one.has_value(), r.input.strict, io);
    if (r.pools()) {
        warn_of_one_sided(both, r.input.strict, io);
    }
    const auto mark = [&](const records& side, std::string& name) {
        warn_of_partial(side, r.input.strict, io);
        // Wherever the name goes, it goes with the reservation.
        name += side.all_complete() ? "" : "*";
    };
    mark(both.before, both.before_name);
    mark(both.after, both.after_name);
    return both;
}

}  // namespace cxm

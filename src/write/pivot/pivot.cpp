#include "write/pivot/pivot.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <cxm/period.hpp>

#include "records/group_title.hpp"
#include "text/shown.hpp"
#include "write/footnotes.hpp"

namespace cxm {

namespace {

/// The titles of all groups' periods, in the order of time where all are of the calendar, else as they come.
std::vector<std::string> periods_of_all(const report& of, const std::vector<table_block>& blocks, const wording& say) {
    std::vector<std::string> titles;
    for (const table_block& block : blocks) {
        for (const std::string& title : block.periods) {
            if (std::find(titles.begin(), titles.end(), title) == titles.end()) {
                titles.push_back(title);
            }
        }
    }
    std::map<std::string, std::optional<std::int32_t>> days;
    for (std::size_t row = 0; row < of.rows.size(); ++row) {
        const auto calendar = parse_period(of.rows.periods[row]);
        days[period_title(of.rows, row, say)] =
            calendar && calendar->of != grain::free ? std::optional(calendar->first) : std::nullopt;
    }
    const auto first_day = [&](const std::string& title) { return days[title]; };
    if (!of.rows.in_order && std::all_of(titles.begin(), titles.end(), first_day)) {
        std::stable_sort(titles.begin(), titles.end(),
                         [&](const std::string& a, const std::string& b) { return *first_day(a) < *first_day(b); });
    }
    return titles;
}

/// The values of a group's labels, without their names, which stand above.
std::string name_of_row(const records& rows, std::size_t row, const wording& say) {
    if (is_pool_of_all(rows, row)) {
        return std::string(say(group_title(rows, row)));
    }
    std::vector<std::string> values;
    for (const records::label_column& label : rows.labels) {
        values.push_back(label.has(row) ? shown(label.values[row]) : std::string(say("(none)")));
    }
    return fmt::format("{}", fmt::join(values, ", "));
}

std::string title_of_pivot(const report& of, const metric& m, const notation& in) {
    std::vector<std::string> names;
    for (const records::label_column& label : of.rows.labels) {
        names.push_back(shown(label.name));
    }
    const std::string_view unit = people_unit(m.shown, in);
    return in.say("{} by {}{}{}", m.key, fmt::format("{}", fmt::join(names, ", ")), unit.empty() ? "" : ", ", unit);
}

pivot_row row_of_pivot(const table_block& block, const table_row& of, const std::vector<std::string>& periods,
                       const wording& say) {
    pivot_row row;
    row.cells.resize(periods.size());
    row.course.assign(periods.size(), not_given);
    for (std::size_t i = 0; i < block.periods.size(); ++i) {
        const auto at =
            static_cast<std::size_t>(std::find(periods.begin(), periods.end(), block.periods[i]) - periods.begin());
        const outcome& o = of.results[i]->comes_to;
        row.cells[at] = of.has_number() ? of.cells[i] : std::string(o.is == status::undefined ? say("undefined") : "-");
        row.course[at] = o.ok() ? o.value : not_given;
    }
    // Of another period than the last column these would be taken for its own.
    if (block.periods.back() == periods.back() && of.has_number()) {
        row.change = of.change.number;
        if (!row.change.empty() && !of.change.unit.empty()) {
            row.change.append(of.change.unit == "%" ? say.before_percent() : say.before_unit()).append(of.change.unit);
        }
        row.moved = of.moved;
        row.range = of.low.empty() ? std::string() : people_span(of.low, of.high, say);
        row.n = of.n;
    }
    return row;
}

std::vector<std::string> notes_of_pivot(const std::vector<table_block>& blocks, const std::vector<pivot_row>& rows,
                                        std::size_t periods, bool keep_missing, const notation& in) {
    const table_footnotes notes = footnotes(blocks, periods, keep_missing, in);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        for (const table_part& part : blocks[i].parts) {
            for (const table_row& row : part.rows) {
                if (!row.has_number()) {
                    texts.push_back(in.say("{}: {}", rows[i].group, row.remark));
                }
            }
        }
        for (const std::string& note : notes.of_blocks[i]) {
            texts.push_back(in.say("{}: {}", rows[i].group, note));
        }
    }
    texts.insert(texts.end(), notes.of_all.begin(), notes.of_all.end());
    return texts;
}

/// The groups' blocks of one metric, with their verdicts.
std::vector<table_block> blocks_of_metric(const report& of, const std::vector<label_group>& groups, std::size_t metric,
                                          const notation& in) {
    const std::vector<themed_metrics> one{{{}, {metric}}};
    std::vector<table_block> blocks;
    for (const label_group& group : groups) {
        blocks.push_back(make_block(of, group, one, group.rows.size(), in, true));
    }
    judge_changes(blocks, of);
    return blocks;
}

}  // namespace

bool suits_pivot(const report& of) {
    constexpr std::size_t most_metrics = 2;
    return of.metrics.size() <= most_metrics && by_labels(of.rows).size() > 1;
}

std::vector<pivot> pivots_of(const report& of, const groups_shown& shown, bool keep_missing, const notation& in) {
    std::vector<label_group> groups = ordered_groups(of, shown.order);
    const group_count count = count_of_groups(of, groups, shown);
    std::vector<pivot> pivots;
    for (std::size_t m = 0; m < of.metrics.size(); ++m) {
        std::vector<table_block> blocks = blocks_of_metric(of, groups, m, in);
        keep_first(blocks, count);
        std::vector<label_group> kept = groups;
        keep_first(kept, count);
        pivot& p = pivots.emplace_back(pivot{of.metrics[m], title_of_pivot(of, *of.metrics[m], in), {}, {}, {}, count});
        p.periods = periods_of_all(of, blocks, in.say);
        for (std::size_t g = 0; g < blocks.size(); ++g) {
            p.rows.push_back(row_of_pivot(blocks[g], blocks[g].parts.front().rows.front(), p.periods, in.say));
            p.rows.back().group = name_of_row(of.rows, kept[g].rows.front(), in.say);
            p.rows.back().is_pool = is_pool(of.rows, kept[g]);
        }
        p.notes = notes_of_pivot(blocks, p.rows, p.periods.size(), keep_missing, in);
    }
    return pivots;
}

}  // namespace cxm

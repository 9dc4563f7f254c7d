#include "page/report_parts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "page/definitions.hpp"
#include "page/html_table.hpp"
#include "page/words.hpp"
#include "results/targets.hpp"
#include "write/arrange.hpp"

namespace cxm {

std::string_view title_of(const metric& m) { return m.title.empty() ? m.key : m.title; }

const table_row* page_group::row_of(const metric& m) const {
    for (const table_part& part : block.parts) {
        for (const table_row& row : part.rows) {
            if (row.of == &m) {
                return &row;
            }
        }
    }
    return nullptr;
}

namespace {

/// Whether none of a record's labels has a value, as those of a total have none.
bool is_total_row(const records& rows, std::size_t row) {
    return std::none_of(rows.labels.begin(), rows.labels.end(), [&](const auto& label) { return label.has(row); });
}

void add_groups(std::vector<page_group>& to, const report& of, const shown_report& shown, const notation& in) {
    const std::vector<themed_metrics> themes = by_theme(of, shown.themes);
    std::vector<table_block> blocks;
    const std::vector<label_group> groups = by_labels(of.rows);
    for (const label_group& group : groups) {
        blocks.push_back(make_block(of, group, themes, group.rows.size(), in, shown.keep_missing));
    }
    judge_changes(blocks, of);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        to.push_back({&of, groups[i].rows.front(), groups[i].rows, std::move(blocks[i]),
                      groups.size() == 1 || is_total_row(of.rows, groups[i].rows.front())});
    }
}

}  // namespace

std::vector<page_group> groups_of(const shown_report& shown, const notation& in) {
    std::vector<page_group> groups;
    if (shown.whole != nullptr) {
        add_groups(groups, *shown.whole, shown, in);
    }
    add_groups(groups, shown.of, shown, in);
    std::stable_partition(groups.begin(), groups.end(), [](const page_group& g) { return g.is_whole; });
    return groups;
}

std::vector<const page_group*> parts_of(const std::vector<page_group>& groups) {
    std::vector<const page_group*> parts;
    for (const page_group& group : groups) {
        if (!group.is_whole) {
            parts.push_back(&group);
        }
    }
    return parts;
}

const gap_line* target_lines::of(const metric& m, const page_group& group) const {
    const auto at = std::find_if(targets.begin(), targets.end(), [&](const gap_line& line) {
        return line.key == m.key && line.group == group.block.title;
    });
    return at == targets.end() ? nullptr : &*at;
}

target_lines targets_of(const page_group& group, const notation& in) {
    return {gap_lines(*group.in, group.in->options.targets, in),
            gap_lines(*group.in, group.in->options.benchmarks, in)};
}

std::string target_summary(const std::vector<gap_line>& targets) {
    if (targets.empty()) {
        return {};
    }
    const auto count = [&](auto holds) { return std::count_if(targets.begin(), targets.end(), holds); };
    const auto missed = count([](const gap_line& line) { return line.side < 0; });
    const auto met = count([](const gap_line& line) { return line.side > 0; });
    const auto open = static_cast<std::ptrdiff_t>(targets.size()) - missed - met;
    std::string text = missed > 0 ? say(page_word::targets_missed, missed, targets.size())
                                  : say(page_word::targets_met, met, targets.size());
    return open > 0 ? text + ", " + say(page_word::targets_undecided, open) : text;
}

std::optional<double> target_value(const page_group& group, const metric& m) {
    const target* const wanted =
        find_target(group.in->options.targets, {m, group.in->rows, group.last_row(), group.in->options.annualise});
    if (wanted == nullptr || carried_over(*wanted, {m, group.in->rows, group.last_row(), false}) != 1) {
        return std::nullopt;
    }
    return wanted->value;
}

std::string last_value(const table_row& row) {
    if (!row.has_number()) {
        return row.remark;
    }
    const bool ok = row.results.back()->comes_to.ok();
    const bool joined = row.unit == "×" || row.unit == "x";
    return row.cells.back() + (ok && !row.unit.empty() ? (joined ? "" : " ") + std::string(row.unit) : "");
}

void write_verdict(markup& to, verdict is) {
    switch (is) {
        case verdict::better: to.leaf("span", say(page_word::better), {{"class", "better"}}); break;
        case verdict::worse: to.leaf("span", say(page_word::worse), {{"class", "worse"}}); break;
        case verdict::no_clear_change: to.leaf("span", say(page_word::no_change), {{"class", "usual"}}); break;
        default: break;
    }
}

void write_change(markup& to, const page_group& group, const table_row& row) {
    if (row.change.number.empty() || !group.block.step) {
        return;
    }
    const std::string since = period_title(group.in->rows, group.block.step->before);
    const std::string size = row.change.number + (row.change.unit.empty() ? "" : " ") + std::string(row.change.unit);
    to.open("p", {{"class", "change"}});
    write_verdict(to, row.moved);
    to.text((row.moved == verdict::none ? "" : ", ") + say(page_word::change_since, size, since)).close("p");
}

std::string values_section(const std::vector<page_group>& groups, const notation& /*in*/) {
    markup out;
    for (const page_group& group : groups) {
        html_table table;
        table.caption = group.block.title;
        table.columns.push_back({std::string(say(page_word::period)), false});
        std::vector<const table_row*> rows;
        for (const table_part& part : group.block.parts) {
            for (const table_row& row : part.rows) {
                if (row.has_number()) {
                    rows.push_back(&row);
                    table.columns.push_back(
                        {fmt::format("{}{}{}", row.of->key, row.unit.empty() ? "" : ", ", row.unit), true});
                }
            }
        }
        for (std::size_t i = 0; i < group.block.periods.size(); ++i) {
            std::vector<html_cell> cells = {{group.block.periods[i]}};
            for (const table_row* row : rows) {
                const outcome& is = row->results[i]->comes_to;
                cells.push_back({row->cells[i], is.ok() ? is.value : not_given});
            }
            table.rows.push_back(std::move(cells));
        }
        markup inside;
        write_table(inside, table);
        const std::string name = group.block.title.empty() ? std::string(say(page_word::by_period)) : group.block.title;
        write_details(out, say(page_word::all_values, name), inside.written());
    }
    return out.written();
}

}  // namespace cxm

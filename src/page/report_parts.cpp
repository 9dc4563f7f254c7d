#include "page/report_parts.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "page/definitions.hpp"
#include "page/html_table.hpp"
#include "results/targets.hpp"
#include "text/shown.hpp"
#include "write/arrange.hpp"

namespace cxm {

std::string_view title_of(const metric& m, const wording& say) {
    const std::string_view title = say.title(m);
    return title.empty() ? m.key : title;
}

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

std::string name_of(const page_group& group, const wording& say) {
    const records& of = group.in->rows;
    if (group.is_whole) {
        return std::string(say("everyone"));
    }
    const bool alone = of.labels.size() == 1 && of.labels.front().has(group.first_row);
    return alone ? shown(of.labels.front().values[group.first_row]) : group.block.title;
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

std::string target_summary(const std::vector<gap_line>& targets, const wording& say) {
    if (targets.empty()) {
        return {};
    }
    const auto count = [&](auto holds) { return std::count_if(targets.begin(), targets.end(), holds); };
    const auto missed = count([](const gap_line& line) { return line.side < 0; });
    const auto met = count([](const gap_line& line) { return line.side > 0; });
    const auto open = static_cast<std::ptrdiff_t>(targets.size()) - missed - met;
    std::string text = missed > 0 ? say("{} of {} targets missed", missed, targets.size())
                                  : say("{} of {} targets met", met, targets.size());
    return open > 0 ? text + ", " + say("{} undecided", open) : text;
}

std::optional<double> target_value(const page_group& group, const metric& m) {
    const target* const wanted =
        find_target(group.in->options.targets, {m, group.in->rows, group.last_row(), group.in->options.annualise});
    if (wanted == nullptr || carried_over(*wanted, {m, group.in->rows, group.last_row(), false}) != 1) {
        return std::nullopt;
    }
    return wanted->value;
}

std::string last_value(const table_row& row, const wording& say) {
    if (!row.has_number()) {
        return row.remark;
    }
    const bool ok = row.results.back()->comes_to.ok();
    const bool joined = row.unit == "×" || row.unit == "x";
    return row.cells.back() + (ok && !row.unit.empty() ? std::string(joined            ? ""
                                                                     : row.unit == "%" ? say.before_percent()
                                                                                       : say.before_unit()) +
                                                             std::string(row.unit)
                                                       : "");
}

void write_verdict(markup& to, verdict is, const wording& say) {
    switch (is) {
        case verdict::better: to.leaf("span", say("▲ better"), {{"class", "better"}}); break;
        case verdict::worse: to.leaf("span", say("▼ worse"), {{"class", "worse"}}); break;
        case verdict::no_clear_change: to.leaf("span", say("● no clear change"), {{"class", "usual"}}); break;
        default: break;
    }
}

std::string change_of(const table_row& row, const wording& say) {
    if (row.change.unit.empty()) {
        return row.change.number;
    }
    const std::string_view space = row.change.unit == "%" ? say.before_percent() : say.before_unit();
    return row.change.number + std::string(space) + std::string(row.change.unit);
}

void write_change(markup& to, const page_group& group, const table_row& row, const wording& say) {
    if (row.change.number.empty() || !group.block.step) {
        return;
    }
    const std::string since = period_title(group.in->rows, group.block.step->before, say);
    to.open("p", {{"class", "change"}});
    write_verdict(to, row.moved, say);
    to.text((row.moved == verdict::none ? "" : ", ") + say("{} since {}", change_of(row, say), since)).close("p");
}

std::string charts_section(std::string_view intro, std::string_view grid, const std::function<bool(markup&)>& write) {
    markup to(section_room);
    to.leaf("p", intro, {{"class", "quiet"}}).own("\n").open("div", {{"class", grid}}).own("\n");
    const bool any = write(to);
    to.close("div").own("\n");
    return any ? std::move(to).written() : std::string();
}

namespace {

/// So many metrics fit beside each other on paper.
constexpr std::size_t most_metrics_beside = 8;

html_table table_of_values(const page_group& group, std::span<const table_row* const> rows, std::string caption,
                           const notation& in) {
    html_table table;
    table.caption = std::move(caption);
    table.columns.push_back(words_column(in.say("period")));
    for (const table_row* row : rows) {
        table.columns.push_back({fmt::format("{}{}{}", row->of->key, row->unit.empty() ? "" : ", ", row->unit), true});
    }
    for (std::size_t i = 0; i < group.block.periods.size(); ++i) {
        std::vector<html_cell> cells = {{group.block.periods[i]}};
        for (const table_row* row : rows) {
            const outcome& is = row->results[i]->comes_to;
            cells.push_back({row->cells[i], is.ok() ? is.value : not_given});
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

std::string values_section(const std::vector<page_group>& groups, const notation& in) {
    markup out(section_room);
    for (const page_group& group : groups) {
        markup inside;
        for (const table_part& part : group.block.parts) {
            std::vector<const table_row*> rows;
            for (const table_row& row : part.rows) {
                if (row.has_number()) {
                    rows.push_back(&row);
                }
            }
            const std::string& title = group.block.title;
            const std::string caption = title.empty() || part.title.empty() ? title + std::string(part.title)
                                                                            : in.say("{}: {}", title, part.title);
            for (std::span<const table_row* const> left = rows; !left.empty();) {
                const std::size_t count = std::min(left.size(), most_metrics_beside);
                write_table(inside, table_of_values(group, left.first(count), caption, in));
                left = left.subspan(count);
            }
        }
        const std::string name = group.block.title.empty() ? std::string(in.say("the whole")) : group.block.title;
        write_details(out, in.say("Every period: {}", name), inside.written());
    }
    return std::move(out).written();
}

}  // namespace cxm

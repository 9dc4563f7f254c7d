#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "results/few_answers.hpp"
#include "results/report.hpp"
#include "text/shown.hpp"
#include "text/utf8.hpp"
#include "write/lines.hpp"
#include "write/look.hpp"
#include "write/people.hpp"
#include "write/record_cells.hpp"
#include "write/record_formats.hpp"

namespace cxm {

namespace {

/// A record as remarks name it: its period and labels.
std::string title_of_record(const records& rows, std::size_t row, const wording& say) {
    const std::string named = title(rows, row);
    const std::string_view period = rows.periods[row];
    return named.starts_with(period) ? say.period(period) + named.substr(period.size()) : named;
}

/// Periods, and numbers in the marks of the language.
void spell_cells(std::vector<std::vector<std::string>>& cells, std::size_t columns_of_text, const records& rows,
                 const wording& say) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::vector<std::string>& line = cells[row + 1];
        if (columns_of_text != 0 && line[0] == rows.periods[row]) {
            line[0] = say.period(line[0]);
        }
        for (std::size_t i = columns_of_text; i < line.size(); ++i) {
            line[i] = say.number(std::move(line[i]));
        }
    }
}

/// Amounts in cents, with the currency in the title.
void show_money(const records& rows, std::size_t number, std::size_t column,
                std::vector<std::vector<std::string>>& cells, const wording& say) {
    cells[0][column] += rows.currency.empty() ? "" : ", " + shown(rows.currency);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const double value = rows.numbers[number].values[row];
        cells[row + 1][column] = is_missing(value) ? std::string() : people_number(as::money, value, 2, say);
    }
}

/// The scores of surveys that the records have all counts of.
std::vector<const metric*> scores_in(const records& rows, const catalogue& known) {
    std::vector<const metric*> scores;
    for (const metric* m : known.metrics()) {
        const auto inputs = m->value.inputs();
        const bool is_there = !inputs.empty() && std::all_of(inputs.begin(), inputs.end(), [&](const measure* input) {
            return rows.find(*input) != nullptr;
        });
        if (is_there && (is_net(*m) || counts_answers(*m))) {
            scores.push_back(m);
        }
    }
    return scores;
}

/// Which scores of the records would be of few answers, and in which.
std::vector<std::string> few_answers_in(const records& rows, const wording& say) {
    const catalogue known;
    report_options options;
    options.intervals = false;
    const std::vector<const metric*> scores = scores_in(rows, known);
    if (scores.empty()) {
        return {};
    }
    const report of = make_report(rows, scores, options);
    std::map<std::vector<std::size_t>, std::vector<std::string_view>> shared;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        std::vector<std::size_t> few;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (has_few_answers(*scores[i], of.of_row(row)[i])) {
                few.push_back(row);
            }
        }
        if (!few.empty()) {
            shared[few].push_back(scores[i]->key);
        }
    }
    constexpr std::size_t most = 4;
    std::vector<std::string> texts;
    for (const auto& [few, keys] : shared) {
        std::vector<std::string> titles;
        for (std::size_t i = 0; i < std::min(few.size(), most); ++i) {
            titles.push_back(title_of_record(of.rows, few[i], say));
        }
        const std::string scores_named = fmt::format("{}", fmt::join(keys, ", "));
        const std::string more = few.size() > most ? say(" and {} more", few.size() - most) : std::string();
        texts.push_back(rows.size() == few.size()
                            ? say("{}: {}", scores_named, say(few_answers))
                            : say("{} of {}{}: {}", scores_named, fmt::format("{}", fmt::join(titles, say("; "))), more,
                                  say(few_answers)));
    }
    return texts;
}

}  // namespace

std::string table_records(const records& rows, const wording& say) {
    std::vector<std::vector<std::string>> cells = cells_of(rows);
    const std::size_t columns_of_text = text_columns(rows);
    spell_cells(cells, columns_of_text, rows, say);
    for (std::size_t i = 0; i < rows.numbers.size(); ++i) {
        if (rows.numbers[i].of->of == unit::money) {
            show_money(rows, i, columns_of_text + i, cells, say);
        }
    }
    std::vector<std::size_t> widths(cells[0].size());
    for (const auto& line : cells) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(shown(line[i])));
        }
    }
    lines out(false);
    for (const auto& line : cells) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (i < columns_of_text) {
                out.left(at, shown(line[i]));
            } else {
                out.right(at + widths[i], line[i]);
            }
            at += widths[i] + 2;
        }
        out.end_line();
    }
    for (const std::string& remark : few_answers_in(rows, say)) {
        out.paragraph(0, remark, look().width, style::dim);
    }
    return out.text();
}

}  // namespace cxm

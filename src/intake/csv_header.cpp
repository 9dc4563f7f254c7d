#include "intake/csv_header.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "intake/csv_cells.hpp"
#include "intake/csv_header_row.hpp"
#include "intake/csv_look.hpp"
#include "intake/derived_columns.hpp"
#include "intake/unknown_name.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"

namespace cxm {

namespace {

constexpr std::size_t sample = 1 << 16;  ///< bytes by which columns are told
constexpr std::size_t most_columns = 4096;

/// The columns of a header, and where their names stand.
class named_columns {
public:
    named_columns(const catalogue& known, const input_options& options, const block_place& place)
        : known_(known), options_(options), place_(place) {}

    std::vector<csv_header::column> read(csv_cells cells) {
        try {
            auto behind = csv_cells::behind::delimiter;
            while (behind == csv_cells::behind::delimiter) {
                csv_cell cell;
                behind = cells.next(cell);
                add(cell);
            }
        } catch (const csv_cells::fault& f) {
            place_.refuse(f.at, f.finding);
        }
        place_.check_text(cells.end);
        return std::move(columns_);
    }

    const char* place_of(std::size_t column) const { return places_[column]; }

private:
    const catalogue& known_;
    const input_options& options_;
    const block_place& place_;
    std::vector<csv_header::column> columns_;
    std::vector<const char*> places_;

    void add(const csv_cell& cell) {
        const std::string name = cell.doubled ? undoubled(cell.text) : std::string(cell.text);
        const bool taken = std::any_of(columns_.begin(), columns_.end(), [&](const auto& c) { return c.name == name; });
        if (taken && !name.empty()) {
            place_.refuse(cell.at, fmt::format("{} is the name of two columns", quote_of(name)));
        }
        if (columns_.size() == most_columns) {
            place_.refuse(cell.at, fmt::format("more than {} columns", most_columns));
        }
        if (const std::string objection = objection_to_name(options_, "column", name); !objection.empty()) {
            place_.refuse(cell.at, objection);
        }
        const known_role known_as =
            name.empty() ? known_role{role::nameless, nullptr} : role_of(known_, options_, name);
        columns_.push_back({name, known_as.is, known_as.of});
        places_.push_back(cell.at);
    }
};

std::vector<std::string_view> names_of(const csv_header& header) {
    std::vector<std::string_view> names;
    for (const csv_header::column& column : header.columns) {
        names.push_back(column.name);
    }
    return names;
}

/// A column that --period names has to be there, and no other that is called so.
void require_one_period(const csv_header& header, const input_options& options, const block_place& place,
                        const named_columns& columns) {
    const std::vector<std::string_view> names = names_of(header);
    const bool any = std::any_of(header.columns.begin(), header.columns.end(),
                                 [](const auto& column) { return column.is == role::period; });
    if (!any && !options.period.empty()) {
        throw bad_input(shown_end(place.file),
                        fmt::format("there is no column {}, which --period names{}", quote_of(options.period),
                                    did_you_mean(options.period, names)));
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (const std::string objection = objection_to_second_period(options, names[i]); !objection.empty()) {
            place.refuse(columns.place_of(i), objection);
        }
    }
}

/// How the numbers of all measures are written.
number_form form_of_numbers(const csv_header& header, const std::vector<column_look>& looks,
                            std::optional<char> decimal_said) {
    number_looks told;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        if (header.columns[i].is == role::measure) {
            told.points |= looks[i].marks.points;
            told.commas |= looks[i].marks.commas;
            told.currency = told.currency.empty() ? looks[i].marks.currency : told.currency;
        }
    }
    const char mark = told.commas && !told.points ? ',' : '.';
    return {decimal_said.value_or(mark), decimal_said || told.points || told.commas, told.currency};
}

/// Refuses numbers under unknown names: misspelt measures, or raw rows that nobody said how to count.
[[noreturn]] void refuse_unknown(const csv_header& header, const std::vector<std::size_t>& unknown,
                                 const catalogue& known, const block_place& place, const named_columns& names) {
    const bool any_measure = std::any_of(header.columns.begin(), header.columns.end(),
                                         [](const auto& column) { return column.is == role::measure; });
    const auto name_of = [&](std::size_t i) -> const std::string& { return header.columns[i].name; };
    const auto near =
        std::find_if(unknown.begin(), unknown.end(), [&](std::size_t i) { return is_nearly_known(known, name_of(i)); });
    if (!any_measure && near == unknown.end()) {
        std::vector<std::string_view> unknown_names;
        for (const std::size_t i : unknown) {
            unknown_names.push_back(name_of(i));
        }
        throw no_records(place.of(names.place_of(unknown.front())),
                         no_measure_at_all("none of the columns", known, unknown_names), place.file);
    }
    const std::size_t told = any_measure ? unknown.front() : *near;
    place.refuse(names.place_of(told), unknown_measure(known, "numeric column", name_of(told), any_measure));
}

/// Passes over columns of percentages and means that stand beside their counts.
void pass_over_derived(csv_header& header, const std::vector<column_look>& looks, const catalogue& known,
                       const input_options& options, const block_place& place, const named_columns& names) {
    const std::vector<std::size_t> derived = derived_columns(header, looks, known, options);
    std::string told;
    std::string flags;
    for (const std::size_t i : derived) {
        const std::string& name = header.columns[i].name;
        told += (told.empty() ? "" : ", ") + quote_of(name);
        flags += (flags.empty() ? "" : " ") + std::string("--ignore ") + shell_word(name);
        header.columns[i].is = role::derived;
    }
    if (derived.empty()) {
        return;
    }
    const std::string finding =
        fmt::format("{} {} percentages or means, beside counts", told, derived.size() == 1 ? "holds" : "hold");
    if (options.edges.strict) {
        place.refuse(names.place_of(derived[0]),
                     fmt::format("{}: not passed over under --strict unless it is said: {}", finding, flags));
    }
    header.notes.push_back(fmt::format("{}: {}: passed over, as {} would", shown_end(place.file), finding, flags));
}

/// Whether a column holds the ages of cohorts, which are numbers and tell records apart all the same.
bool is_age_of_cohorts(const csv_header& header, const csv_header::column& column) {
    return column.name == "age" && std::any_of(header.columns.begin(), header.columns.end(), [](const auto& other) {
               return other.name == "cohort" && other.is == role::label;
           });
}

/// What the columns are that only their cells can tell.
void settle_roles(csv_header& header, const std::vector<column_look>& looks, const catalogue& known,
                  const input_options& options, const block_place& place, const named_columns& names) {
    const auto any = [&](role wanted) {
        return std::any_of(header.columns.begin(), header.columns.end(),
                           [&](const auto& column) { return column.is == wanted; });
    };
    const bool any_period = any(role::period);
    bool period_is_dated = false;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        period_is_dated |= header.columns[i].is == role::period && looks[i].dated;
    }
    const bool any_measure = any(role::measure);
    pass_over_derived(header, looks, known, options, place, names);
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        csv_header::column& column = header.columns[i];
        if (column.is == role::nameless && !looks[i].is_blank() && !is_ignored(options, "", true)) {
            place.refuse(names.place_of(i), fmt::format("column {} has no name; --ignore '' passes over it", i + 1));
        }
        const bool number = column.is == role::label && !is_label(options, column.name) &&
                            !is_age_of_cohorts(header, column) && looks[i].numbers && !looks[i].text;
        if (!number) {
            continue;
        }
        if (is_ignored(options, column.name, true)) {
            column.is = role::ignored;
            continue;
        }
        const bool dated = looks[i].dated && may_hold_dates(column.name, looks[i].digits);
        if (!any_period && any_measure && (dated || is_named_after_time(column.name))) {
            place.refuse(names.place_of(i), no_period_but(column.name, names_of(header)));
        }
        if (const std::string part = other_part_of_period(period_name(options), period_is_dated, column.name);
            any_period && !part.empty()) {
            place.refuse(names.place_of(i), part);
        }
        column.is = role::ignored;
        unknown.push_back(i);
    }
    if (!unknown.empty()) {
        refuse_unknown(header, unknown, known, place, names);
    }
}

void skip_blank_lines(block_reader& input, char delimiter) {
    for (;;) {
        std::string_view text = input.peek(sample);
        text = input.at_end() ? text : text.substr(0, text.rfind('\n') + 1);
        csv_cells rows(text, delimiter);
        while (rows.at < rows.end && rows.at_blank_line()) {
            rows.skip_line();
        }
        const auto blank = static_cast<std::size_t>(rows.at - text.data());
        const bool only_blank = blank == text.size();
        input.skip(blank);
        if (only_blank && input.at_end()) {
            throw bad_input(shown_end(input.name()), "no records: there is a header and nothing below it");
        }
        if (!only_blank || blank == 0) {
            return;
        }
    }
}

/// Only where all three are there are they what a query found; then it may have computed metrics, which are computed
/// again.
void mark_findings(csv_header& header, const catalogue& known, const input_options& options) {
    std::vector<csv_header::column*> findings;
    for (csv_header::column& column : header.columns) {
        if (column.is == role::label && is_finding(options, column.name)) {
            findings.push_back(&column);
        }
    }
    for (csv_header::column* const column : findings) {
        column->is = findings.size() == 3 ? role::finding : role::label;
    }
    for (csv_header::column& column : header.columns) {
        if (findings.size() == 3 && column.is == role::label && !is_label(options, column.name) &&
            is_computed(known, column.name)) {
            column.is = role::ignored;
        }
    }
}

void require_columns_of_blanks(const std::vector<std::string_view>& columns, const input_options& options,
                               const block_place& place) {
    for (const blank_text& blank : options.blanks) {
        if (!blank.column.empty() && std::find(columns.begin(), columns.end(), blank.column) == columns.end()) {
            throw bad_input(shown_end(place.file), no_column_of_blank(blank, columns));
        }
    }
}

}  // namespace

csv_header read_csv_header(block_reader& input, const catalogue& known, const input_options& options) {
    const csv_header_row row = find_header_row(input, options);
    csv_header header;
    header.delimiter = row.delimiter;
    header.trims = row.trims;
    header.text = row.text;

    input_block block = input.rest();
    block.text = std::make_shared<const std::string>(row.text);
    const block_place place{block, input.name()};
    named_columns names(known, options, place);
    header.columns = names.read(csv_cells(*block.text, row.delimiter, row.trims));
    mark_findings(header, known, options);
    require_one_period(header, options, place, names);
    input.skip(row.text.size());
    skip_blank_lines(input, row.delimiter);

    const std::string_view front = input.peek(sample);
    const std::string_view rows =
        front.size() <= sample && input.at_end() ? front : front.substr(0, end_of_csv_rows(front.substr(0, sample)));
    require_columns_of_blanks(names_of(header), options, place);
    const auto looks = look_at(csv_cells(rows, row.delimiter, row.trims), names_of(header), options);
    header.numbers = form_of_numbers(header, looks, options.decimal);
    header.doubtful = !header.numbers.told && (header.delimiter == ';' || header.delimiter == '\t');
    settle_roles(header, looks, known, options, place, names);
    return header;
}

}  // namespace cxm

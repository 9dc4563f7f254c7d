#include "intake/csv_header.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "intake/csv_cells.hpp"
#include "intake/unknown_name.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

constexpr std::size_t sample = 1 << 16;  ///< bytes by which columns are told
constexpr std::size_t longest_header = 1 << 20;

/// Passes over a first line that says `sep=;`.
std::optional<char> read_sep_line(block_reader& input) {
    const std::string_view text = input.peek(sample);
    const std::size_t line_end = text.find('\n');
    const std::string_view line = text.substr(0, std::min(line_end, text.find_first_of("\r\n")));
    if (line.size() != 5 || !line.starts_with("sep=") || line_end == std::string_view::npos) {
        return std::nullopt;
    }
    const char delimiter = line[4];
    if (std::string_view(",;\t|").find(delimiter) == std::string_view::npos) {
        throw bad_input(fmt::format("{}:1:5", shown(input.name())),
                        fmt::format("{} separates no cells; , ; | or a tab does", quoted({&delimiter, 1})));
    }
    input.skip(line_end + 1);
    return delimiter;
}

/// The header's row, with its line end.
std::string header_row(block_reader& input) {
    for (std::size_t bytes = sample;; bytes = longest_header) {
        const std::string_view text = input.peek(bytes);
        bool in_quotes = false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            in_quotes ^= text[i] == '"';
            if (text[i] == '\n' && !in_quotes) {
                return std::string(text.substr(0, i + 1));
            }
        }
        if (input.at_end()) {
            return std::string(text);
        }
        if (bytes == longest_header) {
            throw bad_input(shown(input.name()), "the header is longer than 1 MB");
        }
    }
}

/// The one of , ; and tab that is most often outside of quotes.
char delimiter_of(std::string_view row) {
    constexpr std::string_view delimiters = ",;\t";
    std::size_t counts[3] = {};
    bool in_quotes = false;
    for (const char c : row) {
        in_quotes ^= c == '"';
        const std::size_t which = delimiters.find(c);
        if (which != std::string_view::npos && !in_quotes) {
            ++counts[which];
        }
    }
    return delimiters[static_cast<std::size_t>(std::max_element(counts, counts + 3) - counts)];
}

/// What the cells of a column look like, in the sample.
struct look {
    bool text = false;     ///< one is no number
    bool numbers = false;  ///< one is a number
    const char* first_number = nullptr;
    bool points = false;  ///< a number with a decimal point
    bool commas = false;
    bool sure = false;  ///< a decimal mark that cannot be one of thousands
};

/// Looks at the rows up to the first that is malformed, which is refused when it is read.
std::vector<look> look_at(std::string_view rows, char delimiter, std::size_t columns) {
    std::vector<look> looks(columns);
    csv_cells cells(rows, delimiter);
    try {
        while (cells.at < cells.end) {
            if (cells.at_blank_line()) {
                cells.skip_line();
                continue;
            }
            auto behind = csv_cells::behind::delimiter;
            for (std::size_t i = 0; i < columns && behind == csv_cells::behind::delimiter; ++i) {
                csv_cell cell;
                behind = cells.next(cell);
                const bool whole = parse_number(cell.text).has_value();
                const bool comma = !whole && delimiter == ';' && parse_number(cell.text, ',').has_value();
                looks[i].text |= !cell.text.empty() && !whole && !comma;
                looks[i].numbers |= whole || comma;
                looks[i].points |= whole && cell.text.find('.') != std::string_view::npos;
                looks[i].commas |= comma;
                looks[i].sure |= (whole || comma) && cell.text.find_first_of(".,") != std::string_view::npos &&
                                 !may_be_grouped(cell.text);
            }
            if (behind == csv_cells::behind::delimiter) {
                break;
            }
        }
    } catch (const csv_cells::fault&) {
        return looks;
    }
    return looks;
}

/// Whether the non-integers of all measures have commas.
bool has_decimal_commas(const csv_header& header, const std::vector<look>& looks) {
    bool commas = false;
    bool points = false;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        if (header.columns[i].is == role::measure) {
            commas |= looks[i].commas;
            points |= looks[i].points;
        }
    }
    return commas && !points;
}

/// Refuses numbers under unknown names: misspelt measures, or raw rows that nobody said how to count.
[[noreturn]] void refuse_unknown(const csv_header& header, const std::vector<std::size_t>& unknown,
                                 const catalogue& known, const block_place& place,
                                 const std::vector<const char*>& places) {
    const bool any_measure = std::any_of(header.columns.begin(), header.columns.end(),
                                         [](const auto& column) { return column.is == role::measure; });
    const auto name_of = [&](std::size_t i) -> const std::string& { return header.columns[i].name; };
    const auto near =
        std::find_if(unknown.begin(), unknown.end(), [&](std::size_t i) { return is_nearly_known(known, name_of(i)); });
    if (!any_measure && near == unknown.end()) {
        place.refuse(places[unknown.front()], no_measure_at_all("none of the columns"));
    }
    const std::size_t told = any_measure ? unknown.front() : *near;
    place.refuse(places[told], unknown_measure(known, "numeric column", name_of(told), any_measure));
}

void skip_blank_lines(block_reader& input) {
    for (;;) {
        const std::string_view text = input.peek(sample);
        std::size_t blank = 0;
        while (blank < text.size() && (text[blank] == '\n' || text.substr(blank).starts_with("\r\n"))) {
            blank += text[blank] == '\n' ? 1 : 2;
        }
        input.skip(blank);
        if (blank < text.size()) {
            return;
        }
        if (input.at_end()) {
            throw bad_input(shown(input.name()), "no records: there is a header and nothing below it");
        }
    }
}

}  // namespace

csv_header read_csv_header(block_reader& input, const catalogue& known, const input_options& options) {
    csv_header header;
    const std::optional<char> said = read_sep_line(input);
    const std::string row = header_row(input);
    header.delimiter = said ? *said : options.format == input_format::tsv ? '\t' : delimiter_of(row);

    input_block block = input.rest();
    block.text = std::make_shared<const std::string>(row);
    const block_place place{block, input.name()};
    std::vector<const char*> places;
    csv_cells cells(*block.text, header.delimiter);
    try {
        auto behind = csv_cells::behind::delimiter;
        while (behind == csv_cells::behind::delimiter) {
            csv_cell cell;
            behind = cells.next(cell);
            const std::string name = cell.doubled ? undoubled(cell.text) : std::string(cell.text);
            const bool nameless = name.empty();
            if (nameless && !is_ignored(options, name, true)) {
                place.refuse(cell.at, fmt::format("column {} has no name; --ignore '' passes over it",
                                                  header.columns.size() + 1));
            }
            for (const csv_header::column& other : header.columns) {
                if (other.name == name && !nameless) {
                    place.refuse(cell.at, fmt::format("{} is the name of two columns", quoted(name)));
                }
            }
            if (header.columns.size() == 4096) {
                place.refuse(cell.at, "more than 4096 columns");
            }
            if (const std::string slip = slip_of_name(options, name); !slip.empty()) {
                place.refuse(cell.at, "unknown column " + slip);
            }
            const known_role known_as = nameless ? known_role{role::ignored, nullptr} : role_of(known, options, name);
            header.columns.push_back({name, known_as.is, known_as.of});
            places.push_back(cell.at);
        }
    } catch (const csv_cells::fault& f) {
        place.refuse(f.at, f.finding);
    }
    place.check_text(cells.end);
    input.skip(row.size());
    skip_blank_lines(input);

    const std::string_view front = input.peek(sample);
    const std::string_view rows =
        front.size() <= sample && input.at_end() ? front : front.substr(0, end_of_csv_rows(front.substr(0, sample)));
    const std::vector<look> looks = look_at(rows, header.delimiter, header.columns.size());
    header.decimal = options.decimal.value_or(has_decimal_commas(header, looks) ? ',' : '.');
    header.doubtful = !options.decimal && header.delimiter == ';' &&
                      std::none_of(looks.begin(), looks.end(), [](const look& l) { return l.sure; });
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        csv_header::column& column = header.columns[i];
        const bool unknown_number =
            column.is == role::label && !is_label(options, column.name) && looks[i].numbers && !looks[i].text;
        if (unknown_number && !is_ignored(options, column.name, true)) {
            unknown.push_back(i);
        }
        column.is = unknown_number ? role::ignored : column.is;
    }
    if (!unknown.empty()) {
        refuse_unknown(header, unknown, known, place, places);
    }
    return header;
}

}  // namespace cxm

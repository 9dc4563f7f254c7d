#include "rows/read_rows.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <numeric>
#include <set>
#include <thread>

#include <fmt/format.h>

#include "bytes/byte_source.hpp"
#include "bytes/front_source.hpp"
#include "bytes/readable_text.hpp"
#include "rows/csv_form.hpp"
#include "rows/csv_header.hpp"
#include "rows/csv_scan.hpp"
#include "rows/front_currencies.hpp"
#include "rows/front_numbers.hpp"
#include "rows/json_scan.hpp"
#include "rows/place.hpp"
#include "rows/raw_format.hpp"
#include "rows/scan_chunks.hpp"
#include "rows/seen_fronts.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

/// Warns of names that differ from a column's by capitals alone: lines with them lack it.
void warn_of_other_case(const std::string& column, const std::string& file, const std::set<std::string>& names,
                        read_findings& into) {
    for (const std::string& name : names) {
        if (in_lower_case(name) == in_lower_case(column)) {
            into.warnings.push_back(fmt::format("{}: there is {} beside {}, which alone is read", name_of(file),
                                                quote_of(name), quote_of(column)));
        }
    }
}

void require_one_decimal_mark(const std::string& file, const std::vector<const number_reader*>& readers) {
    bool points = false;
    bool commas = false;
    bool sure = false;
    std::string doubtful;
    for (const number_reader* const each : readers) {
        points |= each->saw_points();
        commas |= each->saw_commas();
        sure |= each->saw_sure();
        const std::string& other = each->doubtful();
        doubtful = doubtful.empty() || (!other.empty() && other < doubtful) ? other : doubtful;
    }
    if (points && commas) {
        refuse_either_mark(file);
    }
    if (!doubtful.empty() && !sure) {
        throw bad_input(name_of(file), doubt(doubtful));
    }
}

/// One reading of files.
class file_reading {
public:
    file_reading(const wanted_cells& wanted, const std::vector<file_sink*>& sinks, const row_options& options,
                 read_findings& into)
        : wanted_(wanted), sinks_(sinks), options_(options), into_(into) {}

    void add_file(const std::string& file) {
        front_source bytes(as_utf8(open_bytes(file), file), edge_bytes);
        const input_format format =
            options_.format == input_format::any ? format_of_raw(file, bytes.front()) : options_.format;
        if (std::string finding = fronts_.add(file, bytes.front(), bytes.is_whole());
            !finding.empty() && !options_.may_repeat) {
            into_.warnings.push_back(std::move(finding));
        }
        chunk_options reading;
        reading.size = std::max<std::size_t>(1, options_.chunk_size.value_or(reading.size));
        reading.quotes = format == input_format::csv || format == input_format::tsv;
        reading.progress = options_.progress;
        chunk_reader chunks(bytes, reading);
        const std::uint64_t before = rows();
        passed_over skipped;
        if (reading.quotes) {
            const std::string edges = pass_over_edges(bytes, delimiter_told(format), options_.edges, file);
            if (!edges.empty()) {
                into_.notes.push_back(edges);
            }
            add_csv(file, format, bytes, chunks, skipped);
        } else {
            add_ndjson(file, chunks, skipped);
        }
        note(file, skipped, rows() - before);
        check_numbers(file, readers(), into_);
        if (into_.ended) {
            into_.ended(file);
        }
    }

private:
    /// Looked at so far.
    std::uint64_t rows() const {
        return std::accumulate(sinks_.begin(), sinks_.end(), std::uint64_t{0},
                               [](std::uint64_t sum, const file_sink* each) { return sum + each->rows; });
    }

    std::optional<char> delimiter_told(input_format format) const {
        return options_.delimiter || format != input_format::tsv ? options_.delimiter : '\t';
    }

    void tell(const std::string& file, const std::vector<std::string>& names) const {
        if (into_.names) {
            into_.names(file, names);
        }
    }

    void note(const std::string& file, const passed_over& skipped, std::uint64_t rows) {
        const std::vector<std::string> warnings = findings(skipped, file, rows);
        into_.warnings.insert(into_.warnings.end(), warnings.begin(), warnings.end());
        if (std::string again = note_of_headers(skipped, file, options_.edges.strict); !again.empty()) {
            into_.notes.push_back(std::move(again));
        }
        into_.skipped += skipped.rows + (skipped.cut.empty() ? 0 : 1);
    }

    void note_end(const std::string& file, const csv_layout& layout,
                  const std::vector<std::unique_ptr<csv_scanner>>& scanners) {
        closing_row last;
        for (const auto& each : scanners) {
            const closing_row& other = each->last_row();
            last = other.line != 0 && (last.line == 0 || other.chunk > last.chunk) ? other : last;
        }
        if (last.line != 0) {
            into_.ends.push_back(
                {fmt::format("{}:{}", name_of(file), last.line), layout.header[last.column], std::move(last.cell)});
        }
    }

    void add_findings(csv_layout& to) const {
        std::vector<std::size_t> places;
        for (const std::string& name : wanted_.findings) {
            const auto at = std::find(to.header.begin(), to.header.end(), name);
            if (at == to.header.end()) {
                return;
            }
            places.push_back(static_cast<std::size_t>(at - to.header.begin()));
        }
        to.wanted.insert(to.wanted.end(), places.begin(), places.end());
    }

    void add_csv(const std::string& file, input_format format, const front_source& front, chunk_reader& chunks,
                 passed_over& skipped) {
        chunk first;
        if (!chunks.next(first)) {
            throw bad_input(name_of(file), "is empty: a CSV file begins with its header");
        }
        csv_layout layout = read_header(first, chunks, file, delimiter_told(format),
                                        {wanted_.columns, wanted_.perhaps_texts}, options_.windows_1252);
        add_findings(layout);
        layout.skip_ragged = options_.skip_ragged;
        tell(file, layout.header);
        if (layout.trims) {
            into_.warnings.push_back(name_of(file) + ": the spaces around names and cells are left out");
        }
        if (std::string warning = warning_of_currencies(wanted_, front, layout); !warning.empty()) {
            into_.warnings.push_back(std::move(warning));
        }
        const number_reader numbers = numbers_of(wanted_, front, layout, options_.decimal);
        std::vector<std::unique_ptr<csv_scanner>> scanners;
        for (file_sink* const each : sinks_) {
            each->numbers = numbers;
            each->begin_file(layout);
            scanners.push_back(std::make_unique<csv_scanner>(layout, *each));
        }
        scan_chunks(chunks, std::move(first), scanners);
        for (const auto& each : scanners) {
            skipped.add(each->skipped());
        }
        note_end(file, layout, scanners);
    }

    std::vector<const number_reader*> readers() const {
        std::vector<const number_reader*> readers;
        for (const file_sink* const each : sinks_) {
            readers.push_back(&each->numbers);
        }
        return readers;
    }

    void require_options_of_json() const {
        if (options_.windows_1252) {
            throw bad_usage("JSON is UTF-8; --encoding windows-1252 is for CSV");
        }
        if (options_.edges.any()) {
            throw bad_usage(std::string(options_.edges.header_row ? "--header-row" : "--skip-rows") +
                            " is of CSV, and this is JSON");
        }
    }

    void add_ndjson(const std::string& file, chunk_reader& chunks, passed_over& skipped) {
        require_options_of_json();
        json_layout layout{file, wanted_.columns, options_.skip_ragged};
        layout.wanted.insert(layout.wanted.end(), wanted_.findings.begin(), wanted_.findings.end());
        std::vector<std::unique_ptr<json_scanner>> scanners;
        const std::uint64_t before = rows();
        for (file_sink* const each : sinks_) {
            each->numbers = number_reader();
            each->begin_file(layout);
            scanners.push_back(std::make_unique<json_scanner>(layout, *each));
        }
        chunk first;
        if (!chunks.next(first)) {
            return;
        }
        constexpr char byte_order_mark[] = "\xef\xbb\xbf";
        first.begin += std::memcmp(first.buffer.data() + first.begin, byte_order_mark, 3) == 0 ? 3 : 0;
        scan_chunks(chunks, std::move(first), scanners);
        for (const auto& each : scanners) {
            skipped.add(each->skipped());
        }
        tell(file, scanners[0]->top_keys());
        if (rows() != before) {
            warn_of_keys(file, scanners);
        }
    }

    /// Warns of keys that no line has, or that are there in other capitals too.
    void warn_of_keys(const std::string& file, const std::vector<std::unique_ptr<json_scanner>>& scanners) {
        std::set<std::string> in_other_case;
        for (const auto& each : scanners) {
            in_other_case.insert(each->in_other_case().begin(), each->in_other_case().end());
        }
        for (std::size_t cell = 0; cell < wanted_.columns.size(); ++cell) {
            const std::string& column = wanted_.columns[cell];
            if (std::none_of(scanners.begin(), scanners.end(), [&](const auto& s) { return s->met(cell); })) {
                const std::vector<std::string> keys = scanners[0]->top_keys();
                into_.warnings.push_back(name_of(file) + ": no row has " + quote_of(column) +
                                         did_you_mean(column, {keys.begin(), keys.end()}) +
                                         quotes_for_text(column, wanted_.perhaps_texts));
            } else {
                warn_of_other_case(column, file, in_other_case, into_);
            }
        }
    }

    const wanted_cells& wanted_;
    const std::vector<file_sink*>& sinks_;
    const row_options& options_;
    read_findings& into_;
    seen_fronts fronts_;
};

}  // namespace

unsigned threads_of(const row_options& options) {
    return options.threads == 0 ? std::max(1u, std::thread::hardware_concurrency()) : options.threads;
}

/// Amounts of different currencies make no sum.
void check_numbers(const std::string& file, const std::vector<const number_reader*>& readers, read_findings& into) {
    require_one_decimal_mark(file, readers);
    for (const number_reader* const each : readers) {
        for (const std::string& other : {each->currency(), each->another_currency()}) {
            if (is_other_currency(into.currency, other)) {
                throw bad_input(name_of(file), fmt::format("numbers in {} and in {} make no sum; count each by "
                                                           "itself, with --where",
                                                           into.currency, other));
            }
            into.currency = other.empty() ? into.currency : other;
        }
    }
}

void read_rows(const std::vector<std::string>& files, const wanted_cells& wanted, const std::vector<file_sink*>& sinks,
               const row_options& options, read_findings& into) {
    file_reading reading(wanted, sinks, options, into);
    for (const std::string& file : files) {
        reading.add_file(file);
    }
}

}  // namespace cxm

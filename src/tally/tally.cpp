#include "tally/tally.hpp"

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
#include "rows/json_scan.hpp"
#include "rows/place.hpp"
#include "rows/raw_format.hpp"
#include "rows/scan_chunks.hpp"
#include "tally/counter.hpp"
#include "tally/harvest.hpp"
#include "tally/seen_fronts.hpp"
#include "tally/slips.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

/// What one thread counts with, over all files.
class tallying {
public:
    tallying(const program& plan, const tally_options& options)
        : plan_(plan), options_(options), budget_(options.max_memory), shared_(plan, budget_) {
        const unsigned processors = std::max(1u, std::thread::hardware_concurrency());
        const unsigned threads = options.threads == 0 ? processors : options.threads;
        for (unsigned i = 0; i < threads; ++i) {
            counters_.push_back(std::make_unique<counter>(plan, shared_, budget_));
        }
    }

    void add_file(const std::string& file, tally_result& into) {
        front_source bytes(as_utf8(open_bytes(file), file), edge_bytes);
        const input_format format =
            options_.format == input_format::any ? format_of_raw(file, bytes.front()) : options_.format;
        if (std::string finding = fronts_.add(file, bytes.front(), bytes.is_whole()); !finding.empty()) {
            into.warnings.push_back(std::move(finding));
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
                into.notes.push_back(edges);
            }
            add_csv(file, format, chunks, skipped, into);
        } else {
            add_ndjson(file, chunks, skipped, into);
        }
        note(file, skipped, rows() - before, into);
    }

    void finish(tally_result& into) {
        const std::vector<std::uint64_t> texts = join(counters_, shared_);
        harvest(*counters_[0], texts, options_, budget_, into);
    }

private:
    /// Looked at so far.
    std::uint64_t rows() const {
        return std::accumulate(counters_.begin(), counters_.end(), std::uint64_t{0},
                               [](std::uint64_t sum, const auto& each) { return sum + each->rows; });
    }

    std::optional<char> delimiter_told(input_format format) const {
        return options_.delimiter || format != input_format::tsv ? options_.delimiter : '\t';
    }

    void note(const std::string& file, const passed_over& skipped, std::uint64_t rows, tally_result& into) const {
        const std::vector<std::string> warnings = findings(skipped, file, rows);
        into.warnings.insert(into.warnings.end(), warnings.begin(), warnings.end());
        if (std::string again = note_of_headers(skipped, file, options_.edges.strict); !again.empty()) {
            into.notes.push_back(std::move(again));
        }
        into.skipped += skipped.rows + (skipped.cut.empty() ? 0 : 1);
    }

    static void note_end(const std::string& file, const csv_layout& layout,
                         const std::vector<std::unique_ptr<csv_scanner>>& scanners, tally_result& into) {
        closing_row last;
        for (const auto& each : scanners) {
            const closing_row& other = each->last_row();
            last = other.line != 0 && (last.line == 0 || other.chunk > last.chunk) ? other : last;
        }
        if (last.line != 0) {
            into.ends.push_back(
                {fmt::format("{}:{}", name_of(file), last.line), layout.header[last.column], std::move(last.cell)});
        }
    }

    void add_csv(const std::string& file, input_format format, chunk_reader& chunks, passed_over& skipped,
                 tally_result& into) {
        chunk first;
        if (!chunks.next(first)) {
            throw bad_input(name_of(file), "is empty: a CSV file begins with its header");
        }
        csv_layout layout = read_header(first, chunks, file, delimiter_told(format),
                                        {plan_.columns, plan_.perhaps_texts}, options_.windows_1252);
        layout.skip_ragged = options_.skip_ragged;
        warn_of_periods(plan_, file, layout.header, into);
        if (layout.trims) {
            into.warnings.push_back(name_of(file) + ": the spaces around names and cells are left out");
        }
        const bool either = !options_.decimal && layout.delimiter == ';';
        std::vector<std::unique_ptr<csv_scanner>> scanners;
        for (const auto& each : counters_) {
            each->numbers = number_reader(either ? std::nullopt : std::optional(options_.decimal.value_or('.')));
            scanners.push_back(std::make_unique<csv_scanner>(layout, *each));
        }
        scan_chunks(chunks, std::move(first), scanners);
        bool points = false;
        bool commas = false;
        bool sure = false;
        std::string doubtful;
        for (std::size_t i = 0; i < counters_.size(); ++i) {
            points |= counters_[i]->numbers.saw_points();
            commas |= counters_[i]->numbers.saw_commas();
            sure |= counters_[i]->numbers.saw_sure();
            const std::string& other = counters_[i]->numbers.doubtful();
            doubtful = doubtful.empty() || (!other.empty() && other < doubtful) ? other : doubtful;
            skipped.add(scanners[i]->skipped());
        }
        note_end(file, layout, scanners, into);
        if (points && commas) {
            throw bad_input(name_of(file),
                            "has numbers with decimal points and with decimal commas; say which by --decimal");
        }
        if (!doubtful.empty() && !sure) {
            throw bad_input(name_of(file), doubt(doubtful));
        }
    }

    void add_ndjson(const std::string& file, chunk_reader& chunks, passed_over& skipped, tally_result& into) {
        if (options_.windows_1252) {
            throw bad_usage("JSON is UTF-8; --encoding windows-1252 is for CSV");
        }
        if (options_.edges.any()) {
            throw bad_usage(std::string(options_.edges.header_row ? "--header-row" : "--skip-rows") +
                            " is of CSV, and this is JSON");
        }
        const json_layout layout{file, plan_.columns, options_.skip_ragged};
        std::vector<std::unique_ptr<json_scanner>> scanners;
        const std::uint64_t before = rows();
        for (const auto& each : counters_) {
            each->numbers = number_reader();
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
        warn_of_periods(plan_, file, scanners[0]->top_keys(), into);
        std::set<std::string> in_other_case;
        for (const auto& each : scanners) {
            in_other_case.insert(each->in_other_case().begin(), each->in_other_case().end());
        }
        for (std::size_t cell = 0; cell < plan_.columns.size() && rows() != before; ++cell) {
            if (std::none_of(scanners.begin(), scanners.end(), [&](const auto& s) { return s->met(cell); })) {
                const std::vector<std::string> keys = scanners[0]->top_keys();
                into.warnings.push_back(name_of(file) + ": no row has " + quoted(plan_.columns[cell]) +
                                        did_you_mean(plan_.columns[cell], {keys.begin(), keys.end()}) +
                                        quotes_for_text(plan_.columns[cell], plan_.perhaps_texts));
            } else {
                warn_of_other_case(plan_.columns[cell], file, in_other_case, into);
            }
        }
    }

    const program& plan_;
    const tally_options& options_;
    memory_budget budget_;
    shared_counts shared_;
    seen_fronts fronts_;
    std::vector<std::unique_ptr<counter>> counters_;
};

}  // namespace

tally_result tally(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                   const tally_options& options) {
    const program ready = compile(how, known);
    tallying work(ready, options);
    tally_result result;
    for (const std::string& file : files) {
        work.add_file(file, result);
    }
    work.finish(result);
    return result;
}

}  // namespace cxm

#include "tally/tally.hpp"

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>
#include <thread>

#include "problem.hpp"
#include "tally/csv_header.hpp"
#include "tally/csv_scan.hpp"
#include "tally/counter.hpp"
#include "tally/harvest.hpp"
#include "tally/json_scan.hpp"

namespace cxm {

namespace {

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The format that a file's name says; `any` where it says none.
input_format format_of_name(std::string_view file) {
    for (const std::string_view packed : {".gz", ".zst"}) {
        file = ends_with(file, packed) ? file.substr(0, file.size() - packed.size()) : file;
    }
    if (ends_with(file, ".csv")) {
        return input_format::csv;
    }
    if (ends_with(file, ".tsv") || ends_with(file, ".tab")) {
        return input_format::tsv;
    }
    return ends_with(file, ".ndjson") || ends_with(file, ".jsonl") ? input_format::ndjson : input_format::any;
}

/// A source whose first bytes have been looked at.
class looked_at : public byte_source {
public:
    explicit looked_at(std::unique_ptr<byte_source> from) : from_(std::move(from)), first_(64, '\0') {
        first_.resize(read_fully(*from_, first_.data(), first_.size()));
    }

    const std::string& first() const { return first_; }

    std::size_t read(char* to, std::size_t size) override {
        if (at_ == first_.size()) {
            return from_->read(to, size);
        }
        const std::size_t count = first_.copy(to, size, at_);
        at_ += count;
        return count;
    }
    std::uint64_t done() const override { return from_->done(); }
    std::uint64_t total() const override { return from_->total(); }

private:
    std::unique_ptr<byte_source> from_;
    std::string first_;
    std::size_t at_ = 0;
};

input_format format_of_text(std::string_view first) {
    const std::size_t at = first.find_first_not_of(" \t\r\n");
    const bool json = at != std::string_view::npos && (first[at] == '{' || first[at] == '[');
    return json ? input_format::ndjson : input_format::csv;
}

/// What one thread counts with, over all files.
class tallying {
public:
    tallying(const program& plan, const tally_options& options)
        : plan_(plan), options_(options), budget_(options.max_memory) {
        const unsigned processors = std::max(1u, std::thread::hardware_concurrency());
        const unsigned threads = options.threads == 0 ? processors : options.threads;
        for (unsigned i = 0; i < threads; ++i) {
            counters_.push_back(std::make_unique<counter>(plan, budget_));
        }
    }

    void add_file(const std::string& file, tally_result& into) {
        looked_at bytes(open_bytes(file));
        input_format format = options_.format == input_format::any ? format_of_name(file) : options_.format;
        format = format == input_format::any ? format_of_text(bytes.first()) : format;
        chunk_options reading;
        reading.size = std::max<std::size_t>(1, options_.chunk_size);
        reading.quotes = format == input_format::csv || format == input_format::tsv;
        reading.progress = options_.progress;
        chunk_reader chunks(bytes, reading);
        if (reading.quotes) {
            add_csv(file, format, chunks, into);
        } else {
            add_ndjson(file, chunks, into);
        }
    }

    void finish(tally_result& into);

private:
    void add_csv(const std::string& file, input_format format, chunk_reader& chunks, tally_result& into) {
        chunk first;
        if (!chunks.next(first)) {
            throw bad_input(file == "-" ? "standard input" : shown(file), "is empty: a CSV file begins with its header");
        }
        const std::optional<char> told = format == input_format::tsv ? '\t' : options_.delimiter;
        csv_layout layout = read_header(first, chunks, file, options_.delimiter ? options_.delimiter : told,
                                        plan_.columns, options_.windows_1252);
        layout.skip_ragged = options_.skip_ragged;
        const bool either = !options_.decimal && layout.delimiter == ';';
        std::vector<std::unique_ptr<csv_scanner>> scanners;
        for (const auto& each : counters_) {
            each->numbers = number_reader(either ? std::nullopt : std::optional(options_.decimal.value_or('.')));
            scanners.push_back(std::make_unique<csv_scanner>(layout, *each));
        }
        scan(chunks, std::move(first), scanners);
        bool points = false;
        bool commas = false;
        for (std::size_t i = 0; i < counters_.size(); ++i) {
            points |= counters_[i]->numbers.saw_points();
            commas |= counters_[i]->numbers.saw_commas();
            into.skipped += scanners[i]->skipped();
        }
        if (points && commas) {
            throw bad_input(file == "-" ? "standard input" : shown(file),
                            "has numbers with decimal points and with decimal commas; say which by --decimal");
        }
    }

    void add_ndjson(const std::string& file, chunk_reader& chunks, tally_result& into) {
        if (options_.windows_1252) {
            throw bad_usage("JSON is UTF-8; --encoding windows-1252 is for CSV");
        }
        const json_layout layout{file, plan_.columns};
        std::vector<std::unique_ptr<json_scanner>> scanners;
        std::uint64_t before = 0;
        for (const auto& each : counters_) {
            each->numbers = number_reader();
            before += each->rows;
            scanners.push_back(std::make_unique<json_scanner>(layout, *each));
        }
        chunk first;
        if (!chunks.next(first)) {
            return;
        }
        constexpr char byte_order_mark[] = "\xef\xbb\xbf";
        first.begin = std::memcmp(first.buffer.data(), byte_order_mark, 3) == 0 ? 3 : 0;
        scan(chunks, std::move(first), scanners);
        std::uint64_t after = 0;
        for (const auto& each : counters_) {
            after += each->rows;
        }
        for (std::size_t cell = 0; cell < plan_.columns.size() && after != before; ++cell) {
            if (std::none_of(scanners.begin(), scanners.end(), [&](const auto& s) { return s->met(cell); })) {
                const std::vector<std::string> keys = scanners[0]->top_keys();
                into.warnings.push_back((file == "-" ? "standard input" : shown(file)) + ": no row has " +
                                        quoted(plan_.columns[cell]) +
                                        did_you_mean(plan_.columns[cell], {keys.begin(), keys.end()}));
            }
        }
    }

    /// Scans chunks on all threads; of several faults the first in the file is thrown.
    template <class Scanner>
    void scan(chunk_reader& chunks, chunk first, std::vector<std::unique_ptr<Scanner>>& scanners) {
        std::mutex one;
        std::exception_ptr fault;
        std::uint64_t fault_at = 0;
        const auto work = [&](Scanner& scanner, chunk text, bool filled) {
            for (;;) {
                try {
                    if (!filled && !chunks.next(text)) {
                        return;
                    }
                    filled = false;
                    scanner.scan(text);
                } catch (...) {
                    const std::lock_guard lock(one);
                    if (!fault || text.number < fault_at) {
                        fault = std::current_exception();
                        fault_at = text.number;
                    }
                    chunks.stop();
                    return;
                }
            }
        };
        std::vector<std::thread> threads;
        // A file of one chunk needs no help.
        for (std::size_t i = 1; i < scanners.size() && !chunks.ended(); ++i) {
            threads.emplace_back(work, std::ref(*scanners[i]), chunk(), false);
        }
        work(*scanners[0], std::move(first), true);
        for (std::thread& each : threads) {
            each.join();
        }
        if (fault) {
            std::rethrow_exception(fault);
        }
    }

    const program& plan_;
    const tally_options& options_;
    memory_budget budget_;
    std::vector<std::unique_ptr<counter>> counters_;
};

/// Joins the threads' counters into the first.
void tallying::finish(tally_result& into) {
    counter& all = *counters_[0];
    std::vector<std::vector<std::uint32_t>> owners;
    for (std::size_t i = 1; i < counters_.size(); ++i) {
        owners.push_back(all.owners(all.absorb(*counters_[i])));
    }
    std::vector<std::uint64_t> texts(all.groups().size() * all.distinct_measures());
    if (!texts.empty()) {
        for (const auto& each : counters_) {
            each->texts().flush();
        }
        std::mutex one;
        std::exception_ptr fault;
        const auto join_parts = [&](std::size_t from) {
            try {
                for (std::size_t part = from; part < distinct_set::parts; part += counters_.size()) {
                    for (std::size_t i = 1; i < counters_.size(); ++i) {
                        all.texts().absorb(part, counters_[i]->texts(), owners[i - 1]);
                    }
                }
            } catch (...) {
                const std::lock_guard lock(one);
                fault = std::current_exception();
            }
        };
        std::vector<std::thread> threads;
        for (std::size_t i = 1; i < counters_.size(); ++i) {
            threads.emplace_back(join_parts, i);
        }
        join_parts(0);
        for (std::thread& each : threads) {
            each.join();
        }
        if (fault) {
            std::rethrow_exception(fault);
        }
        all.texts().count(texts);
    }
    harvest(all, texts, options_, into);
}

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

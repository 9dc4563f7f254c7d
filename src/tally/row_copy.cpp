#include "tally/row_copy.hpp"

#include <bit>
#include <memory>

#include "bytes/byte_source.hpp"
#include "rows/csv_header.hpp"
#include "rows/csv_scan.hpp"
#include "rows/encoding.hpp"
#include "rows/json_scan.hpp"
#include "rows/truth.hpp"
#include "rows/written_row.hpp"
#include "tally/counter.hpp"
#include "tally/harvest.hpp"
#include "tally/rows_behind.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// Counts rows, so that what a tally refuses and warns of is refused and warned of here, and copies some on the way.
class row_copier : public counter {
public:
    row_copier(const program& plan, shared_counts& shared, memory_budget& budget, const rows_wanted& wanted,
               const text_taker& to)
        : counter(plan, shared, budget), wanted_(wanted), to_(to), prepared_(plan) {
        for (const std::string_view measure : wanted.measures) {
            behind_.emplace_back(plan, measure, wanted.span);
        }
    }

    void begin_file(const csv_layout& of) override;
    void begin_file(const json_layout& of) override;
    void add(const row_batch& given) override;

    std::uint64_t copied = 0;
    std::vector<bool> met;  ///< of each wanted key of JSON, whether a row that was copied has it

private:
    void copy(const row_batch& given, std::size_t row);
    void put(const std::vector<std::string_view>& cells);
    void put_members(std::string_view line);
    void put_text(std::string_view text);

    const rows_wanted& wanted_;
    const text_taker& to_;
    std::vector<rows_behind> behind_;
    prepared_rows prepared_;
    const csv_layout* csv_ = nullptr;  ///< of this file; null where it is JSON
    bool has_begun_ = false;
    std::vector<std::string> header_;  ///< of the first file
    char delimiter_ = ',';             ///< of the first file
    std::vector<std::size_t> columns_;
    written_row row_;
    std::string room_;
};

void row_copier::begin_file(const csv_layout& of) {
    const bool is_first = !has_begun_;
    const std::string file = name_of(of.file);
    if (!is_first && csv_ == nullptr) {
        throw bad_input(file, "is CSV, and the files before it are JSON: their rows make no one file");
    }
    csv_ = &of;
    columns_ = find_columns(of, {wanted_.columns, {}}, file);
    if (!is_first && of.delimiter != delimiter_) {
        throw bad_input(file, "has other delimiters than the first file, so that their rows make no one file");
    }
    if (!is_first && wanted_.columns.empty() && of.header != header_) {
        throw bad_input(file, "has other columns than the first file: --columns picks some that both have");
    }
    if (is_first) {
        has_begun_ = true;
        header_ = of.header;
        delimiter_ = of.delimiter;
        cut_row(of.header_text.data(), of.header_text.data() + of.header_text.size(), of.delimiter, row_);
        put(row_.cells);
    }
}

void row_copier::begin_file(const json_layout& of) {
    if (csv_ != nullptr) {
        throw bad_input(name_of(of.file), "is JSON, and the files before it are CSV: their rows make no one file");
    }
    has_begun_ = true;
    met.resize(wanted_.columns.size());
}

void row_copier::add(const row_batch& given) {
    counter::add(given);
    const row_batch& rows_read = prepared_.of(given);
    row_mask asked = first_rows(given.size);
    std::optional<cell_problem> fault;
    if (!plan().where.steps.empty()) {
        asked = evaluate(plan().where, plan().where_cells, rows_read, asked, numbers, fault).yes;
    }
    row_mask wanted = 0;
    for (rows_behind& each : behind_) {
        wanted |= each.of(rows_read, asked, numbers);
    }
    for (; wanted != 0; wanted &= wanted - 1) {
        copy(given, static_cast<std::size_t>(std::countr_zero(wanted)));
    }
}

void row_copier::copy(const row_batch& given, std::size_t row) {
    ++copied;
    const char* const at = given.written[row];
    if (csv_ != nullptr) {
        cut_row(at, given.written_end, csv_->delimiter, row_);
        put(row_.cells);
    } else if (wanted_.columns.empty()) {
        to_(line_at(at, given.written_end));
        to_("\n");
    } else {
        put_members(line_at(at, given.written_end));
    }
}

/// Writes the wanted cells of the row that was cut, or all of it.
void row_copier::put(const std::vector<std::string_view>& cells) {
    if (columns_.empty()) {
        put_text(row_.text);
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (i != 0) {
            to_({&delimiter_, 1});
        }
        put_text(columns_[i] < cells.size() ? cells[columns_[i]] : std::string_view());
    }
    to_(row_.end);
}

void row_copier::put_text(std::string_view text) {
    if (csv_->windows_1252) {
        (void)from_windows_1252(text, room_);
    }
    to_(text);
}

void row_copier::put_members(std::string_view line) {
    for (std::size_t i = 0; i < wanted_.columns.size(); ++i) {
        const std::string_view value = json_member(line, wanted_.columns[i]);
        met[i] = met[i] || !value.empty();
        room_ = i == 0 ? "{" : ",";
        room_.append(wanted_.keys[i]) += ':';
        to_(room_);
        to_(value.empty() ? "null" : value);
    }
    to_("}\n");
}

}  // namespace

tally_result copy_rows(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                       const tally_options& options, const rows_wanted& wanted, const text_taker& to,
                       std::uint64_t& copied) {
    const program ready = compile(how, known);
    memory_budget budget(options.max_memory);
    shared_counts shared(ready, budget);
    // One thread alone keeps the order of the rows.
    std::vector<std::unique_ptr<counter>> counters;
    auto copier = std::make_unique<row_copier>(ready, shared, budget, wanted, to);
    row_copier& one = *copier;
    counters.push_back(std::move(copier));
    tally_result result;
    read_rows(files, ready, {&one}, options, result);
    for (std::size_t i = 0; i < one.met.size() && one.copied != 0; ++i) {
        if (!one.met[i]) {
            result.warnings.push_back("no row that is copied has " + quote_of(wanted.columns[i]));
        }
    }
    const std::vector<std::uint64_t> texts = join(counters, shared);
    harvest(one, texts, options, budget, result);
    copied = one.copied;
    return result;
}

}  // namespace cxm

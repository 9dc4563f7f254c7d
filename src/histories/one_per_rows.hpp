#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "histories/key_program.hpp"
#include "histories/moment_reader.hpp"
#include "plan/plan.hpp"
#include "rows/prepared_rows.hpp"
#include "rows/read_rows.hpp"
#include "tables/memory.hpp"
#include "tables/text_table.hpp"

namespace cxm {

/// A row that counts so far, of those with its key.
struct kept_row {
    bool has_time = false;
    bool differs = false;      ///< not all of them are alike
    std::int64_t time = 0;     ///< microseconds since 1970-01-01
    std::uint64_t chunk = 0;   ///< where it stands: file and chunk
    std::uint64_t number = 0;  ///< of the chunk's rows
    std::uint64_t rows = 1;    ///< with the key
    std::string cells;         ///< packed; the least of their bytes where rows must be the same
    std::string most;          ///< where they must be: the greatest
};

/// Rows of some keys.
struct keyed_part {
    explicit keyed_part(memory_budget& budget) : keys(budget) {}

    text_table keys;  ///< with places among the rows
    std::vector<kept_row> rows;
};

/// Keeps one row of each key, and hands on those that have none, or are not counted; one a thread.
class one_per_rows : public file_sink {
public:
    /// The program must outlive it. Of `into` no more is said than where rows go.
    one_per_rows(const key_program& program, file_sink& into, memory_budget& budget);

    void add(const row_batch& given) override;

    /// What follows is of the next file.
    void next_file() { ++file_; }

    /// Takes over a part of another one.
    void absorb(one_per_rows& other, std::size_t part);

    /// Hands on the rows of a part that count; `readers` tell of each file how its numbers are written.
    ///
    /// Throws bad_input for a cell that cannot be counted, with the key of its row.
    void hand_on(std::size_t part, file_sink& to, std::vector<number_reader>& of_files) const;

    /// `order_id 'O12'`, of a row by its cells.
    std::string key_of(std::string_view cells) const;

    file_sink& into() const { return into_; }
    const moment_reader& times() const { return times_; }

    std::vector<keyed_part> parts;
    std::vector<std::optional<number_reader>> readers;  ///< of each file, as it began
    std::uint64_t without_key = 0;                      ///< rows that are handed on for that

private:
    const key_program& program_;
    file_sink& into_;
    memory_budget& budget_;
    prepared_rows prepared_;
    moment_reader times_;
    row_batch passed_on_;
    std::size_t file_ = 0;
    std::uint64_t chunk_ = 0;
    std::uint64_t number_ = 0;  ///< of rows of the chunk so far
    std::string key_;
    std::string cells_;

    void pass_on(const row_batch& given, row_mask rows);
    void keep(const row_batch& given, const row_batch& prepared, std::size_t row);
    bool read_time(std::string_view cell, kept_row& into, std::int32_t& day);
    kept_row& row_of(std::string_view key, bool& is_new);
    void join(kept_row& known, kept_row& other);
};

/// Reads files into sinks as `read_rows` does, but of rows with the same key one alone; throws bad_usage and bad_input.
void read_one_per(const plan& how, const std::vector<std::string>& files, const wanted_cells& wanted,
                  const std::vector<file_sink*>& sinks, const row_options& options, read_findings& into);

}  // namespace cxm

#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "records.hpp"

namespace cxm {

/// What tells records apart, as 128 bits of their period and labels; two that differ meet with a chance of 2^-128.
struct record_key {
    std::uint64_t high;
    std::uint64_t low;
    std::uint64_t line;
    std::uint32_t source;

    bool same_as(const record_key& other) const { return high == other.high && low == other.low; }
    bool before(const record_key& other) const { return high != other.high ? high < other.high : low < other.low; }
};

/// The keys of a block of records; `source` numbers the file.
std::vector<record_key> keys_of(const records& block, std::uint32_t source);

/// Finds records given twice in a stream of any length: keys beyond a fixed memory go to a temporary file, sorted.
class duplicate_finder {
public:
    /// `most` keys are held in memory at a time; tests make it small.
    explicit duplicate_finder(std::vector<std::string> files, std::size_t most = std::size_t(1) << 19);
    ~duplicate_finder();
    duplicate_finder(const duplicate_finder&) = delete;
    duplicate_finder& operator=(const duplicate_finder&) = delete;

    /// Throws bad_input naming both places where a record was given before.
    void add(const std::vector<record_key>& keys);

    /// Looks through what went to the temporary file; call it after the last record.
    void finish();

private:
    std::vector<std::string> files_;
    std::size_t most_;
    std::vector<record_key> slots_;  ///< open addressing; line 0 is free
    std::size_t used_ = 0;
    std::FILE* runs_ = nullptr;
    std::vector<std::size_t> run_lengths_;

    void write_run();
    [[noreturn]] void refuse(const record_key& a, const record_key& b) const;
};

}  // namespace cxm

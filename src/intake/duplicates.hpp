#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "intake/record_key.hpp"

namespace cxm {

/// Keys, each once: a hash table of open addressing that holds their places among the others.
class key_table {
public:
    /// The key that is the same and already there, or null: then this one is in.
    record_key* insert(const record_key& key);

    const std::vector<record_key>& keys() const { return keys_; }

    /// Forgets all keys, and makes room for so many.
    void clear(std::size_t expected);

private:
    std::vector<record_key> keys_;
    std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(64);  ///< an index and 1, or 0 where none is

    void make_slots(std::size_t count);
};

/// Keys in parts such that equal ones are in the same: what is beyond a fixed memory in a temporary file.
class parted_keys {
public:
    /// About `most` keys are held in memory.
    explicit parted_keys(std::size_t most) : pages_left_(most / page_size) {}
    ~parted_keys();
    parted_keys(const parted_keys&) = delete;
    parted_keys& operator=(const parted_keys&) = delete;

    static constexpr std::size_t parts = 256;

    void add(const record_key& key) {
        part& to = parts_[key.high % parts];
        if (to.used == page_size) {
            turn_page(to);
        }
        (*to.last)[to.used++] = key;
    }

    std::size_t size(std::size_t which) const;

    /// Runs `use` on all keys of a part, in the order in which they were added but for those in the file.
    template <class Use>
    void for_each(std::size_t which, Use use) {
        const auto& from = parts_[which];
        page read;
        for (const long at : from.in_file) {
            read_page(at, read);
            std::for_each(read.begin(), read.end(), use);
        }
        for (const auto& full : from.in_memory) {
            std::for_each(full->begin(), full->end(), use);
        }
        if (from.last) {
            std::for_each_n(from.last->begin(), from.used, use);
        }
    }

private:
    static constexpr std::size_t page_size = 512;
    using page = std::array<record_key, page_size>;

    struct part {
        std::unique_ptr<page> last;
        std::size_t used = page_size;
        std::vector<std::unique_ptr<page>> in_memory;
        std::vector<long> in_file;
    };

    std::size_t pages_left_;
    std::FILE* file_ = nullptr;
    long end_ = 0;
    std::vector<part> parts_ = std::vector<part>(parts);

    void turn_page(part& to);
    void write_page(part& from);
    void read_page(long at, page& to);
};

/// Finds records given twice in a stream of any length.
class duplicate_finder {
public:
    /// Among the `most_at_once` first keys a second one is found when it comes; of the others `most` are held in
    /// memory. Tests make them small.
    explicit duplicate_finder(std::vector<std::string> files, std::size_t most_at_once = std::size_t(1) << 14,
                              std::size_t most = std::size_t(1) << 20)
        : files_(std::move(files)), most_at_once_(most_at_once), most_(most) {}

    /// Throws bad_input naming both places where a record was given before.
    void add(const std::vector<record_key>& keys);

    /// Throws as `add` does for what it did not look at; call it after the last record, or before other findings in
    /// what follows the last one added.
    void finish();

private:
    std::vector<std::string> files_;
    std::size_t most_at_once_;
    std::size_t most_;
    key_table table_;
    std::optional<parted_keys> later_;

    [[noreturn]] void refuse(const record_key& first, const record_key& second) const;
};

}  // namespace cxm

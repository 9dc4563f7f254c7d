#pragma once

#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "record_key.hpp"

namespace cxm {

/// Keys by their places in memory: a hash table of open addressing.
class key_table {
public:
    /// The key that is the same and already there, or null: then this one is in.
    record_key* insert(const record_key& key);

    void prefetch(const record_key& key) const { __builtin_prefetch(&slots_[key.low & (slots_.size() - 1)], 1); }
    std::size_t size() const { return used_; }
    void clear();

    template <class Use>
    void for_each(Use use) const {
        for (const record_key& key : slots_) {
            if (key.place != 0) {
                use(key);
            }
        }
    }

private:
    std::vector<record_key> slots_ = std::vector<record_key>(64);
    std::size_t used_ = 0;

    void grow();
};

/// Keys beyond a fixed memory: in a temporary file, in parts such that equal keys are in the same one.
class spilled_keys {
public:
    spilled_keys();
    ~spilled_keys();
    spilled_keys(const spilled_keys&) = delete;
    spilled_keys& operator=(const spilled_keys&) = delete;

    static constexpr std::size_t parts = 256;

    void add(const record_key& key);

    /// Appends the keys of a part to others.
    void read(std::size_t part, std::vector<record_key>& to);

private:
    struct part {
        std::vector<record_key> last;  ///< not in the file yet
        std::vector<long> pages;       ///< where in the file the others are
    };

    std::FILE* file_;
    long end_ = 0;
    std::vector<part> parts_{parts};
};

/// Finds records given twice in a stream of any length.
class duplicate_finder {
public:
    /// `most` keys are held in memory; tests make it small.
    explicit duplicate_finder(std::vector<std::string> files, std::size_t most = std::size_t(3) << 18)
        : files_(std::move(files)), most_(most) {}

    /// Throws bad_input naming both places where a record was given before.
    void add(const std::vector<record_key>& keys);

    /// Looks through what went to the temporary file; call it after the last record.
    void finish();

private:
    std::vector<std::string> files_;
    std::size_t most_;
    key_table table_;
    std::optional<spilled_keys> spilled_;

    [[noreturn]] void refuse(const record_key& first, const record_key& second) const;
};

}  // namespace cxm

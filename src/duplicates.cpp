#include "duplicates.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <queue>

#include "problem.hpp"

namespace cxm {

namespace {

std::uint64_t mixed(std::uint64_t h) {
    h ^= h >> 32;
    h *= 0xd6e8feb86659fd93ULL;
    h ^= h >> 29;
    h *= 0xa0761d6478bd642fULL;
    h ^= h >> 32;
    return h;
}

/// Two words that depend on every byte; not for adversaries, who could only have their own records refused.
void absorb(std::string_view text, std::uint64_t& a, std::uint64_t& b) {
    a ^= text.size();
    while (!text.empty()) {
        std::uint64_t word = 0;
        const std::size_t bytes = std::min<std::size_t>(text.size(), 8);
        std::memcpy(&word, text.data(), bytes);
        a = mixed(a ^ word);
        b = std::rotl(b + word, 23) * 0x9e3779b97f4a7c15ULL;
        text.remove_prefix(bytes);
    }
    b = mixed(b ^ a);
}

}  // namespace

std::vector<record_key> keys_of(const records& block, std::uint32_t source) {
    std::vector<record_key> keys(block.size());
    for (std::size_t row = 0; row < block.size(); ++row) {
        std::uint64_t a = 0x2545f4914f6cdd1dULL;
        std::uint64_t b = 0x9e3779b97f4a7c15ULL;
        absorb(block.periods[row], a, b);
        keys[row] = {a, b, block.lines.empty() ? row + 1 : block.lines[row], source};
    }
    for (const records::label_column& label : block.labels) {
        std::uint64_t name_a = 0x8bb84b93962eacc9ULL;
        std::uint64_t name_b = 0x4b33a62ed433d4a3ULL;
        absorb(label.name, name_a, name_b);
        for (std::size_t row = 0; row < block.size(); ++row) {
            if (label.values[row].data() == nullptr) {
                continue;
            }
            std::uint64_t a = name_a;
            std::uint64_t b = name_b;
            absorb(label.values[row], a, b);
            // A sum, as labels may come in any order.
            keys[row].high += a;
            keys[row].low += b;
        }
    }
    return keys;
}

duplicate_finder::duplicate_finder(std::vector<std::string> files, std::size_t most)
    : files_(std::move(files)), most_(most), slots_(std::bit_ceil(std::size_t(16))) {}

duplicate_finder::~duplicate_finder() {
    if (runs_ != nullptr) {
        std::fclose(runs_);
    }
}

void duplicate_finder::refuse(const record_key& a, const record_key& b) const {
    const bool in_order = a.source != b.source ? a.source < b.source : a.line < b.line;
    const record_key& first = in_order ? a : b;
    const record_key& second = in_order ? b : a;
    const auto at = [&](const record_key& k) { return shown(files_[k.source]) + ":" + std::to_string(k.line); };
    throw bad_input(at(second), "the same period and labels as " + at(first) +
                                    "; pool or remove one, or add the label that tells them apart");
}

void duplicate_finder::add(const std::vector<record_key>& keys) {
    for (const record_key& key : keys) {
        if (used_ * 2 >= slots_.size()) {
            if (used_ >= most_) {
                write_run();
            } else {
                std::vector<record_key> old(slots_.size() * 2);
                old.swap(slots_);
                used_ = 0;
                for (const record_key& k : old) {
                    for (std::size_t i = k.low; k.line != 0; ++i) {
                        record_key& slot = slots_[i & (slots_.size() - 1)];
                        if (slot.line == 0) {
                            slot = k;
                            ++used_;
                            break;
                        }
                    }
                }
            }
        }
        for (std::size_t i = key.low;; ++i) {
            record_key& slot = slots_[i & (slots_.size() - 1)];
            if (slot.line == 0) {
                slot = key;
                ++used_;
                break;
            }
            if (slot.same_as(key)) {
                refuse(slot, key);
            }
        }
    }
}

void duplicate_finder::write_run() {
    std::vector<record_key> run;
    run.reserve(used_);
    std::copy_if(slots_.begin(), slots_.end(), std::back_inserter(run), [](const record_key& k) { return k.line != 0; });
    std::sort(run.begin(), run.end(), [](const record_key& a, const record_key& b) { return a.before(b); });
    if (runs_ == nullptr) {
        runs_ = std::tmpfile();
    }
    if (runs_ == nullptr || std::fwrite(run.data(), sizeof(record_key), run.size(), runs_) != run.size()) {
        throw cannot_write("a temporary file cannot be written");
    }
    run_lengths_.push_back(run.size());
    std::fill(slots_.begin(), slots_.end(), record_key{});
    used_ = 0;
}

namespace {

/// One sorted run, read a little at a time.
struct run_reader {
    std::FILE* file;
    std::size_t next;  ///< in records from the file's start
    std::size_t end;
    std::vector<record_key> part = {};
    std::size_t at = 0;

    bool advance() {
        if (++at < part.size()) {
            return true;
        }
        constexpr std::size_t at_a_time = 1024;
        part.resize(std::min(at_a_time, end - next));
        at = 0;
        if (part.empty()) {
            return false;
        }
        const long offset = static_cast<long>(next * sizeof(record_key));
        if (std::fseek(file, offset, SEEK_SET) != 0 ||
            std::fread(part.data(), sizeof(record_key), part.size(), file) != part.size()) {
            throw cannot_write("a temporary file cannot be read back");
        }
        next += part.size();
        return true;
    }
};

}  // namespace

void duplicate_finder::finish() {
    if (runs_ == nullptr) {
        return;
    }
    write_run();
    std::vector<run_reader> readers;
    std::size_t from = 0;
    for (const std::size_t length : run_lengths_) {
        readers.push_back({runs_, from, from + length});
        from += length;
    }
    const auto later = [&](std::size_t a, std::size_t b) {
        return readers[b].part[readers[b].at].before(readers[a].part[readers[a].at]);
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> heads(later);
    for (std::size_t i = 0; i < readers.size(); ++i) {
        if (readers[i].advance()) {
            heads.push(i);
        }
    }
    record_key last{};
    while (!heads.empty()) {
        const std::size_t i = heads.top();
        heads.pop();
        const record_key key = readers[i].part[readers[i].at];
        if (last.line != 0 && last.same_as(key)) {
            refuse(last, key);
        }
        last = key;
        if (readers[i].advance()) {
            heads.push(i);
        }
    }
}

}  // namespace cxm

#include "intake/record_key.hpp"

#include <bit>
#include <string_view>

#include "bytes/byte_scan.hpp"

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
    const auto take = [&](std::uint64_t word) {
        a = mixed(a ^ word);
        b = std::rotl(b + word, 23) * 0x9e3779b97f4a7c15ULL;
    };
    for (; text.size() >= 8; text.remove_prefix(8)) {
        take(bytes::load(text.data()));
    }
    take(bytes::load_short(text));
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

}  // namespace cxm

#include "intake/json_shape.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>
#include <cstdint>

#include "bytes/byte_scan.hpp"

namespace cxm {

namespace {

/// 64 bytes of JSON as bits, the first byte in the lowest.
struct bits {
    std::uint64_t quotes = 0;
    std::uint64_t escapes = 0;
    std::uint64_t brackets = 0;
};

bits look(const char* at) {
    bits seen;
#ifdef __SSE2__
    for (unsigned part = 0; part < 4; ++part) {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * part));
        const auto equal = [](__m128i a, char c) { return _mm_cmpeq_epi8(a, _mm_set1_epi8(c)); };
        const auto mask = [part](__m128i a) {
            return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(a))) << (16 * part);
        };
        const __m128i folded =
            _mm_or_si128(text, _mm_set1_epi8(0x20));  // [ and { differ in this bit alone, ] and } too
        seen.quotes |= mask(equal(text, '"'));
        seen.escapes |= mask(equal(text, '\\'));
        seen.brackets |= mask(_mm_or_si128(equal(folded, '{'), equal(folded, '}')));
    }
#else
    for (unsigned i = 0; i < 64; ++i) {
        const std::uint64_t bit = std::uint64_t{1} << i;
        const char c = at[i];
        seen.quotes |= c == '"' ? bit : 0;
        seen.escapes |= c == '\\' ? bit : 0;
        seen.brackets |= c == '{' || c == '}' || c == '[' || c == ']' ? bit : 0;
    }
#endif
    return seen;
}

/// Every bit becomes the parity of the bits up to it: with quotes, what lies inside texts.
std::uint64_t parities(std::uint64_t b) {
    for (unsigned by = 1; by < 64; by *= 2) {
        b ^= b << by;
    }
    return b;
}

/// Follows quotes and brackets.
class bracket_walk {
public:
    bracket_walk(int depth, int base) : depth_(depth), base_(base) {}

    void walk(const char* text, std::size_t size) {
        std::size_t i = 0;
        for (; i + 64 <= size; i += 64) {
            const bits seen = look(text + i);
            if (seen.escapes != 0 || escaped_) {
                for (std::size_t j = i; j < i + 64; ++j) {
                    step(text[j], j);
                }
                continue;
            }
            const std::uint64_t inside = parities(seen.quotes) ^ (in_text_ ? ~std::uint64_t{0} : 0);
            for (std::uint64_t left = seen.brackets & ~inside; left != 0; left &= left - 1) {
                const std::size_t at = i + static_cast<std::size_t>(std::countr_zero(left));
                bracket(text[at], at);
            }
            in_text_ = inside >> 63 != 0;
        }
        for (; i < size; ++i) {
            step(text[i], i);
        }
    }

    std::size_t end_of_records() const { return end_; }

private:
    void step(char c, std::size_t at) {
        if (escaped_) {
            escaped_ = false;
        } else if (in_text_) {
            escaped_ = c == '\\';
            in_text_ = c != '"';
        } else if (c == '"') {
            in_text_ = true;
        } else if (c == '{' || c == '}' || c == '[' || c == ']') {
            bracket(c, at);
        }
    }

    void bracket(char c, std::size_t at) {
        if (c == '{' || c == '[') {
            ++depth_;
        } else if (--depth_ == base_ && c == '}') {
            end_ = at + 1;
        }
    }

    int depth_;
    int base_;
    std::size_t end_ = 0;
    bool in_text_ = false;
    bool escaped_ = false;
};

std::size_t after_space(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_not_of(" \t\r\n", at);
    return end == std::string_view::npos ? text.size() : end;
}

/// The end of a text or word at a place.
std::size_t after_scalar(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '"') {
        for (++at; at < text.size() && text[at] != '"'; ++at) {
            at += text[at] == '\\' ? 1 : 0;
        }
        return at + 1;
    }
    const std::size_t end = text.find_first_of(",:{}[]\" \t\r\n", at);
    return end == std::string_view::npos ? text.size() : end;
}

/// Whether an object has a list called "records" behind nothing but plain values.
bool is_envelope(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        at = after_space(text, at + 1);
        const std::size_t end = after_scalar(text, at);
        if (end >= text.size()) {
            return false;
        }
        const bool records = text.substr(at, end - at) == "\"records\"";
        at = after_space(text, end);
        if (at >= text.size() || text[at] != ':') {
            return false;
        }
        at = after_space(text, at + 1);
        if (at < text.size() && (text[at] == '[' || text[at] == '{')) {
            return records && text[at] == '[';
        }
        at = after_space(text, after_scalar(text, at));
        if (at >= text.size() || text[at] != ',') {
            return false;
        }
    }
    return false;
}

}  // namespace

json_shape shape_of(std::string_view beginning) {
    const std::size_t at = after_space(beginning, 0);
    if (at < beginning.size() && beginning[at] == '[') {
        return json_shape::array;
    }
    if (is_envelope(beginning, at)) {
        return json_shape::envelope;
    }
    const std::size_t line_end = beginning.find('\n', at);
    const std::size_t record_end = end_of_json_records(beginning.substr(0, line_end), json_shape::sequence, true);
    return record_end == 0 && line_end != std::string_view::npos ? json_shape::sequence : json_shape::lines;
}

std::size_t end_of_json_records(std::string_view text, json_shape shape, bool first) {
    if (shape == json_shape::lines) {
        return text.rfind('\n') + 1;
    }
    const int base = shape == json_shape::array ? 1 : shape == json_shape::envelope ? 2 : 0;
    bracket_walk records(first ? 0 : base, base);
    records.walk(text.data(), text.size());
    return records.end_of_records();
}

}  // namespace cxm

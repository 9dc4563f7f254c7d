#include "rows/json_scan.hpp"

#include <cstring>

#include "rows/json_text.hpp"
#include "text/problem.hpp"

// What stands within a line: objects, keys and values.
namespace cxm {

namespace {

constexpr int deepest = 64;
constexpr std::uint32_t none = json_paths::none;
static_assert(json_paths::longest_learnt < chunk_slack / 2, "keys are compared beyond the end of a chunk");

}  // namespace

/// After the brace of an object; `at` is after its opening one.
const char* json_scanner::object(const char* at, std::uint32_t inside, int depth) {
    at = after_spaces(at);
    if (*at == '}') {
        return at + 1;
    }
    auto learnt = paths_.learnt(inside);
    for (std::size_t position = 0;; ++position) {
        json_paths::target to;
        if (position < learnt.size() && learnt[position].comes_at(at)) {
            to = learnt[position].to;
            at += learnt[position].text.size();
        } else {
            at = key(at, inside, position, to);
            learnt = paths_.learnt(inside);
        }
        at = after_spaces(at);
        const char* const after = plain_value(at, to);
        at = after_spaces(after != nullptr ? after : value(at, to, depth));
        if (*at == '}') {
            return at + 1;
        }
        if (*at != ',') {
            refuse(at, "expected ',' or '}'");
        }
        at = after_spaces(at + 1);
    }
}

/// After a value written as most are, a short text without escapes or a number without sign and exponent; null where it
/// is not, for `value` to read.
inline const char* json_scanner::plain_value(const char* at, json_paths::target to) {
    if (to.node != none) {
        return nullptr;
    }
    if (*at == '"') {
        const char* const first = at + 1;
        const char* const close = after_plain_short(first);
        if (*close != '"') {
            return nullptr;
        }
        fill(to.cell, first, {first, static_cast<std::size_t>(close - first)});
        return close + 1;
    }
    const char* end = after_digits(at);
    if (end == at || (*at == '0' && end - at != 1)) {
        return nullptr;
    }
    if (*end == '.') {
        const char* const fraction = end + 1;
        end = after_digits(fraction);
        if (end == fraction) {
            return nullptr;
        }
    }
    if (*end == 'e' || *end == 'E') {
        return nullptr;
    }
    fill(to.cell, at, {at, static_cast<std::size_t>(end - at)});
    return end;
}

/// After the colon of a key.
const char* json_scanner::key(const char* at, std::uint32_t inside, std::size_t position, json_paths::target& to) {
    if (*at != '"') {
        refuse(at, "expected a key in double quotes");
    }
    const char* const close = string(at, none) - 1;
    const char* const colon = after_spaces(close + 1);
    if (*colon != ':') {
        refuse(colon, "expected ':'");
    }
    if (inside == none) {
        return colon + 1;
    }
    std::string name;
    if (!append_unescaped(at + 1, close, name)) {
        refuse(at, "a key with half of a surrogate pair or a NUL");
    }
    to = paths_.find(inside, position, name, {at, static_cast<std::size_t>(colon + 1 - at)});
    return colon + 1;
}

const char* json_scanner::array(const char* at, int depth) {
    at = after_spaces(at);
    if (*at == ']') {
        return at + 1;
    }
    for (;;) {
        at = after_spaces(value(after_spaces(at), {}, depth));
        if (*at == ']') {
            return at + 1;
        }
        if (*at != ',') {
            refuse(at, "expected ',' or ']'");
        }
        ++at;
    }
}

const char* json_scanner::value(const char* at, json_paths::target to, int depth) {
    const auto word = [&](std::string_view text, std::size_t kept) {
        if (std::memcmp(at, text.data(), text.size()) != 0) {
            refuse(at, "not a value of JSON");
        }
        fill(to.cell, at, {at, kept});
        return at + text.size();
    };
    if (to.node != none) {
        if (entered_[to.node] == row_) {
            refuse(at, "a second value of one key, which holds wanted fields");
        }
        entered_[to.node] = row_;
    }
    switch (*at) {
        case '"': return string(at, to.cell);
        case 't': return word("true", 4);
        case 'f': return word("false", 5);
        case 'n': return word("null", 0);
        case '{':
        case '[':
            if (to.cell != none) {
                refuse(at, quote_of(layout_.wanted[to.cell]) + " is " + (*at == '{' ? "an object" : "an array") +
                               ", not one value (a field inside is named by its path: user.id)");
            }
            if (depth >= deepest) {
                refuse(at, "nested deeper than 64");
            }
            return *at == '{' ? object(at + 1, to.node, depth + 1) : array(at + 1, depth + 1);
        default:
            const char* const end = number(at);
            fill(to.cell, at, {at, static_cast<std::size_t>(end - at)});
            return end;
    }
}

}  // namespace cxm

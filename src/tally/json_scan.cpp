#include "tally/json_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "problem.hpp"
#include "tally/hash.hpp"
#include "tally/json_text.hpp"
#include "tally/place.hpp"

namespace cxm {

namespace {

constexpr int deepest = 64;
constexpr int deepest_path = 10;
constexpr std::size_t longest_expected = 48;  // no more is read beyond a chunk's end
constexpr std::size_t most_expected = 512;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A line feed ends the line, so it is no space.
const char* after_spaces(const char* at) {
    while (*at == ' ' || *at == '\t' || *at == '\r') {
        ++at;
    }
    return at;
}

}  // namespace

json_scanner::json_scanner(const json_layout& layout, row_sink& sink)
    : layout_(layout), sink_(sink), cells_(layout.wanted.size()), raw_(layout.wanted.size()),
      room_(layout.wanted.size()), filled_(layout.wanted.size()) {
    std::vector<node::field> fields;
    for (std::size_t i = 0; i < layout.wanted.size(); ++i) {
        if (std::count(layout.wanted[i].begin(), layout.wanted[i].end(), '.') > deepest_path) {
            throw bad_usage(quoted(layout.wanted[i]) + " goes deeper than 10 objects");
        }
        fields.push_back({layout.wanted[i], static_cast<std::uint32_t>(i)});
    }
    add_node(fields);
}

std::uint32_t json_scanner::add_node(const std::vector<node::field>& fields) {
    const std::uint32_t number = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    nodes_[number].fields = fields;
    for (const node::field& each : fields) {
        // A name may hold dots itself, so every dot is tried as the end of a first name.
        for (std::size_t dot = each.rest.find('.'); dot != std::string::npos; dot = each.rest.find('.', dot + 1)) {
            const std::string name = each.rest.substr(0, dot);
            const auto& inner = nodes_[number].inner;
            if (std::any_of(inner.begin(), inner.end(), [&](const auto& known) { return known.first == name; })) {
                continue;
            }
            std::vector<node::field> inside;
            for (const node::field& other : fields) {
                if (other.rest.size() > dot && other.rest[dot] == '.' && other.rest.compare(0, dot, name) == 0) {
                    inside.push_back({other.rest.substr(dot + 1), other.cell});
                }
            }
            const std::uint32_t child = add_node(inside);
            nodes_[number].inner.emplace_back(name, child);
        }
    }
    return number;
}

std::vector<std::string> json_scanner::top_keys() const {
    std::vector<std::string> keys;
    for (const expected_key& each : nodes_[0].expected) {
        keys.push_back(each.text.substr(1, each.text.rfind('"') - 1));
    }
    return keys;
}

void json_scanner::scan(const chunk& text) {
    chunk_ = &text;
    if (text.has_nul) {
        refuse_nul(layout_.file, text);
    }
    const char* at = text.buffer.data() + text.begin;
    const char* const end = text.buffer.data() + text.end;
    if (text.torn != cut::none) {
        line_ = at;
        refuse(at, "a line longer than 16 MiB: is this NDJSON, one object a line?");
    }
    while (at != end) {
        line_ = at;
        at = after_spaces(at);
        if (*at == '\n') {
            ++at;
            continue;
        }
        if (*at != '{') {
            refuse(at, "not an object; raw JSON is one object a line (jq -c '.[]' turns an array into lines)");
        }
        ++row_;
        std::fill(cells_.begin(), cells_.end(), std::string_view());
        at = after_spaces(object(at + 1, 0, 1));
        if (*at != '\n') {
            refuse(at, "more after the object of this line");
        }
        ++at;
        try {
            sink_.add(cells_.data());
        } catch (const cell_problem& found) {
            const std::string& field = layout_.wanted[found.cell];
            const std::string where = place(layout_.file, text, line_);
            if (found.not_utf8) {
                refuse_not_utf8(where, field, text, raw_[found.cell]);
            }
            throw bad_input(where, shown(field) + ": " + found.finding);
        }
    }
}

/// After the brace of an object; `at` is after its opening one.
const char* json_scanner::object(const char* at, std::uint32_t inside, int depth) {
    at = after_spaces(at);
    if (*at == '}') {
        return at + 1;
    }
    for (std::size_t position = 0;; ++position) {
        target to;
        at = key(at, inside, position, to);
        at = *at == ' ' ? after_spaces(at) : at;
        at = value(at, to, depth);
        at = after_spaces(at);
        if (*at == '}') {
            return at + 1;
        }
        if (*at != ',') {
            refuse(at, "expected ',' or '}'");
        }
        at = after_spaces(at + 1);
    }
}

/// After the colon of a key.
const char* json_scanner::key(const char* at, std::uint32_t inside, std::size_t position, target& to) {
    if (inside != none && position < nodes_[inside].expected.size()) {
        const expected_key& guess = nodes_[inside].expected[position];
        if (equal_bytes(at, guess.text.data(), guess.text.size())) {
            to = guess.to;
            return at + guess.text.size();
        }
    }
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
    node& here = nodes_[inside];
    for (const auto& field : here.fields) {
        to.cell = field.rest == name ? field.cell : to.cell;
    }
    for (const auto& [first, child] : here.inner) {
        to.node = first == name ? child : to.node;
    }
    const std::size_t size = static_cast<std::size_t>(colon + 1 - at);
    if (size <= longest_expected && position < most_expected) {
        here.expected.resize(std::max(here.expected.size(), position + 1), {"\n", {}});
        here.expected[position] = {std::string(at, size), to};
    }
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

const char* json_scanner::value(const char* at, target to, int depth) {
    const auto word = [&](std::string_view text, std::string_view as) {
        if (std::memcmp(at, text.data(), text.size()) != 0) {
            refuse(at, "not a value of JSON");
        }
        fill(to.cell, at, as);
        return at + text.size();
    };
    switch (*at) {
        case '"': return string(at, to.cell);
        case 't': return word("true", "true");
        case 'f': return word("false", "false");
        case 'n': return word("null", "");
        case '{':
        case '[':
            if (to.cell != none) {
                refuse(at, quoted(layout_.wanted[to.cell]) + " is " + (*at == '{' ? "an object" : "an array") +
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

/// After the closing quote of a string.
const char* json_scanner::string(const char* at, std::uint32_t cell) {
    const char* const first = at + 1;
    bool escaped = false;
    for (at = after_plain_text(first); *at != '"'; at = after_plain_text(at)) {
        if (*at != '\\') {
            refuse(at, *at == '\n' ? "the line ends within a text" : "a control character within a text");
        }
        const char* const after = after_escape(at);
        if (after == nullptr) {
            refuse(at, "no such escape");
        }
        at = after;
        escaped = true;
    }
    if (cell != none) {
        fill(cell, first, {first, static_cast<std::size_t>(at - first)});
        if (escaped) {
            room_[cell].clear();
            if (!append_unescaped(first, at, room_[cell])) {
                refuse(first, "half of a surrogate pair, or a NUL");
            }
            cells_[cell] = room_[cell];
        }
    }
    return at + 1;
}

const char* json_scanner::number(const char* at) const {
    const char* const first = at;
    at += *at == '-' ? 1 : 0;
    if (!is_digit(*at) || (*at == '0' && is_digit(at[1]))) {
        refuse(first, "not a value of JSON");
    }
    const auto digits = [&] {
        if (!is_digit(*at)) {
            refuse(first, "not a value of JSON");
        }
        while (is_digit(*at)) {
            ++at;
        }
    };
    digits();
    if (*at == '.') {
        ++at;
        digits();
    }
    if (*at == 'e' || *at == 'E') {
        ++at;
        at += *at == '+' || *at == '-' ? 1 : 0;
        digits();
    }
    return at;
}

void json_scanner::fill(std::uint32_t cell, const char* at, std::string_view text) {
    if (cell == none) {
        return;
    }
    if (filled_[cell] == row_) {
        refuse(at, quoted(layout_.wanted[cell]) + " is there twice");
    }
    filled_[cell] = row_;
    cells_[cell] = text;
    raw_[cell] = text;
}

void json_scanner::refuse(const char* at, const std::string& finding) const {
    throw bad_input(fmt::format("{}:{}", place(layout_.file, *chunk_, line_), at - line_ + 1), finding);
}

}  // namespace cxm

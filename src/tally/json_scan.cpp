#include "tally/json_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "problem.hpp"
#include "tally/json_text.hpp"
#include "tally/place.hpp"

namespace cxm {

namespace {

constexpr int deepest = 64;
constexpr std::uint32_t none = json_paths::none;
static_assert(json_paths::longest_learnt < chunk_slack / 2, "keys are compared beyond the end of a chunk");

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
    : layout_(layout),
      sink_(sink),
      paths_(layout.wanted),
      rows_(layout.wanted.size()),
      begins_(row_batch::most),
      raw_(layout.wanted.size()),
      room_(layout.wanted.size() * row_batch::most),
      filled_(layout.wanted.size()),
      entered_(paths_.size()) {}

void json_scanner::scan(const chunk& text) {
    chunk_ = &text;
    const char* at = text.buffer.data() + text.begin;
    const char* const end = text.buffer.data() + text.end;
    if (text.torn != cut::none) {
        line_ = at;
        refuse(at, "a line longer than 16 MiB: is this NDJSON, one object a line?");
    }
    try {
        while (at != end) {
            line_ = at;
            if (text.has_nul) {
                flush();
                refuse_nul(layout_.file, text, at, std::find(at, end, '\n'));
            }
            at = after_spaces(at);
            if (*at == '\n') {
                ++at;
                continue;
            }
            at = row(at);
            if (++rows_.size == row_batch::most) {
                flush();
            }
        }
        flush();
    } catch (const cell_problem& found) {
        refuse(found);
    }
}

/// The cells of a line, which begins at `at` but for spaces; gives the begin of the next.
const char* json_scanner::row(const char* at) {
    if (*at != '{') {
        refuse(at, "not an object; raw JSON is one object a line (jq -c '.[]' turns an array into lines)");
    }
    ++row_;
    begins_[rows_.size] = line_;
    for (std::size_t cell = 0; cell < raw_.size(); ++cell) {
        rows_.column(cell)[rows_.size] = {};
    }
    at = after_spaces(object(at + 1, 0, 1));
    if (*at != '\n') {
        refuse(at, "more after the object of this line");
    }
    return at + 1;
}

/// Has the rows made so far counted, also before a fault behind them is told of.
void json_scanner::flush() {
    if (rows_.size != 0) {
        sink_.add(rows_);
        rows_.size = 0;
    }
}

/// After the brace of an object; `at` is after its opening one.
const char* json_scanner::object(const char* at, std::uint32_t inside, int depth) {
    at = after_spaces(at);
    if (*at == '}') {
        return at + 1;
    }
    for (std::size_t position = 0;; ++position) {
        json_paths::target to;
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
const char* json_scanner::key(const char* at, std::uint32_t inside, std::size_t position, json_paths::target& to) {
    if (const std::size_t size = paths_.guess(at, inside, position, to); size != 0) {
        return at + size;
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
            std::string& room = room_[cell * row_batch::most + rows_.size];
            room.clear();
            if (!append_unescaped(first, at, room)) {
                refuse(first, "half of a surrogate pair, or a NUL");
            }
            rows_.column(cell)[rows_.size] = room;
        }
    }
    return at + 1;
}

const char* json_scanner::number(const char* at) {
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
    rows_.column(cell)[rows_.size] = text;
    raw_[cell] = text;
}

void json_scanner::refuse(const char* at, const std::string& finding) {
    flush();
    throw bad_input(fmt::format("{}:{}", place(layout_.file, *chunk_, line_), at - line_ + 1), finding);
}

void json_scanner::refuse(const cell_problem& found) {
    const std::string& field = layout_.wanted[found.cell];
    const char* const line = begins_[found.row];
    const std::string where = place(layout_.file, *chunk_, line);
    if (found.not_utf8) {
        row(after_spaces(line));
        refuse_not_utf8(where, field, *chunk_, raw_[found.cell]);
    }
    throw bad_input(where, shown(field) + ": " + found.finding);
}

}  // namespace cxm

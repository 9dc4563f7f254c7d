#include "intake/json_cursor.hpp"

#include <fmt/format.h>

#include "bytes/byte_scan.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

constexpr int deepest = 64;

bool ends_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || c == ',' || c == ':' || c == '"' || c == '{' || c == '}' || c == '[' || c == ']';
}

}  // namespace

void json_cursor::skip_space(bool in_record) {
    for (; at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'); ++at) {
        if (*at == '\n' && one_line_ && in_record) {
            refuse(at, "the record is cut off at the end of its line");
        }
    }
}

char json_cursor::here() const {
    if (at == end) {
        refuse_end();
    }
    return *at;
}

void json_cursor::expect(char c, std::string_view wanted) {
    if (here() != c) {
        refuse_found(wanted);
    }
    ++at;
}

json_text json_cursor::text() {
    const char* opened = at++;
    bool escaped = false;
    for (;;) {
        while (end - at >= 8) {
            const std::uint64_t word = bytes::load(at);
            const std::uint64_t special =
                bytes::equal_to(word, '"') | bytes::equal_to(word, '\\') | bytes::below(word, ' ');
            if (special != 0) {
                at += bytes::first_of(special);
                break;
            }
            at += 8;
        }
        const auto c = static_cast<unsigned char>(here());
        ++at;
        if (c == '"') {
            return {{opened + 1, static_cast<std::size_t>(at - opened - 2)}, escaped};
        }
        if (c == '\\') {
            escaped = true;
            if (here() == '"' || *at == '\\') {
                ++at;
            }
        } else if (c == '\n' || c == '\r') {
            refuse(opened, "this text is not closed on its line; a line break is written \\n");
        } else if (c < ' ') {
            refuse(at - 1, fmt::format("a control character in a text; it is written \\u{:04x}", c));
        }
    }
}

unsigned json_cursor::hex(const char* from) const {
    unsigned code = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = from[i];
        const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (!letter && !(c >= '0' && c <= '9')) {
            return 0x110000;
        }
        code = code << 4 | (letter ? (static_cast<unsigned>(c) & 7U) + 9 : static_cast<unsigned>(c - '0'));
    }
    return code;
}

std::string json_cursor::decoded(const json_text& text) const {
    std::string meaning;
    meaning.reserve(text.raw.size());
    const char* const stop = text.raw.data() + text.raw.size();
    for (const char* c = text.raw.data(); c < stop; ++c) {
        if (*c != '\\') {
            meaning += *c;
            continue;
        }
        constexpr std::string_view names = "\"\\/bfnrt";
        const std::size_t named = names.find(*++c);
        if (named != std::string_view::npos) {
            meaning += "\"\\/\b\f\n\r\t"[named];
            continue;
        }
        const auto unit = [&](const char* from) { return stop - from > 4 && *from == 'u' ? hex(from + 1) : 0x110000; };
        unsigned code = unit(c);
        if (code > 0x10ffff) {
            refuse(c - 1, fmt::format("\\{} is no escape of JSON", shown({c, 1})));
        }
        const char* const began = c - 1;
        c += 4;
        if (code >= 0xd800 && code < 0xe000) {
            const unsigned low = code < 0xdc00 && stop - c > 1 && c[1] == '\\' ? unit(c + 2) : 0;
            if (low < 0xdc00 || low >= 0xe000) {
                refuse(began, "half a surrogate pair is no character");
            }
            code = 0x10000 + ((code & 0x3ff) << 10 | (low & 0x3ff));
            c += 6;
        }
        if (code == 0) {
            refuse(began, "a NUL character: no text has one");
        }
        append_utf8(meaning, code);
    }
    return meaning;
}

std::string_view json_cursor::word() {
    const char* const from = at;
    while (at < end && !ends_word(*at)) {
        ++at;
    }
    return {from, static_cast<std::size_t>(at - from)};
}

void json_cursor::skip_value(int depth) {
    if (here() == '"') {
        const json_text skipped = text();
        static_cast<void>(skipped.escaped ? decoded(skipped) : std::string());
        return;
    }
    if (*at != '{' && *at != '[') {
        const char* const from = at;
        const std::string_view scalar = word();
        if (scalar.empty()) {
            refuse_found("a value");
        }
        if (scalar != "null" && scalar != "true" && scalar != "false" && !parse_number(scalar)) {
            refuse(from, quote_of(scalar) + " is no value of JSON");
        }
        return;
    }
    if (depth > deepest) {
        refuse(at, fmt::format("nested more than {} deep", deepest));
    }
    const char close = *at == '{' ? '}' : ']';
    ++at;
    skip_space(true);
    if (here() == close) {
        ++at;
        return;
    }
    for (;;) {
        if (close == '}') {
            if (here() != '"') {
                refuse_found("a name in quotes");
            }
            skip_value();
            skip_space(true);
            expect(':', "':' after a name");
            skip_space(true);
        }
        skip_value(depth + 1);
        skip_space(true);
        if (here() == close) {
            ++at;
            return;
        }
        expect(',', close == '}' ? "',' or '}'" : "',' or ']'");
        skip_space(true);
    }
}

void json_cursor::refuse_found(std::string_view wanted) const {
    const char c = here();
    const char* stop = at + 1;
    while (stop < end && stop - at < 20 && !ends_word(c) && !ends_word(*stop)) {
        ++stop;
    }
    refuse(at, fmt::format("{} is expected here, not {}", wanted, quote_of({at, static_cast<std::size_t>(stop - at)})));
}

void json_cursor::refuse_end() const {
    refuse(end, place_.block.last ? "the input ends in the middle of a record" : "the record is longer than 64 MB");
}

}  // namespace cxm

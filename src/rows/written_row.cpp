#include "rows/written_row.hpp"

#include <algorithm>
#include <string>

#include "rows/json_text.hpp"

namespace cxm {

namespace {

/// After a string that begins at a quote.
const char* after_string(const char* at) {
    for (++at; *at != '"'; ++at) {
        at += *at == '\\' ? 1 : 0;
    }
    return at + 1;
}

/// After any value: objects and arrays are passed over by their depth.
const char* after_value(const char* at) {
    int depth = 0;
    do {
        if (*at == '"') {
            at = after_string(at);
            continue;
        }
        depth += *at == '{' || *at == '[' ? 1 : 0;
        depth -= *at == '}' || *at == ']' ? 1 : 0;
        ++at;
    } while (depth != 0 || (*at != ',' && *at != '}' && *at != ']' && *at != ' ' && *at != '\t' && *at != '\r'));
    return at;
}

std::string_view between(const char* from, const char* to) { return {from, static_cast<std::size_t>(to - from)}; }

}  // namespace

void cut_row(const char* at, const char* end, char delimiter, written_row& into) {
    const char* const begin = at;
    const char* cell = at;
    bool quoted = false;
    into.cells.clear();
    for (; at != end && (quoted || *at != '\n'); ++at) {
        quoted ^= *at == '"';
        if (*at == delimiter && !quoted) {
            into.cells.push_back(between(cell, at));
            cell = at + 1;
        }
    }
    const char* const feed = at;
    at -= at != cell && at[-1] == '\r' ? 1 : 0;
    into.cells.push_back(between(cell, at));
    into.text = between(begin, at);
    into.end = between(at, feed == end ? feed : feed + 1);
}

std::string_view line_at(const char* at, const char* end) {
    const char* to = std::find(at, end, '\n');
    to -= to != at && to[-1] == '\r' ? 1 : 0;
    return between(at, to);
}

std::string_view json_member(std::string_view object, std::string_view path) {
    std::string name;
    const char* at = after_spaces(object.data()) + 1;
    for (at = after_spaces(at); *at != '}'; at = after_spaces(at)) {
        if (*at == ',') {
            ++at;
            continue;
        }
        const char* const key = at;
        at = after_string(at);
        name.clear();
        append_unescaped(key + 1, at - 1, name);
        const char* const value = after_spaces(after_spaces(at) + 1);
        at = after_value(value);
        if (name == path) {
            return between(value, at);
        }
        if (*value == '{' && path.size() > name.size() && path[name.size()] == '.' && path.starts_with(name)) {
            if (const auto inner = json_member(between(value, at), path.substr(name.size() + 1)); !inner.empty()) {
                return inner;
            }
        }
    }
    return {};
}

}  // namespace cxm

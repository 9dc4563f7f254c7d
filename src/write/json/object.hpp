#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include "write/json/string.hpp"
#include "write/number/number_text.hpp"

namespace cxm {

class json_array;

/// Writes one JSON object member by member; the closing brace is written by `end`. An object or array within it ends
/// before its next member.
class json_object {
public:
    explicit json_object(std::string& out) : out_(out) { out_ += '{'; }

    void text(std::string_view key, std::string_view value) {
        begin(key);
        append_json_string(out_, value);
    }

    /// A member that is left out where there is nothing to say.
    void text_if_any(std::string_view key, std::string_view value) {
        if (!value.empty()) {
            text(key, value);
        }
    }

    /// Not finite: null, as JSON has no infinity.
    void number(std::string_view key, double value) {
        begin(key);
        if (std::isfinite(value)) {
            append_number(out_, value);
        } else {
            out_ += "null";
        }
    }

    void count(std::string_view key, double value) {
        begin(key);
        append_count(out_, value);
    }

    void flag(std::string_view key, bool value) { raw(key, value ? "true" : "false"); }

    /// A value that is JSON already.
    void raw(std::string_view key, std::string_view json) {
        begin(key);
        out_ += json;
    }

    json_object object(std::string_view key) {
        begin(key);
        return json_object(out_);
    }

    /// `before` stands before each element, where lines are to begin.
    json_array array(std::string_view key, std::string_view before = {});

    void end() { out_ += '}'; }

private:
    std::string& out_;
    bool first_ = true;

    void begin(std::string_view key) {
        out_ += first_ ? "" : ",";
        first_ = false;
        append_json_string(out_, key);
        out_ += ':';
    }
};

/// Writes one JSON array element by element; the closing bracket is written by `end`.
class json_array {
public:
    json_array(std::string& out, std::string_view before) : out_(out), before_(before) { out_ += '['; }

    json_object object() {
        begin();
        return json_object(out_);
    }

    void text(std::string_view value) {
        begin();
        append_json_string(out_, value);
    }

    /// Ends on a line of its own where the elements have lines of their own.
    void end() { out_ += before_.empty() ? "]" : "\n]"; }

private:
    std::string& out_;
    std::string_view before_;
    bool first_ = true;

    void begin() {
        out_.append(first_ ? "" : ",").append(before_);
        first_ = false;
    }
};

inline json_array json_object::array(std::string_view key, std::string_view before) {
    begin(key);
    return {out_, before};
}

}  // namespace cxm

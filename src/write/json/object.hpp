#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include "write/json/string.hpp"
#include "write/number/number_text.hpp"

namespace cxm {

/// Writes one JSON object member by member; the closing brace is written by `end`.
class json_object {
public:
    explicit json_object(std::string& out) : out_(out) { out_ += '{'; }

    void text(std::string_view key, std::string_view value) {
        begin(key);
        append_json_string(out_, value);
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

}  // namespace cxm

#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include <cxm/spell.hpp>

#include "tally/tally.hpp"
#include "text/problem.hpp"

namespace cxm::testing {

/// A file of raw rows that goes with the test.
class raw_file {
public:
    explicit raw_file(std::string_view text, const std::string& ending = ".csv") {
        static int number = 0;
        path_ = (std::filesystem::temp_directory_path() /
                 ("cxm-tally-" + std::to_string(::getpid()) + "-" + std::to_string(number++) + ending))
                    .string();
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~raw_file() { std::remove(path_.c_str()); }
    raw_file(const raw_file&) = delete;
    raw_file& operator=(const raw_file&) = delete;

    const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// `2024-01 pro: passives 0 promoters 3` a line: records as a test likes to read them, measures by name.
inline std::string lines_of(const records& all) {
    std::string text;
    for (std::size_t row = 0; row < all.size(); ++row) {
        text += all.periods[row];
        for (const auto& label : all.labels) {
            text += " " + std::string(label.values[row]);
        }
        std::map<std::string_view, double> values;
        for (const auto& column : all.numbers) {
            values[column.of->key] = column.values[row];
        }
        text += ":";
        for (const auto& [key, value] : values) {
            text += " " + std::string(key) + " " + (is_missing(value) ? "missing" : spell(value));
        }
        text += "\n";
    }
    return text;
}

inline tally_result count(const plan& how, const raw_file& file, const tally_options& options = {}) {
    return tally(how, catalogue(), {file.path()}, options);
}

/// What a tally refuses a file for, with `FILE` for its name; empty where it does not.
inline std::string refusal(const plan& how, const raw_file& file, const tally_options& options = {}) {
    try {
        (void)count(how, file, options);
    } catch (const problem& found) {
        std::string text = found.what();
        if (const std::size_t at = text.find(shown(file.path())); at != std::string::npos) {
            text.replace(at, shown(file.path()).size(), "FILE");
        }
        return text;
    }
    return "";
}

inline bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace cxm::testing

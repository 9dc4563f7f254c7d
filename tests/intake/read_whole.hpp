#pragma once

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "intake/ordered_map.hpp"
#include "intake/record_source.hpp"
#include "records/labels.hpp"
#include "text/problem.hpp"

/// A file that lives as long as the test.
class scratch_file {
public:
    scratch_file(std::string_view name, std::string_view text) {
        char pattern[] = "/tmp/cxm-test-XXXXXX";
        folder_ = mkdtemp(pattern);
        path_ = folder_ + "/" + std::string(name);
        std::FILE* file = std::fopen(path_.c_str(), "wb");
        std::fwrite(text.data(), 1, text.size(), file);
        std::fclose(file);
    }
    scratch_file(const scratch_file&) = delete;
    scratch_file& operator=(const scratch_file&) = delete;
    ~scratch_file() {
        std::remove(path_.c_str());
        rmdir(folder_.c_str());
    }
    const std::string& path() const { return path_; }
    const std::string& folder() const { return folder_; }

private:
    std::string folder_;
    std::string path_;
};

/// Records as lines of text, one `name=value` each in the order of names in the input.
inline std::string spelt(const cxm::records& all) {
    std::string text = all.currency.empty() ? "" : all.currency + "\n";
    for (std::size_t row = 0; row < all.size(); ++row) {
        text += fmt::format("{}: {}", all.lines[row], all.periods[row]);
        text += all.is_complete(row) ? "" : " partial";
        cxm::for_each_label(all, row, [&](std::string_view name, std::string_view value) {
            text += fmt::format(" {}='{}'", name, value);
        });
        for (const auto& column : all.numbers) {
            text +=
                cxm::is_missing(column.values[row]) ? "" : fmt::format(" {}={}", column.of->key, column.values[row]);
        }
        text += '\n';
    }
    return text;
}

/// All records of an input, block by block.
inline std::string read_all(std::string_view name, std::string_view text, cxm::input_options options = {}) {
    const scratch_file file(name, text);
    const cxm::catalogue known;
    const auto source = cxm::open_records(file.path(), known, options);
    std::string all;
    cxm::ordered_map(
        options.threads, [&] { return source->next(); },
        [&](const cxm::input_block& block) { return source->parse(block); },
        [&](const cxm::records& some) { all += spelt(some); });
    return all;
}

/// The message of a refusal, with the name alone in place of the file's path; empty where nothing is refused.
inline std::string refusal(std::string_view name, std::string_view text, const cxm::input_options& options = {}) {
    try {
        read_all(name, text, options);
    } catch (const cxm::bad_input& refused) {
        const std::string message = refused.what();
        const std::size_t at = message.find(name);
        return at == std::string::npos ? message : message.substr(at);
    }
    return {};
}

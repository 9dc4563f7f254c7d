#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "run/unfinished_file.hpp"

namespace cxm {

/// Output that appears whole or not at all: kept until `commit`, in memory first, then in a temporary file.
class output {
public:
    /// To a file by its name, or to an open stream, which "-" means too.
    output(std::optional<std::string> file, std::FILE* stream)
        : file_(file == "-" ? std::nullopt : std::move(file)), stream_(stream) {}
    ~output();
    output(const output&) = delete;
    output& operator=(const output&) = delete;

    void append(std::string_view text);

    /// Writes all of it; a file is replaced in one step. Throws cannot_write; a closed pipe is no error.
    void commit();

private:
    static constexpr std::size_t most_in_memory = std::size_t(4) << 20;

    std::optional<std::string> file_;
    std::FILE* stream_;
    std::string memory_;
    std::optional<unfinished_file> beside_;  ///< where a file can be replaced: written where it is to be
    int spilled_ = -1;                       ///< otherwise a file without a name, copied in the end

    std::optional<std::string> replaced() const;
    bool in_memory() const { return !beside_ && spilled_ < 0; }
    void begin_file();
    void spill(std::string_view text);
    bool copy_to(int target) const;
    bool copy_to_stream() const;
    void write_over() const;
};

}  // namespace cxm

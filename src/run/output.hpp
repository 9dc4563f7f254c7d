#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace cxm {

/// Output that appears whole or not at all: kept until `commit`, in memory first, then in a temporary file.
class output {
public:
    /// To a file by its name, or to an open stream.
    output(std::optional<std::string> file, std::FILE* stream) : file_(std::move(file)), stream_(stream) {}
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
    std::FILE* spilled_ = nullptr;

    void spill();
    bool copy_to(std::FILE* target);
};

}  // namespace cxm

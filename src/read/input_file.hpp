#pragma once

#include <cstddef>
#include <string>

namespace cxm {

/// A file or standard input, read as bytes.
class input_file {
public:
    /// Opens a file; "-" is the descriptor given. Throws bad_input where it cannot be opened.
    explicit input_file(const std::string& name, int standard_input = 0);
    input_file(input_file&& other) noexcept;
    input_file& operator=(input_file&&) = delete;
    ~input_file();

    /// Reads as many bytes as asked for, fewer only at the end; throws bad_input where reading fails.
    std::size_t read(char* to, std::size_t size);

    /// As messages call it.
    const std::string& name() const { return name_; }

private:
    std::string name_;
    int descriptor_;
    bool ours_;
};

}  // namespace cxm

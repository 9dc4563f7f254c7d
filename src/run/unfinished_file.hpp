#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cxm {

/// A file being written, which replaces its target in one step when it is whole. One at a time.
///
/// Until then it has no name, so that nothing of it is left whatever ends the program; where the system has no such
/// files it has one beside its target, and is removed by an exception as well as by Ctrl-C and its like.
class unfinished_file {
public:
    /// Throws std::system_error where none can be made.
    explicit unfinished_file(const std::string& target);
    ~unfinished_file();
    unfinished_file(const unfinished_file&) = delete;
    unfinished_file& operator=(const unfinished_file&) = delete;

    /// Appends a text; false leaves the reason in errno.
    bool write(std::string_view text);

    /// Gives it the target's name, and the mode that the target has or a new file would get; throws std::system_error.
    void finish();

private:
    void link_beside();

    std::string target_;
    bool replaces_;
    int descriptor_;
    bool has_name_;
    std::size_t unsent_ = 0;
};

}  // namespace cxm

#include "read/input_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "problem.hpp"

namespace cxm {

namespace {

[[noreturn]] void refuse(const std::string& name, int error) {
    throw bad_input(shown(name), "cannot be read: " + std::generic_category().message(error));
}

}  // namespace

input_file::input_file(const std::string& name, int standard_input)
    : name_(name == "-" ? "standard input" : name), descriptor_(standard_input), ours_(name != "-") {
    if (ours_) {
        descriptor_ = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor_ < 0) {
            refuse(name, errno);
        }
    }
}

input_file::input_file(input_file&& other) noexcept
    : name_(std::move(other.name_)), descriptor_(other.descriptor_), ours_(std::exchange(other.ours_, false)) {}

input_file::~input_file() {
    if (ours_) {
        ::close(descriptor_);
    }
}

std::size_t input_file::read(char* to, std::size_t size) {
    std::size_t got = 0;
    while (got < size) {
        const ssize_t more = ::read(descriptor_, to + got, size - got);
        if (more == 0) {
            break;
        }
        if (more > 0) {
            got += static_cast<std::size_t>(more);
        } else if (errno != EINTR) {
            refuse(name_, errno);
        }
    }
    return got;
}

}  // namespace cxm

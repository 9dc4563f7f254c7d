#include "run/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "bytes/descriptor.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

[[noreturn]] void refuse(const std::string& what, int reason = errno) {
    throw cannot_write(what + " cannot be written: " + std::strerror(reason));
}

/// A file without a name, which goes when it is closed.
int nameless_file() {
    std::FILE* const file = std::tmpfile();
    const int descriptor = file != nullptr ? fcntl(fileno(file), F_DUPFD_CLOEXEC, 0) : -1;
    const int reason = errno;
    if (file != nullptr) {
        std::fclose(file);
    }
    errno = reason;
    return descriptor;
}

}  // namespace

output::~output() {
    if (spilled_ >= 0) {
        close(spilled_);
    }
}

void output::append(std::string_view text) {
    if (in_memory() && memory_.size() + text.size() <= most_in_memory) {
        memory_ += text;
        return;
    }
    if (in_memory()) {
        begin_file();
    }
    spill(text);
}

/// The file that is to be replaced, links followed; none for devices and pipes: they are written to as they are.
std::optional<std::string> output::replaced() const {
    struct stat existing = {};
    if (!file_ || (lstat(file_->c_str(), &existing) != 0 && errno == ENOENT)) {
        return file_;
    }
    if (stat(file_->c_str(), &existing) != 0 || !S_ISREG(existing.st_mode)) {
        return std::nullopt;
    }
    char* const real = realpath(file_->c_str(), nullptr);
    const std::optional<std::string> path = real != nullptr ? std::optional<std::string>(real) : std::nullopt;
    std::free(real);
    return path;
}

/// Goes over from memory to a file; beside the one that is to be replaced where there is one.
void output::begin_file() {
    if (const auto target = replaced()) {
        try {
            beside_.emplace(*target);
        } catch (const std::system_error& e) {
            refuse(shown_end(*file_), e.code().value());
        }
    } else if ((spilled_ = nameless_file()) < 0) {
        refuse("a temporary file");
    }
    spill(memory_);
    memory_ = {};
}

void output::spill(std::string_view text) {
    if (!(beside_ ? beside_->write(text) : write_all(spilled_, text))) {
        refuse(beside_ ? shown_end(*file_) : "a temporary file");
    }
}

bool output::copy_to(int target) const {
    if (spilled_ >= 0) {
        return lseek(spilled_, 0, SEEK_SET) == 0 && copy_rest(spilled_, target);
    }
    return write_all(target, memory_);
}

void output::commit() {
    if (in_memory() && replaced()) {
        begin_file();
    }
    if (beside_) {
        try {
            beside_->finish();
        } catch (const std::system_error& e) {
            refuse(shown_end(*file_), e.code().value());
        }
    } else if (file_) {
        write_over();
    } else if (!copy_to_stream() && errno != EPIPE) {
        refuse("standard output");
    }
}

bool output::copy_to_stream() const { return std::fflush(stream_) == 0 && copy_to(fileno(stream_)); }

void output::write_over() const {
    const int target = open(file_->c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (target < 0) {
        refuse(shown_end(*file_));
    }
    const int failed = copy_to(target) ? 0 : errno;
    if (close(target) != 0 || failed != 0) {
        refuse(shown_end(*file_), failed != 0 ? failed : errno);
    }
}

}  // namespace cxm

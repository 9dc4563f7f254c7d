#include "run/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "problem.hpp"

namespace cxm {

namespace {

[[noreturn]] void refuse(const std::string& what) {
    throw cannot_write(what + " cannot be written: " + std::strerror(errno));
}

bool write_all(std::FILE* to, std::string_view text) {
    return text.empty() || std::fwrite(text.data(), 1, text.size(), to) == text.size();
}

}  // namespace

output::~output() {
    if (spilled_ != nullptr) {
        std::fclose(spilled_);
    }
}

void output::append(std::string_view text) {
    memory_ += text;
    if (memory_.size() > most_in_memory) {
        spill();
    }
}

void output::spill() {
    if (spilled_ == nullptr) {
        spilled_ = std::tmpfile();
    }
    if (spilled_ == nullptr || !write_all(spilled_, memory_)) {
        refuse("a temporary file");
    }
    memory_.clear();
}

bool output::copy_to(std::FILE* target) {
    if (spilled_ != nullptr) {
        std::string part(std::size_t(1) << 18, '\0');
        std::rewind(spilled_);
        while (const std::size_t got = std::fread(part.data(), 1, part.size(), spilled_)) {
            if (!write_all(target, {part.data(), got})) {
                return false;
            }
        }
        if (std::ferror(spilled_) != 0) {
            return false;
        }
    }
    return write_all(target, memory_) && std::fflush(target) == 0;
}

void output::commit() {
    if (!file_) {
        if (!copy_to(stream_) && errno != EPIPE) {
            refuse("standard output");
        }
        return;
    }
    // Devices and pipes cannot be replaced; they are written to as they are.
    struct stat existing = {};
    if (stat(file_->c_str(), &existing) == 0 && !S_ISREG(existing.st_mode)) {
        std::FILE* const target = std::fopen(file_->c_str(), "wb");
        if (target == nullptr || !copy_to(target) || std::fclose(target) != 0) {
            refuse(shown(*file_));
        }
        return;
    }
    std::string temporary = *file_ + ".XXXXXX";
    const int descriptor = mkstemp(temporary.data());
    if (descriptor < 0) {
        refuse(shown(*file_));
    }
    // mkstemp makes files private; what a user writes has the mode that any new file of theirs gets, or keeps its own.
    const mode_t mask = umask(0);
    umask(mask);
    const bool replaces = existing.st_mode != 0;
    bool done = fchmod(descriptor, replaces ? existing.st_mode & 07777 : 0666 & ~mask) == 0;
    std::FILE* const target = fdopen(descriptor, "wb");
    done = target != nullptr && done && copy_to(target);
    done = target != nullptr && std::fclose(target) == 0 && done;
    if (!done || std::rename(temporary.c_str(), file_->c_str()) != 0) {
        const int reason = errno;
        unlink(temporary.c_str());
        errno = reason;
        refuse(shown(*file_));
    }
}

}  // namespace cxm

#include "bytes/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "bytes/descriptor.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

class plain_bytes : public byte_source {
public:
    plain_bytes(const std::string& file, int standard_input)
        : name_(name_of(file)), descriptor_(standard_input), ours_(file != "-") {
        if (!ours_) {
            return;
        }
        descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        struct stat about {};
        if (descriptor_ < 0 || ::fstat(descriptor_, &about) != 0) {
            refuse();
        }
        is_regular_ = S_ISREG(about.st_mode);
        if (is_regular_) {
            total_ = static_cast<std::uint64_t>(about.st_size);
        }
    }

    ~plain_bytes() override {
        if (ours_ && descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }

    std::size_t read(char* to, std::size_t size) override {
        if (ahead_from_ < ahead_to_) {
            const std::size_t count = std::min(size, ahead_to_ - ahead_from_);
            std::memcpy(to, ahead_.data() + ahead_from_, count);
            ahead_from_ += count;
            return count;
        }
        return take(to, size);
    }

    /// The first bytes, which stay to be read.
    std::string_view look_ahead() {
        while (ahead_to_ < ahead_.size()) {
            const std::size_t count = take(ahead_.data() + ahead_to_, ahead_.size() - ahead_to_);
            if (count == 0) {
                break;
            }
            ahead_to_ += count;
        }
        return {ahead_.data(), ahead_to_};
    }

    bool has_parts() const override { return is_regular_; }

    std::size_t read_part(std::uint64_t from, char* to, std::size_t size) override {
        std::size_t filled = 0;
        while (filled < size) {
            const ssize_t count = ::pread(descriptor_, to + filled, size - filled, static_cast<off_t>(from + filled));
            if (count < 0 && errno != EINTR) {
                refuse();
            }
            if (count == 0) {
                break;
            }
            filled += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
        }
        return filled;
    }

    std::uint64_t done() const override { return done_; }
    std::uint64_t total() const override { return total_; }

private:
    std::size_t take(char* to, std::size_t size) {
        const ssize_t count = read_some(descriptor_, to, size);
        if (count < 0) {
            refuse();
        }
        done_ += static_cast<std::uint64_t>(count);
        return static_cast<std::size_t>(count);
    }

    [[noreturn]] void refuse() const { throw bad_input(name_, std::string("cannot be read: ") + std::strerror(errno)); }

    std::string name_;
    int descriptor_;
    bool ours_;
    bool is_regular_ = false;
    std::uint64_t done_ = 0;
    std::uint64_t total_ = 0;
    std::array<char, 4> ahead_{};
    std::size_t ahead_from_ = 0;
    std::size_t ahead_to_ = 0;
};

/// Packings that are known only so that they can be named.
struct packing {
    std::string_view begin;
    std::string_view finding;
};

constexpr packing not_read[] = {
    {"\3757zX", "is xz, which is not read; unpack it first: xz -dc FILE | cxm …"},
    {"BZh9", "is bzip2, which is not read; unpack it first: bzip2 -dc FILE | cxm …"},
    {"PK\x03\x04", "is zip, which is not read; unpack it first: unzip -p FILE | cxm … (a workbook: save it as CSV)"},
};

}  // namespace

std::unique_ptr<byte_source> open_bytes(const std::string& file, int standard_input) {
    auto plain = std::make_unique<plain_bytes>(file, standard_input);
    const std::string_view first = plain->look_ahead();
    if (first.substr(0, 2) == "\x1f\x8b") {
        return unpack_gzip(std::move(plain), file);
    }
    if (first == "\x28\xb5\x2f\xfd") {
        return unpack_zstd(std::move(plain), file);
    }
    for (const auto& [begin, finding] : not_read) {
        if (first == begin) {
            throw bad_input(name_of(file), std::string(finding));
        }
    }
    return plain;
}

std::size_t byte_source::read_part(std::uint64_t, char*, std::size_t) {
    throw std::logic_error("this source has no parts");
}

std::string name_of(const std::string& file) { return file == "-" ? "standard input" : shown_end(file); }

std::string_view without_packing(std::string_view file) {
    for (const std::string_view ending : {".gz", ".zst"}) {
        file.remove_suffix(file.ends_with(ending) ? ending.size() : 0);
    }
    return file;
}

std::size_t read_fully(byte_source& from, char* to, std::size_t size) {
    std::size_t filled = 0;
    while (filled < size) {
        const std::size_t count = from.read(to + filled, size - filled);
        if (count == 0) {
            break;
        }
        filled += count;
    }
    return filled;
}

}  // namespace cxm

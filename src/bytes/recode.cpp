#include "bytes/recode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "text/windows_1252.hpp"

namespace cxm {

namespace {

/// A source in another encoding, block by block.
class recoded : public byte_source {
public:
    explicit recoded(std::unique_ptr<byte_source> from) : from_(std::move(from)) {}

    std::size_t read(char* to, std::size_t size) override {
        while (at_ == text_.size()) {
            std::array<char, 1 << 14> block;
            const std::size_t count = read_fully(*from_, block.data(), block.size());
            text_.clear();
            at_ = 0;
            convert({block.data(), count}, count < block.size(), text_);
            if (count < block.size() && text_.empty()) {
                return 0;
            }
        }
        const std::size_t count = text_.copy(to, size, at_);
        at_ += count;
        return count;
    }
    std::uint64_t done() const override { return from_->done(); }
    std::uint64_t total() const override { return from_->total(); }

private:
    /// Appends what the next bytes mean; all but the last block are of an even size.
    virtual void convert(std::string_view bytes, bool last, std::string& into) = 0;

    std::unique_ptr<byte_source> from_;
    std::string text_;
    std::size_t at_ = 0;
};

class utf16 : public recoded {
public:
    utf16(std::unique_ptr<byte_source> from, std::string name, bool big)
        : recoded(std::move(from)), name_(std::move(name)), big_(big) {}

private:
    std::string name_;
    bool big_;
    std::uint64_t bytes_ = 2;  ///< behind the mark
    char32_t high_ = 0;        ///< the first half of a surrogate pair

    [[noreturn]] void refuse(std::string_view finding) const {
        throw bad_input(name_, fmt::format("{}, at byte {} of the UTF-16", finding, bytes_));
    }

    void convert(std::string_view bytes, bool last, std::string& into) override {
        for (std::size_t i = 0; i + 1 < bytes.size(); i += 2, bytes_ += 2) {
            const auto byte = [&](std::size_t at) { return char32_t{static_cast<unsigned char>(bytes[at])}; };
            const char32_t unit = big_ ? byte(i) << 8 | byte(i + 1) : byte(i + 1) << 8 | byte(i);
            const bool is_low = unit >= 0xdc00 && unit < 0xe000;
            if (is_low != (high_ != 0)) {
                refuse("half a surrogate pair is no character");
            }
            if (unit >= 0xd800 && unit < 0xdc00) {
                high_ = unit;
                continue;
            }
            append_utf8(into, is_low ? 0x10000 + ((high_ & 0x3ff) << 10 | (unit & 0x3ff)) : unit);
            high_ = 0;
        }
        if (bytes.size() % 2 != 0 || (last && high_ != 0)) {
            refuse("it is cut off in the middle of a character");
        }
    }
};

class windows_1252 : public recoded {
public:
    windows_1252(std::unique_ptr<byte_source> from, std::string name)
        : recoded(std::move(from)), name_(std::move(name)) {}

private:
    std::string name_;
    std::uint64_t bytes_ = 0;

    void convert(std::string_view bytes, bool, std::string& into) override {
        for (const char c : bytes) {
            const auto byte = static_cast<unsigned char>(c);
            const char32_t code = code_of_windows_1252(byte);
            if (code == 0 && byte != 0) {
                throw bad_input(name_, fmt::format("byte {}: 0x{:02x} is no character of Windows-1252", bytes_, byte));
            }
            append_utf8(into, code);
            ++bytes_;
        }
    }
};

class carriage_returns : public recoded {
public:
    using recoded::recoded;

private:
    void convert(std::string_view bytes, bool, std::string& into) override {
        into = bytes;
        std::replace(into.begin(), into.end(), '\r', '\n');
    }
};

}  // namespace

std::unique_ptr<byte_source> from_utf16(std::unique_ptr<byte_source> from, std::string name, bool big) {
    return std::make_unique<utf16>(std::move(from), std::move(name), big);
}

std::unique_ptr<byte_source> from_windows_1252(std::unique_ptr<byte_source> from, std::string name) {
    return std::make_unique<windows_1252>(std::move(from), std::move(name));
}

std::unique_ptr<byte_source> with_line_feeds(std::unique_ptr<byte_source> from) {
    return std::make_unique<carriage_returns>(std::move(from));
}

}  // namespace cxm

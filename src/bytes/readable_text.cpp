#include "bytes/readable_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "bytes/recode.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::size_t head = 1 << 16;  ///< bytes by which it is told how lines end

/// A source whose first bytes have been looked at.
class begun : public byte_source {
public:
    begun(std::unique_ptr<byte_source> from, std::string first, std::size_t mark)
        : from_(std::move(from)), first_(std::move(first)), at_(mark), mark_(mark) {}

    std::size_t read(char* to, std::size_t size) override {
        if (at_ == first_.size()) {
            return from_->read(to, size);
        }
        const std::size_t count = first_.copy(to, size, at_);
        at_ += count;
        return count;
    }
    bool has_parts() const override { return from_->has_parts(); }
    std::size_t read_part(std::uint64_t from, char* to, std::size_t size) override {
        return from_->read_part(from + mark_, to, size);
    }
    std::uint64_t done() const override { return from_->done(); }
    std::uint64_t total() const override { return from_->total(); }

private:
    std::unique_ptr<byte_source> from_;
    std::string first_;
    std::size_t at_;
    std::size_t mark_;
};

std::string first_of(byte_source& from) {
    std::string first(head, '\0');
    first.resize(read_fully(from, first.data(), head));
    return first;
}

struct no_text {
    std::string_view begin;  ///< in small letters
    std::string_view finding;
};

constexpr std::string_view web_page =
    "is a web page, not a table: perhaps a page to log in was saved in its place; download the file itself";

constexpr no_text not_tables[] = {
    {"<!doctype html", web_page},
    {"<html", web_page},
    {"<head", web_page},
    {"<?xml", "is XML, which is not read; export it as CSV"},
    {"%pdf-", "is a PDF, which is not read; export the table as CSV"},
    {"par1", "is Parquet, which is not read; export it as CSV"},
    {"\xd0\xcf\x11\xe0", "is an old workbook, which is not read; save it as CSV"},
};

void refuse_no_text(const std::string& file, std::string_view first) {
    first.remove_prefix(std::min(first.find_first_not_of(" \t\r\n"), first.size()));
    std::string small(first.substr(0, 16));
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (const auto& [begin, finding] : not_tables) {
        if (small.starts_with(begin)) {
            throw bad_input(name_of(file), std::string(finding));
        }
    }
}

}  // namespace

std::unique_ptr<byte_source> as_utf8(std::unique_ptr<byte_source> from, const std::string& file, bool windows_1252,
                                     bool* was_utf16) {
    const auto look = [&](std::size_t mark, std::string& first) {
        from = std::make_unique<begun>(std::move(from), first, mark);
        first.erase(0, mark);
    };
    std::string first = first_of(*from);
    const bool little = first.starts_with("\xff\xfe");
    const bool utf16 = little || first.starts_with("\xfe\xff");
    const bool utf8 = first.starts_with("\xef\xbb\xbf");
    if (was_utf16 != nullptr) {
        *was_utf16 = utf16;
    }
    look(utf16 ? 2 : utf8 ? 3 : 0, first);
    if (utf16) {
        from = from_utf16(std::move(from), name_of(file), !little);
    } else if (windows_1252 && !utf8) {
        from = from_windows_1252(std::move(from), name_of(file));
    }
    if (utf16 || (windows_1252 && !utf8)) {
        first = first_of(*from);
        look(0, first);
    }
    refuse_no_text(file, first);
    const bool lone_returns = first.find('\r') != first.npos && first.find('\n') == first.npos;
    return lone_returns ? with_line_feeds(std::move(from)) : std::move(from);
}

}  // namespace cxm

#include "rows/chunk.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace cxm {

namespace {

/// Room before a block for what is left of the one before it, which may be more where records are long. Half a page,
/// for a copy to a little beyond where the kernel's page begins in its own takes a third longer.
constexpr std::size_t usual_rest = 2048;

/// How many bytes of a block are up to the end of the last record that ends in it.
std::size_t size_of_records(std::string_view block, bool quotes, bool in_quotes) {
    for (std::size_t size = block.size(); size != 0; --size) {
        const char c = block[size - 1];
        if (c == '"' && quotes) {
            in_quotes = !in_quotes;
        } else if (c == '\n' && !in_quotes) {
            return size;
        }
    }
    return 0;
}

bool has_nul_byte(std::string_view text) { return text.find('\0') != std::string_view::npos; }

std::uint64_t lines_in(std::string_view text) {
    return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

/// Puts a line feed behind a last line that lacks it, and zeros behind the text.
void end_text(chunk& text) {
    if (text.torn == cut::none && text.buffer[text.end - 1] != '\n') {
        text.buffer[text.end++] = '\n';
        text.lacks_feed = true;
    }
    std::memset(text.buffer.data() + text.end, 0, chunk_slack / 2);
}

}  // namespace

std::uint64_t chunk::line_of(const char* at) const {
    const char* const text = buffer.data() + first;
    const char* const behind = buffer.data() + end;
    if (end_line != 0 && behind - at < at - text) {
        return end_line + (lacks_feed ? 1 : 0) - static_cast<std::uint64_t>(std::count(at, behind, '\n'));
    }
    return line + static_cast<std::uint64_t>(std::count(text, at, '\n'));
}

bool chunk_reader::next(chunk& into) {
    for (;;) {
        const block read = read_block(into.buffer);
        std::unique_lock lock(joining_);
        turn_.wait(lock, [&] { return joined_ == read.number || ended_; });
        if (ended_) {
            return false;
        }
        const bool is_chunk = join(read, into);
        ++joined_;
        if (options_.progress) {
            options_.progress(read.done, from_.total());
        }
        turn_.notify_all();
        if (read.fault) {
            std::rethrow_exception(read.fault);
        }
        lock.unlock();
        if (is_chunk) {
            end_text(into);
            return true;
        }
    }
}

/// Reads the next block and counts in it.
chunk_reader::block chunk_reader::read_block(std::vector<char>& into) {
    block read;
    read.begin = std::min(options_.size, usual_rest);
    into.resize(std::max(into.size(), read.begin + options_.size + chunk_slack));
    char* const to = into.data() + read.begin;
    std::unique_lock lock(reading_);
    read.number = blocks_++;
    try {
        if (from_.has_parts()) {
            lock.unlock();
            const std::uint64_t offset = read.number * options_.size;
            read.size = from_.read_part(offset, to, options_.size);
            read.done = offset + read.size;
        } else if (!read_all_) {
            read.size = read_fully(from_, to, options_.size);
            read.done = from_.done();
            read_all_ = read.size < options_.size;
        }
    } catch (...) {
        read.fault = std::current_exception();
    }
    if (lock.owns_lock()) {
        lock.unlock();
    }
    read.is_last = read.size < options_.size;
    read.counts = count_(to, to + read.size);
    return read;
}

/// Makes a chunk of what was left and the records that end in a block; false where none does, or nothing is left.
bool chunk_reader::join(const block& read, chunk& into) {
    if (read.fault) {
        ended_ = true;
        return false;
    }
    in_quotes_ ^= options_.quotes && read.counts.odd_quotes;
    rest_lines_ += read.counts.lines;
    rest_has_nul_ |= read.counts.has_nul;
    const std::string_view text(into.buffer.data() + read.begin, read.size);
    // What was left holds no whole record, so only the block can end one.
    std::size_t taken = size_of_records(text, options_.quotes, in_quotes_);
    const bool is_too_long = taken == 0 && rest_.size() + text.size() > options_.longest;
    ended_ = read.is_last || is_too_long;
    if (taken == 0 && !ended_) {
        rest_.insert(rest_.end(), text.begin(), text.end());
        return false;
    }
    into.torn = cut::none;
    if (ended_) {
        taken = text.size();
        into.torn = !read.is_last ? cut::too_long : in_quotes_ ? cut::in_quotes : cut::none;
    }
    into.number = read.number;
    into.line = line_;
    into.offset = offset_;
    into.lacks_feed = false;
    take(read, taken, into);
    return into.first != into.end;
}

/// Puts what was left before a block and keeps what is left now, behind `taken` bytes of it.
void chunk_reader::take(const block& read, std::size_t taken, chunk& into) {
    const std::size_t begin = std::max(read.begin, rest_.size());
    into.buffer.insert(into.buffer.begin(), begin - read.begin, '\0');
    into.first = begin - rest_.size();
    into.begin = into.first;
    into.end = begin + taken;
    std::copy(rest_.begin(), rest_.end(), into.buffer.data() + into.first);
    const std::string_view text(into.buffer.data() + into.first, into.end - into.first);
    const std::string_view left(text.data() + text.size(), read.size - taken);
    into.has_nul = rest_has_nul_ && has_nul_byte(text);
    rest_has_nul_ = rest_has_nul_ && has_nul_byte(left);
    offset_ += text.size();
    line_ += rest_lines_ - lines_in(left);
    into.end_line = line_;
    rest_lines_ = lines_in(left);
    rest_.assign(left.begin(), left.end());
}

bool chunk_reader::ended() const {
    const std::lock_guard lock(joining_);
    return ended_;
}

void chunk_reader::stop() {
    const std::lock_guard lock(joining_);
    ended_ = true;
    turn_.notify_all();
}

}  // namespace cxm

#include "tally/chunk.hpp"

#include <algorithm>
#include <cstring>
#include <thread>

namespace cxm {

namespace {

/// After the last line feed that ends a record, at or after `from`; `from` where there is none.
std::size_t after_last_record(const std::vector<char>& text, std::size_t from, std::size_t to, bool quotes,
                              bool in_quotes) {
    for (std::size_t at = to; at > from; --at) {
        const char c = text[at - 1];
        if (c == '"' && quotes) {
            in_quotes = !in_quotes;
        } else if (c == '\n' && !in_quotes) {
            return at;
        }
    }
    return from;
}

}  // namespace

std::uint64_t chunk::line_of(const char* at) const {
    return line + static_cast<std::uint64_t>(std::count(buffer.data(), at, '\n'));
}

bool chunk_reader::next(chunk& into) {
    // Another thread reads a chunk in less time than it takes to fall asleep and be woken.
    constexpr int most_tries = 500;
    std::unique_lock lock(one_, std::try_to_lock);
    for (int tries = 0; !lock.owns_lock() && tries < most_tries; ++tries) {
        std::this_thread::yield();
        lock.try_lock();
    }
    if (!lock.owns_lock()) {
        lock.lock();
    }
    if (ended_) {
        return false;
    }
    try {
        return fill(into);
    } catch (...) {
        ended_ = true;
        throw;
    }
}

bool chunk_reader::fill(chunk& into) {
    into.begin = 0;
    into.number = number_++;
    into.line = line_;
    into.offset = offset_;
    into.has_nul = false;
    into.lacks_feed = false;
    into.torn = cut::none;
    std::size_t filled = rest_.size();
    bool in_quotes = false;
    // What is left of the chunk before holds no whole record, so only new bytes can end one.
    std::size_t scanned = 0;
    for (;;) {
        into.buffer.resize(std::max(into.buffer.size(), filled + options_.size + chunk_slack));
        if (scanned == 0) {
            std::copy(rest_.begin(), rest_.end(), into.buffer.begin());
        }
        const std::size_t count = read_fully(from_, into.buffer.data() + filled, options_.size);
        filled += count;
        const byte_counts found = count_(into.buffer.data() + scanned, into.buffer.data() + filled);
        line_ += found.lines;
        into.has_nul |= found.has_nul;
        in_quotes ^= options_.quotes && found.odd_quotes;
        if (count < options_.size) {
            ended_ = true;
            into.torn = in_quotes ? cut::in_quotes : cut::none;
            finish(into, filled);
            return filled != 0;
        }
        const std::size_t end = after_last_record(into.buffer, scanned, filled, options_.quotes, in_quotes);
        if (end != scanned) {
            rest_.assign(into.buffer.begin() + static_cast<std::ptrdiff_t>(end),
                         into.buffer.begin() + static_cast<std::ptrdiff_t>(filled));
            line_ -= static_cast<std::uint64_t>(std::count(rest_.begin(), rest_.end(), '\n'));
            into.has_nul = into.has_nul && std::memchr(into.buffer.data(), '\0', end) != nullptr;
            finish(into, end);
            return true;
        }
        scanned = filled;
        if (filled > options_.longest) {
            ended_ = true;
            into.torn = cut::too_long;
            finish(into, filled);
            return true;
        }
    }
}

void chunk_reader::finish(chunk& into, std::size_t end) {
    offset_ += end;
    if (end != 0 && into.torn == cut::none && into.buffer[end - 1] != '\n') {
        into.buffer[end++] = '\n';
        into.lacks_feed = true;
    }
    into.end = end;
    std::memset(into.buffer.data() + end, 0, std::min(chunk_slack / 2, into.buffer.size() - end));
    if (options_.progress) {
        options_.progress(from_.done(), from_.total());
    }
}

bool chunk_reader::ended() const {
    const std::lock_guard lock(one_);
    return ended_;
}

void chunk_reader::stop() {
    const std::lock_guard lock(one_);
    ended_ = true;
}

}  // namespace cxm

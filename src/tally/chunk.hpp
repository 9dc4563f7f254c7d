#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "read/byte_source.hpp"
#include "read/kernels.hpp"

namespace cxm {

/// Why a chunk does not end after a record.
enum class cut { none, in_quotes, too_long };

/// A stretch of a raw file that begins and ends between two records.
struct chunk {
    std::vector<char> buffer;  ///< room beyond the text, so that 64 bytes may be read from any byte of it
    std::size_t begin = 0;     ///< of what is still to be read
    std::size_t end = 0;       ///< after the last line feed, which is put there if the file lacks its last
    std::uint64_t number = 0;  ///< counted from 0 in the file
    std::uint64_t line = 1;    ///< of the first byte of the buffer
    std::uint64_t offset = 0;  ///< of the first byte of the buffer, in the unpacked file
    bool has_nul = false;
    bool lacks_feed = false;  ///< the last line feed was put there
    cut torn = cut::none;

    /// The line that a byte stands on.
    std::uint64_t line_of(const char* at) const;
    std::uint64_t offset_of(const char* at) const { return offset + static_cast<std::uint64_t>(at - buffer.data()); }
};

inline constexpr std::size_t chunk_slack = 128;

struct chunk_options {
    std::size_t size = 1 << 18;       ///< bytes read at a time
    bool quotes = true;               ///< line feeds within "" end no record
    std::size_t longest = 16u << 20;  ///< no record is longer
    std::function<void(std::uint64_t done, std::uint64_t total)> progress;
};

/// Hands out the chunks of a file, to any number of threads.
///
/// Who reads a chunk counts its quotes, so the next begins with certainty outside of them: there is nothing to guess.
class chunk_reader {
public:
    chunk_reader(byte_source& from, const chunk_options& options)
        : from_(from), options_(options), count_(runnable_kernels().back().count) {}

    /// The next chunk, into the buffer of a used one; false at the end.
    bool next(chunk& into);

    /// Whether the last chunk has been handed out.
    bool ended() const;

    /// Hands out no more chunks.
    void stop();

private:
    bool fill(chunk& into);
    void finish(chunk& into, std::size_t end);

    mutable std::mutex one_;
    byte_source& from_;
    chunk_options options_;
    byte_counts (*count_)(const char* from, const char* to);
    std::vector<char> rest_;  ///< the begin of the next chunk
    std::uint64_t number_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t offset_ = 0;
    bool ended_ = false;
};

}  // namespace cxm

#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "bytes/byte_source.hpp"
#include "bytes/kernels.hpp"

namespace cxm {

/// Why a chunk does not end after a record.
enum class cut { none, in_quotes, too_long };

/// A stretch of a raw file that begins and ends between two records.
struct chunk {
    std::vector<char> buffer;    ///< room beyond the text, so that 64 bytes may be read from any byte of it
    std::size_t first = 0;       ///< where the text begins in the buffer
    std::size_t begin = 0;       ///< of what is still to be read
    std::size_t end = 0;         ///< after the last line feed, which is put there if the file lacks its last
    std::uint64_t number = 0;    ///< grows from chunk to chunk of a file
    std::uint64_t line = 1;      ///< of the first byte of the text
    std::uint64_t end_line = 0;  ///< of the byte behind the text; 0 where nobody has counted
    std::uint64_t offset = 0;    ///< of the first byte of the text, in the unpacked file
    bool has_nul = false;
    bool lacks_feed = false;  ///< the last line feed was put there
    cut torn = cut::none;

    /// The line that a byte stands on.
    std::uint64_t line_of(const char* at) const;
    std::uint64_t offset_of(const char* at) const {
        return offset + static_cast<std::uint64_t>(at - (buffer.data() + first));
    }
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
/// Blocks of the file are read and their quotes counted by many threads at once; then each takes its turn to learn from
/// the block before whether it begins within quotes, and what is left of a record: there is nothing to guess.
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
    /// As many bytes as are read at a time, wherever records end.
    struct block {
        std::uint64_t number = 0;
        std::size_t begin = 0;  ///< in the buffer
        std::size_t size = 0;
        bool is_last = false;
        std::uint64_t done = 0;  ///< bytes of the file when it was read, before unpacking
        byte_counts counts;
        std::exception_ptr fault;
    };

    block read_block(std::vector<char>& into);
    bool join(const block& read, chunk& into);
    void take(const block& read, std::size_t taken, chunk& into);

    byte_source& from_;
    chunk_options options_;
    byte_counts (*count_)(const char* from, const char* to);

    std::mutex reading_;  ///< guards the next two, and reading on from the source
    std::uint64_t blocks_ = 0;
    bool read_all_ = false;

    mutable std::mutex joining_;  ///< guards what follows
    std::condition_variable turn_;
    std::uint64_t joined_ = 0;  ///< blocks
    bool ended_ = false;
    std::vector<char> rest_;  ///< the begin of the next chunk, which holds no whole record
    bool in_quotes_ = false;  ///< where the rest ends
    bool rest_has_nul_ = false;
    std::uint64_t rest_lines_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t offset_ = 0;
};

}  // namespace cxm

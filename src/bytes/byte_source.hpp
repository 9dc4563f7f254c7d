#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace cxm {

/// Bytes of a file, unpacked if it is packed.
class byte_source {
public:
    virtual ~byte_source() = default;

    /// Reads on, at most `size` bytes; 0 at the end alone. Throws bad_input where the file cannot be read.
    virtual std::size_t read(char* to, std::size_t size) = 0;

    /// Whether any part can be read at any time, by several threads at once.
    virtual bool has_parts() const { return false; }

    /// Reads `size` bytes from a place on, less only at the end, whatever else was read; only where there are parts.
    virtual std::size_t read_part(std::uint64_t from, char* to, std::size_t size);

    /// Bytes of the file read so far, before unpacking.
    virtual std::uint64_t done() const = 0;

    /// The file's size, 0 where it is not known (a pipe).
    virtual std::uint64_t total() const = 0;
};

/// Opens a file, or the descriptor given for "-"; gzip, zstd and UTF-16 are told by their first bytes, and read as what
/// they hold, in UTF-8. Throws bad_input where it cannot be opened.
std::unique_ptr<byte_source> open_bytes(const std::string& file, int standard_input = 0);

/// A file in a message; `-` is standard input.
std::string name_of(const std::string& file);

/// A file's name without the ending that says how it is packed.
std::string_view without_packing(std::string_view file);

/// Wraps a source that is gzip or zstd; refused in a program built without that library.
std::unique_ptr<byte_source> unpack_gzip(std::unique_ptr<byte_source> packed, const std::string& file);
std::unique_ptr<byte_source> unpack_zstd(std::unique_ptr<byte_source> packed, const std::string& file);

/// Reads until `size` bytes are there or the source ends.
std::size_t read_fully(byte_source& from, char* to, std::size_t size);

}  // namespace cxm

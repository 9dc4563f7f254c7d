#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue.hpp"
#include "records.hpp"

namespace cxm {

enum class input_format { any, json, ndjson, csv, tsv };

struct input_options {
    input_format format = input_format::any;  ///< any: told by extension, then by content
    std::optional<char> decimal;              ///< absent: a point, or a comma where every non-integer of a ; file has one
    std::vector<std::string> ignore;          ///< unknown names to pass over; "*" for all
    std::vector<std::string> labels;          ///< names that are labels even where their values are numbers
    unsigned threads = 0;                     ///< 0: as many as there are processors
    std::size_t block_size = 1 << 18;         ///< bytes read at a time; tests make it tiny
};

/// A stretch of input that ends between two records.
struct input_block {
    std::shared_ptr<const std::string> text;
    std::uint64_t line = 1;    ///< of its first byte
    std::uint64_t offset = 0;  ///< of its first byte
};

/// Records of one input, cut into blocks that can be parsed on any thread.
class record_source {
public:
    virtual ~record_source() = default;

    /// Reads on; nothing at the end. Throws bad_input where the input is cut off in mid record.
    virtual std::optional<input_block> next() = 0;

    /// The records of a block; throws bad_input with line and column. Safe to call from several threads.
    virtual records parse(const input_block& block) const = 0;
};

/// Opens a file, or standard input for "-"; throws bad_input where it cannot be read or its format cannot be told.
std::unique_ptr<record_source> open_records(const std::string& file, const catalogue& known,
                                            const input_options& options);

}  // namespace cxm

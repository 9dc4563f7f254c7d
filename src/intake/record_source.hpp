#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/input_block.hpp"
#include "bytes/input_format.hpp"
#include "catalogue/metrics_in_use.hpp"
#include "plan/blank.hpp"
#include "records/records.hpp"
#include "rows/passed_over.hpp"
#include "rows/table_edges.hpp"
#include "values/moment.hpp"

namespace cxm {

struct input_options {
    input_format format = input_format::any;  ///< any: told by extension, then by content
    std::optional<char> decimal;       ///< absent: a point, or a comma where every non-integer of a ; file has one
    std::vector<std::string> ignore;   ///< unknown names to pass over; "*" for all
    std::vector<std::string> labels;   ///< names that are labels even where their values are numbers
    std::vector<std::string> asked;    ///< names that the command asks for, whatever they hold
    std::vector<blank_text> blanks;    ///< texts that say nothing: `N/A`
    std::string period;                ///< the name of the period; empty: `period`
    bool period_of_days = false;       ///< it holds dates, of which a time of day is left out
    std::string date_format;           ///< of those dates; empty: ISO 8601
    zone_wanted zone = {};             ///< in which those days are told
    std::optional<char> delimiter;     ///< of CSV; absent: told by the header
    bool windows_1252 = false;         ///< the text is not UTF-8 but Windows-1252
    bool skip_ragged = false;          ///< rows of CSV of another width than the header are passed over
    edge_options edges;                ///< of CSV: where the table begins
    unsigned threads = 0;              ///< 0: as many as there are processors
    std::size_t block_size = 1 << 18;  ///< bytes read at a time; tests make it tiny
    int standard_input = 0;            ///< the descriptor that "-" reads
};

/// Records of one input, cut into blocks that can be parsed on any thread.
class record_source {
public:
    virtual ~record_source() = default;

    /// Reads on; nothing at the end. Called by one thread at a time; throws bad_input where the file cannot be read.
    virtual std::optional<input_block> next() = 0;

    /// The records of a block; throws bad_input with line and column. Safe to call from several threads.
    ///
    /// Columns stand in the order in which the block first names them; a block may lack columns of others. What is
    /// passed over of it is put into `skipped`.
    virtual records parse(const input_block& block, passed_over& skipped) const = 0;

    /// Whether a header tells the names of all columns; records of JSON are known by name once all have been read.
    virtual bool has_header() const { return true; }

    /// What was decided in no doubt when it was opened, a sentence each.
    std::vector<std::string> notes;

    records parse(const input_block& block) const {
        passed_over none;
        return parse(block, none);
    }
};

/// Opens a file, or standard input for "-"; throws bad_input where it cannot be read or holds no records.
///
/// The catalogue has to outlive the source and its records.
std::unique_ptr<record_source> open_records(const std::string& file, const catalogue& known,
                                            const input_options& options);

}  // namespace cxm

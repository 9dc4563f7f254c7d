#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "plan/plan.hpp"
#include "records/records.hpp"
#include "rows/read_rows.hpp"
#include "tables/memory.hpp"

namespace cxm {

struct tally_options : row_options {
    std::optional<period> from;         ///< periods before it are left out
    std::optional<period> to;           ///< and those after it
    std::optional<std::int64_t> until;  ///< the last moment of the data, where not that of the last row: of orders
};

struct tally_result : read_findings {
    records counted;                     ///< sorted by period, then labels
    std::vector<std::string> repeating;  ///< measures of different ones, some of which are in several records
    std::string why_empty;               ///< where no record came of the rows
    std::uint64_t rows = 0;              ///< looked at
};

class counter;
class shared_counts;
struct program;

/// The counting of rows as a plan says: sinks to read them into, then records.
class tallying {
public:
    /// Throws bad_usage.
    tallying(const plan& how, const catalogue& known, const tally_options& options);
    ~tallying();

    const wanted_cells& wanted() const;
    std::vector<file_sink*> sinks() const;

    /// Has findings told of each file while it is read into the sinks.
    void listen(tally_result& into) const;

    /// Makes records of what the sinks took; throws bad_input.
    void finish(tally_result& into);

private:
    tally_options options_;
    std::unique_ptr<const program> program_;
    memory_budget budget_;
    std::unique_ptr<shared_counts> shared_;
    std::vector<std::unique_ptr<counter>> counters_;
};

/// Counts the rows of files ("-": standard input) as the plan says; throws bad_usage and bad_input.
///
/// The result is the same for any number of threads, size of chunks, and order of files and rows.
tally_result tally(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                   const tally_options& options);

}  // namespace cxm

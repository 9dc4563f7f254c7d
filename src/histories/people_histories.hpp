#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "histories/question.hpp"
#include "rows/read_rows.hpp"
#include "tables/memory.hpp"
#include "values/fixed.hpp"

namespace cxm {

class gatherer;

/// A row of a person.
struct history_event {
    std::int64_t time;     ///< microseconds since 1970-01-01
    std::uint32_t events;  ///< a bit for each event of the question that it is
    std::uint32_t label;   ///< place among the labels; no_label where it is blank, or none is asked for
    int128 amount;         ///< in units of 10^-18; 0 where none is asked for
};

/// Takes the rows of one person that are kept, maybe none, by time, then by what they are; each worker is called
/// by one thread.
using person_reader = std::function<void(unsigned worker, std::span<const history_event> history)>;

/// The same with the person's id, which is good for the call.
using named_person_reader =
    std::function<void(unsigned worker, std::string_view id, std::span<const history_event> history)>;

/// What people did, person by person.
class people_histories {
public:
    /// Gathers the rows of files; throws bad_usage and bad_input. The same for any number of threads, size of chunks,
    /// and order of files and rows.
    people_histories(const people_question& asked, const std::vector<std::string>& files, const row_options& options);

    /// Gathers rows that others read into its sinks, and then call `finish`; throws bad_usage.
    people_histories(const people_question& asked, const row_options& options);

    ~people_histories();

    const wanted_cells& wanted() const { return program_; }
    std::vector<file_sink*> sinks() const;

    /// Puts together what the sinks took; throws bad_input.
    void finish();

    /// Reads every person once, in any order; throws what the reader throws.
    void read(const person_reader& reader);
    void read(const named_person_reader& reader);

    memory_budget& budget() { return budget_; }
    unsigned workers() const { return static_cast<unsigned>(gatherers_.size()); }
    const std::vector<std::string>& labels() const { return labels_; }  ///< in the order of their bytes

    std::uint64_t rows = 0;                  ///< looked at
    std::uint64_t fitting = 0;               ///< of those, that the condition took
    std::uint64_t people = 0;                ///< of those rows
    std::uint64_t of_nobody = 0;             ///< rows left out for want of an id
    std::uint64_t open_ends = 0;             ///< of stays, said by a date that is none
    std::optional<std::int64_t> first = {};  ///< time of the rows that the condition took; absent without any
    std::optional<std::int64_t> last = {};
    std::string none_fits = {};  ///< the warning that the condition took no row; empty where it did
    read_findings found;

private:
    /// The rows of a part by person: where each one's begin, and an end.
    struct by_person;

    history_program program_;
    memory_budget budget_;
    std::vector<std::unique_ptr<gatherer>> gatherers_;
    std::vector<std::string> labels_;
    std::vector<std::vector<std::uint32_t>> label_places_;                 ///< of each gatherer's numbers
    std::vector<std::vector<std::vector<std::uint32_t>>> person_numbers_;  ///< of each part's other gatherers

    void join_labels();
    void join_people();
    void tell_of_conditions();
    void add_facts();
    void sort_part(std::size_t part, by_person& into);
    template <class Each>
    void read_part(std::size_t part, by_person& room, const Each& each);
    template <class Each>
    void read_parts(const Each& each);
};

/// One reader that has read everyone, from one that has read nobody: each thread adds to a copy, and the first absorbs
/// the others.
template <class Reader>
Reader read_everyone(people_histories& of, const Reader& nobody) {
    std::vector<Reader> readers(of.workers(), nobody);
    of.read([&](unsigned worker, std::span<const history_event> history) { readers[worker].add(history); });
    for (std::size_t i = 1; i < readers.size(); ++i) {
        readers[0].absorb(readers[i]);
    }
    return std::move(readers[0]);
}

}  // namespace cxm

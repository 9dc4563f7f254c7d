#include "histories/contracts.hpp"

#include <algorithm>
#include <bit>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "rows/condition_watch.hpp"
#include "rows/prepared_rows.hpp"
#include "rows/truth.hpp"
#include "tables/memory.hpp"
#include "text/problem.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

/// The columns of a plan's subscriptions, and its condition, made ready.
struct contract_cells : wanted_cells {
    std::size_t first;
    std::size_t last;
    std::vector<std::size_t> where_cells;

    explicit contract_cells(const plan& how) {
        first = cell_of(how.subscriptions->start);
        last = cell_of(how.subscriptions->end);
        // Numbers of what is made of columns hold once all columns are known.
        (void)cells_of(how.where.meets.columns);
        where_cells = cells_of(how.where.meets);
        blanks = how.blanks;
        require_columns_of_blanks(*this);
    }
};

class contract_sink : public file_sink {
public:
    contract_sink(const plan& how, const contract_cells& cells, memory_budget& budget)
        : watch(how.where.meets, cells.where_cells),
          where_(how.where.meets),
          cells_(cells),
          budget_(budget),
          prepared_(cells),
          dates_(grain::day, how.date_format,
                 how.time_zone.empty() ? zone_wanted() : parse_zone_wanted(how.time_zone)) {}

    void add(const row_batch& given) override {
        rows += given.size;
        const row_batch& batch = prepared_.of(given);
        std::optional<cell_problem> fault;
        row_mask taken = first_rows(batch.size);
        if (!where_.empty()) {
            const row_mask asked = taken;
            taken = evaluate(where_, cells_.where_cells, batch, asked, numbers, fault).yes;
            watch.note(batch, asked & first_rows(fault ? fault->row : batch.size), taken);
            taken &= first_rows(fault ? fault->row : batch.size);
        }
        budget_.take(sizeof(contract) * static_cast<std::size_t>(std::popcount(taken)));
        for (; taken != 0 && !fault; taken &= taken - 1) {
            const auto row = static_cast<std::size_t>(std::countr_zero(taken));
            try {
                add_row(batch, row);
            } catch (cell_problem& problem) {
                problem.row = row;
                fault = std::move(problem);
            }
        }
        if (fault) {
            fault->cell = cells_.column_of(fault->cell);
            throw cell_problem(*fault);
        }
    }

    std::vector<contract> contracts;
    std::uint64_t open_ends = 0;
    std::int32_t last_day = no_day;
    condition_watch watch;

private:
    const condition& where_;
    const contract_cells& cells_;
    memory_budget& budget_;
    prepared_rows prepared_;
    date_reader dates_;

    bool read(std::size_t cell, std::string_view text, std::int32_t& day) {
        try {
            return !text.empty() && dates_.period_of(text, day) != date_reader::no_period;
        } catch (bad_date& wrong) {
            throw cell_problem{cell, std::move(wrong.finding)};
        }
    }

    void add_row(const row_batch& batch, std::size_t row) {
        const std::string_view first = batch.column(cells_.first)[row];
        const std::string_view last = batch.column(cells_.last)[row];
        contract one{no_day, open_end};
        if (!read(cells_.first, first, one.first)) {
            throw cell_problem{cells_.first, "is blank: a stay needs its first day"};
        }
        const bool has_end = read(cells_.last, last, one.last);
        if (has_end && one.last >= open_end) {
            one.last = open_end;
            ++open_ends;
        }
        if (one.last < one.first) {
            throw cell_problem{cells_.last, quote_of(last) + " is before the stay begins, " + quote_of(first)};
        }
        contracts.push_back(one);
        last_day = std::max({last_day, one.first, one.last < open_end ? one.last : one.first});
    }
};

}  // namespace

contracts_read read_contracts(const plan& how, const std::vector<std::string>& files, const row_options& options) {
    const contract_cells cells(how);
    memory_budget budget(options.max_memory, 1, "what is kept of contracts",
                         "--where leaves rows out, or allow more by --max-memory");
    std::vector<std::unique_ptr<contract_sink>> readers;
    std::vector<file_sink*> sinks;
    for (unsigned i = 0; i < threads_of(options); ++i) {
        readers.push_back(std::make_unique<contract_sink>(how, cells, budget));
        sinks.push_back(readers.back().get());
    }
    contracts_read read;
    read_rows(files, cells, sinks, options, read);
    std::uint64_t open_ends = 0;
    for (const auto& each : readers) {
        read.contracts.insert(read.contracts.end(), each->contracts.begin(), each->contracts.end());
        each->contracts = {};
        read.rows += each->rows;
        read.last_day = std::max(read.last_day, each->last_day);
        open_ends += each->open_ends;
        if (each != readers.front()) {
            readers.front()->watch.absorb(each->watch);
        }
    }
    if (open_ends != 0) {
        read.notes.push_back(fmt::format("9999-12-31 in {} stands for a stay that goes on, {} time{}",
                                         quote_of(how.subscriptions->end), open_ends, open_ends == 1 ? "" : "s"));
    }
    const condition_watch& watch = readers.front()->watch;
    if (read.contracts.empty() && read.rows != 0 && !how.where.meets.empty()) {
        read.warnings.push_back(fmt::format("none of {} row{} meets the condition {}{}", read.rows,
                                            read.rows == 1 ? "" : "s", shown(how.where.text),
                                            watch.values_there_are()));
    }
    for (const std::string& objection : watch.objections("row")) {
        read.warnings.push_back(objection);
    }
    return read;
}

std::size_t renewals_between(std::int32_t first, std::int32_t last, grain every) {
    if (every == grain::day || every == grain::week) {
        return static_cast<std::size_t>(last - first) / (every == grain::week ? 7 : 1);
    }
    const std::chrono::year_month_day from = calendar::date(first);
    const std::chrono::year_month_day to = calendar::date(last);
    const std::chrono::year_month_day_last end = to.year() / to.month() / std::chrono::last;
    const std::chrono::months apart = (to.year() / to.month()) - (from.year() / from.month());
    const bool has_come = to.day() >= std::min(from.day(), end.day());
    const auto months = static_cast<std::size_t>(apart.count() - (has_come ? 0 : 1));
    return months / (every == grain::quarter ? 3 : every == grain::year ? 12 : 1);
}

contract_cohorts cohorts_of(std::span<const contract> contracts, grain every, std::int32_t until, std::size_t most) {
    contract_cohorts read;
    std::vector<std::vector<double>> by_seen;
    for (const contract& one : contracts) {
        if (one.first > until) {
            ++read.later;
            continue;
        }
        const std::size_t seen = renewals_between(one.first, until, every);
        const std::size_t made = renewals_between(one.first, std::min(one.last, until), every);
        if (seen > most) {
            throw bad_input("", fmt::format("{} renewals of one contract, from {} to {}, are more than a curve is read "
                                            "for ({}): is a date wrong? Or take longer periods, as --period :year",
                                            seen, spell(containing(one.first, grain::day)),
                                            spell(containing(until, grain::day)), most));
        }
        read.undecided += one.last < until && made == seen ? 1 : 0;
        read.running.resize(std::max(read.running.size(), seen + 1));
        read.running[seen] += one.last >= until ? 1 : 0;
        by_seen.resize(std::max(by_seen.size(), seen + 1));
        by_seen[seen].resize(seen + 1);
        ++by_seen[seen][made];
    }
    for (std::vector<double>& cohort : by_seen) {
        if (cohort.empty()) {
            continue;
        }
        for (std::size_t age = cohort.size() - 1; age > 0; --age) {
            cohort[age - 1] += cohort[age];
        }
        read.cohorts.push_back(std::move(cohort));
    }
    return read;
}

}  // namespace cxm

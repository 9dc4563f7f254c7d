#include "run/input.hpp"

#include <algorithm>

#include "run/as_of.hpp"
#include "run/common.hpp"
#include "run/count_rows.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// More files than this are opened again when their turn comes, so that any number can be given.
constexpr std::size_t most_kept_open = 16;

std::string name_of(const std::string& file) { return file == "-" ? "standard input" : file; }

std::vector<std::string> names_of(std::vector<std::string> files) {
    std::transform(files.begin(), files.end(), files.begin(), name_of);
    return files;
}

}  // namespace

record_input::record_input(std::vector<std::string> files, const catalogue& known, const input_flags& flags,
                           const streams& io, const std::vector<std::string>& labels)
    : known_(&known),
      options_(options_of(flags, io)),
      as_of_(day_of(flags.as_of)),
      wanted_(flags.wanted),
      reconciler_(known, flags.strict, flags.usual_scales && !flags.raw.any()),
      io_(io),
      duplicates_(names_of(files)),
      strict_(flags.strict),
      warnings_(io, "like these") {
    if (std::count(files.begin(), files.end(), "-") > 1) {
        throw bad_usage("standard input ('-') can be read only once");
    }
    if (flags.raw.any()) {
        count(files, flags, labels);
        require_calendar(flags.strict);
        return;
    }
    for (std::string& name : files) {
        file& f = files_.emplace_back(file{std::move(name), nullptr, std::nullopt});
        f.source = open_records(f.name, known, options_);
        f.first = f.source->next();
        if (f.first) {
            append(sample_, parsed(*f.source, *f.first, f.name));
        }
        if (files_.size() > most_kept_open && f.name != "-") {
            f.source.reset();
            f.first.reset();
        }
    }
    require_calendar(flags.strict);
}

void record_input::mark(records& rows) const {
    if (as_of_) {
        mark_partial(rows, *as_of_);
    }
}

/// Where no period has an end, a date marks nothing and leaves nothing out: what is shown is not what was asked for.
void record_input::require_calendar(bool strict) const {
    if (!as_of_ && !wanted_.any()) {
        return;
    }
    const std::string found = objection_to(as_of_ ? "--as-of marks" : "--from and --to leave out", sample_);
    if (found.empty()) {
        return;
    }
    if (strict) {
        throw bad_input("", found);
    }
    warn(io_, found);
}

void record_input::count(const std::vector<std::string>& files, const input_flags& flags,
                         const std::vector<std::string>& labels) {
    tally_result made = count_rows(plan_of(flags.raw, labels, *known_), *known_, files,
                                   tally_options_of(flags, flags.raw, io_), wanted_, io_);
    for (const std::string& warning : made.warnings) {
        if (flags.strict) {
            throw bad_input("", warning);
        }
        warn(io_, warning);
    }
    why_empty_ = std::move(made.why_empty);
    sample_ = std::move(made.counted);
    mark(sample_);
    counted_ = true;
}

std::unique_ptr<record_source> record_input::open(file& f) {
    return f.source ? std::move(f.source) : open_records(f.name, *known_, options_);
}

records record_input::parsed(const record_source& source, const input_block& block, const std::string& name) const {
    records rows = source.parse(block);
    rows.source = name_of(name);
    mark(rows);
    return rows;
}

void record_input::accept(const std::vector<record_key>& keys, const std::vector<std::string>& warnings,
                          const std::string& currency) {
    duplicates_.add(keys);
    if (!currency.empty() && !currency_.empty() && currency != currency_) {
        throw bad_input("", "the files are in different currencies, " + quoted(currency_) + " and " + quoted(currency) +
                                "; report them apart");
    }
    require_currency(currency);
    currency_ = currency.empty() ? currency_ : currency;
    warnings_.add(warnings);
}

void record_input::finish() {
    if (wanted_.any() && taken_ == 0) {
        throw bad_input("", "no record is of the periods that --from and --to choose");
    }
    duplicates_.finish();
    warnings_.finish();
}

void record_input::warn_of_mixed_periods() const {
    for (const period_kinds::oddity& odd : periods_.oddities()) {
        if (strict_) {
            throw bad_input(odd.place, odd.finding);
        }
        warn(io_, (odd.place.empty() ? "" : odd.place + ": ") + odd.finding);
    }
}

records record_input::all() {
    records together;
    for_each([](records rows) { return rows; }, [&](records rows) { append(together, std::move(rows)); });
    return together;
}

}  // namespace cxm

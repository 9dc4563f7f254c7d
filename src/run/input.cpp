#include "run/input.hpp"

#include <algorithm>

#include "run/count_rows.hpp"
#include "text/problem.hpp"
#include "values/currency.hpp"

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

record_input::record_input(std::vector<std::string> files, const catalogue& known, const input_settings& how,
                           const streams& io)
    : known_(&known),
      how_(how),
      reconciler_(known, how.strict, how.usual_scales),
      io_(io),
      duplicates_(names_of(files)),
      warnings_(io, "like these") {
    if (std::count(files.begin(), files.end(), "-") > 1) {
        throw bad_usage("standard input ('-') can be read only once");
    }
    if (how_.rows) {
        count(files);
        require_calendar();
        return;
    }
    for (std::string& name : files) {
        file& f = files_.emplace_back(file{std::move(name), nullptr, std::nullopt});
        f.source = open_records(f.name, known, how_.records);
        f.first = f.source->next();
        if (f.first) {
            append(sample_, parsed(*f.source, *f.first, f.name));
        }
        if (files_.size() > most_kept_open && f.name != "-") {
            f.source.reset();
            f.first.reset();
        }
    }
    require_calendar();
}

void record_input::mark(records& rows) const {
    if (how_.as_of) {
        mark_partial(rows, *how_.as_of);
    }
}

/// Where no period has an end, a date marks nothing and leaves nothing out: what is shown is not what was asked for.
void record_input::require_calendar() const {
    if (!how_.as_of && !how_.wanted.any()) {
        return;
    }
    const std::string objection = objection_to(how_.as_of ? "--as-of marks" : "--from and --to leave out", sample_);
    if (!objection.empty()) {
        warn(io_, objection, how_.strict);
    }
}

void record_input::count(const std::vector<std::string>& files) {
    tally_result tallied = count_rows(*how_.rows, *known_, files, how_.counting, how_.wanted, io_);
    for (const std::string& warning : tallied.warnings) {
        warn(io_, warning, how_.strict);
    }
    why_empty_ = std::move(tallied.why_empty);
    sample_ = std::move(tallied.counted);
    mark(sample_);
    counted_ = true;
}

std::unique_ptr<record_source> record_input::open(file& f) {
    return f.source ? std::move(f.source) : open_records(f.name, *known_, how_.records);
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
    if (!is_currency(currency)) {
        throw bad_input("", "currency " + quoted(currency) + " is no currency; write EUR");
    }
    currency_ = currency.empty() ? currency_ : currency;
    warnings_.add(warnings);
}

void record_input::finish() {
    if (how_.wanted.any() && taken_ == 0) {
        throw bad_input("", "no record is of the periods that --from and --to choose");
    }
    duplicates_.finish();
    warnings_.finish();
}

void record_input::warn_of_mixed_periods() const {
    for (const period_kinds::oddity& odd : periods_.oddities()) {
        if (how_.strict) {
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

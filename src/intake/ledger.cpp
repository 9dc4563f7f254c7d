#include "intake/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bytes/byte_source.hpp"
#include "intake/role.hpp"
#include "text/problem.hpp"
#include "values/currency.hpp"

namespace cxm {

namespace {

bool any_twice(const std::vector<record_key>& keys) {
    key_table seen;
    return std::any_of(keys.begin(), keys.end(), [&](const record_key& key) { return seen.insert(key) != nullptr; });
}

}  // namespace

ledger::ledger(const input_settings& how, std::vector<std::string> files, const listener& told)
    : how_(&how),
      warn_(told.warn),
      note_(told.note),
      warnings_(told.warn, "like these"),
      duplicates_(std::move(files)) {}

void ledger::note(const std::string& finding) const {
    if (note_) {
        note_(finding);
    }
}

void ledger::warn(const std::string& place, const std::string& finding) const {
    if (how_->strict) {
        throw bad_input(place, finding);
    }
    warn_(place + (place.empty() ? "" : ": ") + finding);
}

void ledger::add_remark(const remark& r) {
    if (how_->strict) {
        throw bad_input(r.place, r.text);
    }
    warnings_.add(spell(r));
}

void ledger::add_currency(const std::string& currency) {
    if (!currency.empty() && !currency_.empty() && currency != currency_) {
        throw bad_input("", "the files are in different currencies, " + quote_of(currency_) + " and " +
                                quote_of(currency) + "; report them apart");
    }
    if (!is_currency(currency)) {
        throw bad_input("", "currency " + quote_of(currency) + " is no currency; write EUR");
    }
    currency_ = currency.empty() ? currency_ : currency;
}

void ledger::add(block_facts&& facts) {
    if (!how_->may_repeat) {
        duplicates_.add(facts.keys);
    }
    // Stocks of several shards in one stream go on in each of them, not in the order of their lines.
    if (!how_->may_repeat || !any_twice(facts.keys)) {
        stocks_.add(facts.stocks);
    }
    add_currency(facts.currency);
    for (const remark& r : facts.remarks) {
        add_remark(r);
        counted_.refused += r.impossible && std::exchange(refused_last_, r.place) != r.place ? 1 : 0;
    }
    counted_.read += facts.seen + facts.skipped.rows;
    counted_.passed_over += facts.seen - facts.records + facts.skipped.rows;
    periods_.add(facts.periods);
    labels_of_file_.add(facts.labels);
    cut_.add(facts.cut);
    has_money_ = has_money_ || facts.has_money;
    skipped_.add(facts.skipped);
    records_of_file_ += facts.records;
    for (std::string& name : facts.names) {
        if (std::find(names_of_file_.begin(), names_of_file_.end(), name) == names_of_file_.end()) {
            names_of_file_.push_back(std::move(name));
        }
    }
}

void ledger::require_columns_of_blanks(const std::string& file) const {
    const input_options& options = how_->records;
    for (const blank_text& blank : options.blanks) {
        const bool known =
            blank.column.empty() || blank.column == period_name(options) || is_ignored(options, blank.column, true) ||
            std::find(names_of_file_.begin(), names_of_file_.end(), blank.column) != names_of_file_.end();
        if (!known) {
            throw bad_input(name_of(file), no_column_of_blank(blank, {names_of_file_.begin(), names_of_file_.end()}));
        }
    }
}

void ledger::end_file(const std::string& file) {
    if (!how_->rows) {
        const input_options& options = how_->records;
        if (!options.period.empty() || options.period_of_days) {
            labels_of_file_.require_periods(std::string(period_name(options)), "--period names", file);
        } else if (!options.date_format.empty()) {
            labels_of_file_.require_periods("period", "--date-format is about", file);
        }
        labels_of_file_.refuse_periods_as_labels(how_->named);
        labels_of_file_.refuse_parts_of_periods(period_name(options), how_->named);
    }
    names_of_file_.clear();
    labels_.add(std::exchange(labels_of_file_, {}));
    if (const std::string again = note_of_headers(skipped_, file, how_->strict); !again.empty()) {
        note(again);
    }
    for (const std::string& finding : findings(std::exchange(skipped_, {}), file, records_of_file_)) {
        warn("", finding);
    }
    records_ += std::exchange(records_of_file_, 0);
}

void ledger::refuse_totals() const {
    if (!how_->rows) {
        labels_.refuse_totals_of_labels();
        const std::string currencies = has_money_ ? labels_.currencies(how_->named) : "";
        if (!currencies.empty()) {
            warn("", currencies);
        }
    }
}

void ledger::finish() {
    if (how_->wanted.any() && records_ == 0) {
        throw bad_input("", "no record is of the periods that --from and --to choose");
    }
    duplicates_.finish();
    if (!how_->rows) {
        labels_.refuse_totals_of_periods();
        for (const std::string& finding : labels_.variants()) {
            warn("", finding);
        }
    }
    for (const remark& r : stocks_.remarks()) {
        add_remark(r);
    }
    warnings_.finish();
    for (const std::string& warning : warnings_of(cut_)) {
        warn("", warning);
    }
}

}  // namespace cxm

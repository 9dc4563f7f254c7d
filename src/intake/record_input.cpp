#include "intake/record_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "bytes/byte_source.hpp"
#include "intake/count_rows.hpp"
#include "intake/given_values.hpp"
#include "intake/proven_totals.hpp"
#include "intake/total_rows.hpp"
#include "records/completeness.hpp"
#include "records/usual_weights.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// More files than this are opened again when their turn comes, so that any number can be given.
constexpr std::size_t most_kept_open = 16;

std::size_t records_in(const std::vector<records>& files) {
    return std::accumulate(files.begin(), files.end(), std::size_t(0),
                           [](std::size_t sum, const records& file) { return sum + file.size(); });
}

std::string source_name(const std::string& file) { return file == "-" ? "standard input" : file; }

std::vector<std::string> source_names(std::vector<std::string> files) {
    std::transform(files.begin(), files.end(), files.begin(), source_name);
    return files;
}

}  // namespace

record_input::record_input(std::vector<std::string> files, const catalogue& known, input_settings how, listener told)
    : known_(&known),
      how_(std::move(how)),
      told_(std::move(told)),
      reconciler_(known, how_.rows ? std::vector<const metric*>() : how_.on_usual_scales),
      seen_(how_, source_names(files), told_) {
    if (std::count(files.begin(), files.end(), "-") > 1) {
        throw bad_usage("standard input ('-') can be read only once");
    }
    if (how_.where) {
        filter_ = std::make_shared<record_filter>(*how_.where);
        sighted_.emplace(*filter_);
    }
    if (how_.rows) {
        count(files);
        require_fixed(how_.given, sample_.size());
        require_calendar();
        return;
    }
    for (std::string& name : files) {
        file& f = files_.emplace_back(file{std::move(name), nullptr, std::nullopt});
        f.source = open_records(f.name, known, how_.records);
        for (const std::string& text : f.source->notes) {
            seen_.note(text);
        }
        f.has_header = f.source->has_header();
        f.first = f.source->next();
        if (f.first) {
            passed_over skipped;
            append(sample_, parsed(*f.source, *f.first, f.name, skipped));
        }
        if (files_.size() > most_kept_open && f.name != "-") {
            f.source.reset();
            f.first.reset();
        }
    }
    require_fixed(how_.given, sample_.size());
    require_calendar();
}

void record_input::mark(records& rows) const {
    rows.in_order = how_.in_order;
    if (how_.as_of) {
        mark_partial(rows, *how_.as_of);
    }
    add_given_values(rows, how_.given);
}

/// Where no period has an end, a date marks nothing and leaves nothing out: what is shown is not what was asked for.
void record_input::require_calendar() const {
    if (!how_.as_of && !how_.wanted.any()) {
        return;
    }
    const std::string objection = objection_to(how_.as_of ? "--as-of marks" : "--from and --to leave out", sample_);
    if (!objection.empty()) {
        seen_.warn("", objection);
    }
}

void record_input::count(const std::vector<std::string>& files) {
    tally_result tallied = count_rows(*how_.rows, *known_, files, how_.counting, how_.wanted, told_, how_.drop_totals);
    for (const std::string& warning : tallied.warnings) {
        seen_.warn("", warning);
    }
    if (told_.counted) {
        told_.counted({tallied.rows + tallied.skipped, tallied.skipped});
    }
    why_empty_ = std::move(tallied.why_empty);
    sample_ = std::move(tallied.counted);
    mark(sample_);
    held_.push_back(sample_);
}

std::unique_ptr<record_source> record_input::open(file& f) {
    return f.source ? std::move(f.source) : open_records(f.name, *known_, how_.records);
}

records record_input::parsed(const record_source& source, const input_block& block, const std::string& name,
                             passed_over& skipped) const {
    records rows = source.parse(block, skipped);
    add_usual_weights(rows, *known_);
    rows.source = source_name(name);
    mark(rows);
    return rows;
}

/// Whether records that are the sum of others are to be looked for: a condition is asked of them as they are.
bool record_input::leaves_out_totals() const {
    if (how_.drop_totals || how_.rows || how_.strict || filter_) {
        return how_.drop_totals;
    }
    // A label that many records lack is usual, and no reason to hold a long input.
    const bool whole =
        std::all_of(files_.begin(), files_.end(), [](const file& f) { return f.first && f.first->last; });
    return may_hold_totals(sample_, whole);
}

/// Holds all files without the records that are totals: which are is only known once all are there.
void record_input::hold_parts() {
    for (std::size_t i = 0; !how_.rows && i < files_.size(); ++i) {
        const std::unique_ptr<record_source> source = open(files_[i]);
        records& together = held_.emplace_back();
        passed_over skipped;
        for (auto block = files_[i].first ? std::exchange(files_[i].first, std::nullopt) : source->next(); block;
             block = source->next()) {
            append(together, parsed(*source, *block, files_[i].name, skipped));
        }
        for (const std::string& finding : findings(skipped, files_[i].name, together.size())) {
            seen_.warn("", finding);
        }
        seen_.pass_over(skipped.rows);
    }
    if (!how_.drop_totals) {
        const std::size_t before = records_in(held_);
        if (const std::string text = drop_proven_totals(held_); !text.empty()) {
            seen_.note(text);
        }
        seen_.pass_over(before - records_in(held_));
        return;
    }
    const std::size_t dropped = drop_totals(held_);
    seen_.pass_over(dropped);
    told_.note(fmt::format("--drop-totals leaves out {} record{}", dropped, dropped == 1 ? "" : "s"));
}

/// Leaves the records that `--where` takes.
std::optional<record_filter::sight> record_input::filtered(records& rows) const {
    if (!filter_) {
        return std::nullopt;
    }
    record_filter::sight sighted(*filter_);
    rows = filter_->take(rows, sighted);
    return sighted;
}

void record_input::judge_filter() {
    std::vector<std::string_view> names = {"period"};
    for (const records::label_column& label : sample_.labels) {
        names.push_back(label.name);
    }
    for (const records::number_column& number : sample_.numbers) {
        names.push_back(number.of->key);
    }
    const std::string place = how_.is_one_of_several ? name_of(files_.front().name) : "";
    filter_->judge(*sighted_, names, how_.may_take_none, place);
    for (const std::string& objection : record_filter::objections(*sighted_)) {
        seen_.warn(place, objection);
    }
}

block_facts record_input::facts_of(const records& rows, std::size_t number) const {
    block_facts facts;
    facts.records = rows.size();
    if (!how_.rows) {
        facts.cut = cut_by(how_.wanted, rows);
        facts.has_money = std::any_of(rows.numbers.begin(), rows.numbers.end(),
                                      [](const auto& column) { return column.of->of == unit::money; });
        if (!how_.ages_in_order || std::any_of(rows.periods.begin(), rows.periods.end(),
                                               [](std::string_view period) { return !period.empty(); })) {
            facts.keys = keys_of(rows, static_cast<std::uint32_t>(number));
        }
    }
    facts.remarks = reconciler_.check(rows);
    facts.currency = rows.currency;
    facts.periods.add(rows);
    facts.labels.add(rows);
    facts.stocks.add(rows);
    if (!how_.records.blanks.empty()) {
        for (const records::label_column& label : rows.labels) {
            facts.names.push_back(label.name);
        }
        for (const records::number_column& column : rows.numbers) {
            facts.names.emplace_back(column.of->key);
        }
    }
    return facts;
}

void record_input::end_file(std::size_t number) {
    if (how_.rows) {
        seen_.end_file({});
        return;
    }
    if (!files_[number].has_header) {
        seen_.require_columns_of_blanks(files_[number].name);
    }
    seen_.end_file(files_[number].name);
}

void record_input::warn_of_mixed_periods() const {
    for (const period_kinds::oddity& odd : periods().oddities()) {
        seen_.warn(odd.place, odd.finding);
    }
}

void record_input::refuse_totals() const { seen_.refuse_totals(); }

records record_input::all() {
    records together;
    for_each([](records rows) { return rows; }, [&](records rows) { append(together, std::move(rows)); });
    return together;
}

}  // namespace cxm

#include "intake/record_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cxm/period.hpp>
#include <cxm/spell.hpp>
#include <utility>

#include "rows/passed_over.hpp"
#include "text/problem.hpp"
#include "values/calendar_words.hpp"
#include "values/dates.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

constexpr std::size_t longest_period = 256;
constexpr std::size_t longest_label = 4096;
constexpr std::size_t most_names = 1024;

}  // namespace

bool record_builder::has_measure() const {
    return std::any_of(fields_.begin(), fields_.end(), [](const field& f) { return f.is == role::measure; });
}

field& record_builder::of(std::string_view name, const char* at) {
    for (field& f : fields_) {
        if (f.name == name) {
            return f;
        }
    }
    if (fields_.size() == most_names) {
        place_.refuse(at, fmt::format("more than {} different names", most_names));
    }
    for (const std::string& objection :
         {objection_to_name(options_, "name", name), objection_to_second_period(options_, name)}) {
        if (!objection.empty()) {
            place_.refuse(at, objection);
        }
    }
    known_role known_as = role_of(known_, options_, name);
    if (is_result && known_as.is == role::label && is_finding(options_, name)) {
        known_as.is = role::finding;
    } else if (is_result && known_as.is == role::label && !is_label(options_, name) && is_computed(known_, name)) {
        known_as.is = role::ignored;
    }
    return add(name, known_as.is, known_as.of);
}

field& record_builder::add(std::string_view name, role is, const measure* m) {
    field& f = fields_.emplace_back();
    f.name = name;
    f.is = is;
    f.of = m;
    if (m != nullptr) {
        f.least = least(*m);
        f.most = most(*m);
        f.whole = is_whole(*m) && !(weighted_ && m->weights != nullptr);
        f.takes_eight_digits = f.least <= 0 && f.most >= 99'999'999 && options_.blanks.empty();
        f.numbers.resize(room_, not_given);
    } else if (is == role::label || is == role::period) {
        f.texts.resize(room_);
    }
    return f;
}

void record_builder::make_room(std::size_t count) {
    room_ = count;
    lines_.reserve(room_);
    for (field& f : fields_) {
        if (f.is == role::measure) {
            f.numbers.resize(room_, not_given);
        } else if (f.is == role::label || f.is == role::period) {
            f.texts.resize(room_);
        }
    }
}

void record_builder::refuse_twice(const field& f, const char* at) const {
    place_.refuse(at, fmt::format("{} is given twice in one record", quote_of(f.name)));
}

void record_builder::set_number(field& f, std::string_view text, const number_form& form, const char* at) {
    if (says_nothing(options_.blanks, f.name, text)) {
        return;
    }
    if (text == "NULL" || text == "\\N") {
        return;  // as clients of databases print what is missing
    }
    std::string rounded;
    if (const auto number = is_result ? parse_number(text) : std::nullopt) {
        rounded = cxm::spell(*number);
        text = rounded;
    }
    std::string objection;
    std::optional<double> value = parse_value(*f.of, text, form.decimal, objection, weighted_);
    const number_kind kind = kind_of(*f.of);
    const auto written = value ? std::nullopt : read_written(text, form, kind);
    if (written) {
        objection = objection_to_written(text, form, kind);
        value = objection.empty() ? parse_value(*f.of, written->plainly(), '.', objection, weighted_) : std::nullopt;
        note_currency(written->currency, at);
    }
    if (!value) {
        place_.refuse(at, f.name + ": " + objection);
    }
    set(f, *value);
}

void record_builder::note_currency(std::string_view currency, const char* at) {
    if (is_other_currency(currency_, currency)) {
        place_.refuse(at, fmt::format("amounts in {} and in {} make no sum", currency_, currency));
    }
    currency_ = currency_.empty() ? currency : currency_;
}

namespace {

[[noreturn]] void refuse_period(std::string_view text, const calendar_reading& read, const block_place& place,
                                const char* at) {
    if (read.is == calendar_reading::kind::either_day) {
        place.refuse(at, fmt::format("period: {} may be {} or {}; --date-format %d/%m/%Y or %m/%d/%Y says which",
                                     quote_of(text), spell(read.meant), spell(read.month_first)));
    }
    place.refuse(at, fmt::format("period: {} is no {} of the calendar", quote_of(text), name(read.meant.of)));
}

}  // namespace

/// Days that are told as they are written are so in one zone, as far as words name it.
void record_builder::require_zone(const moment& m, const char* at) {
    if (options_.zone.to || !m.zone_in_words) {
        return;
    }
    if (zone_named_ && zone_named_ != m.ahead) {
        place_.refuse(at, "period: another time zone than above; --time-zone Europe/Paris says on which day each time "
                          "falls");
    }
    zone_named_ = m.ahead;
}

/// As periods are spelled by this library, a free label as it is written.
std::string_view record_builder::spelled_period(std::string_view text, const char* at) {
    const auto plain = parse_period(text);
    if (options_.date_format.empty() && plain && plain->of != grain::free && spell(*plain) == text) {
        return text;
    }
    if (!options_.date_format.empty() || options_.period_of_days) {
        const std::string& format = options_.date_format;
        const moment written = format.empty() ? parse_iso_moment(text) : parse_formatted_moment(text, format);
        const moment told = in_zone(written, options_.zone);
        if (told.problem == nullptr) {
            require_zone(written, at);
            return keep(spell(containing(told.day, grain::day)));
        }
        if (!format.empty() || written.problem == nullptr) {
            place_.refuse(at, fmt::format("period: {} {}", quote_of(text), told.problem));
        }
    }
    const calendar_reading read = read_calendar(text);
    switch (read.is) {
        case calendar_reading::kind::none:
            if (plain) {
                return text;
            }
            break;
        case calendar_reading::kind::one: return keep(spell(read.meant));
        case calendar_reading::kind::either_day:
        case calendar_reading::kind::impossible: break;
    }
    refuse_period(text, read, place_, at);
}

std::string_view record_builder::period_of(std::string_view text, const char* at) {
    return periods_.find(text, [&] { return spelled_period(text, at); });
}

void record_builder::set_text(field& f, std::string_view text, const char* at) {
    if (text.empty() || says_nothing(options_.blanks, f.name, text)) {
        return;
    }
    const std::size_t longest = f.is == role::period ? longest_period : longest_label;
    if (text.size() > longest) {
        place_.refuse(
            at, fmt::format("{}: a text of {} bytes; at most {} are allowed", shown(f.name), text.size(), longest));
    }
    f.texts[row_] = f.is == role::period ? period_of(text, at) : text;
}

void record_builder::set_complete(bool complete) {
    if (!complete) {
        partial_.resize(row_ + 1);
        partial_[row_] = true;
    }
}

void record_builder::set_finding(const field& f, std::string_view text, const char* at) {
    if (f.name == "refused_example") {
        refused_example_ = refused_example_.empty() ? text : refused_example_;
        return;
    }
    const auto number = parse_number(text);
    if (!number || !(*number >= 0) || *number > largest_count || std::floor(*number) != *number) {
        place_.refuse(at,
                      fmt::format("{}: {} is no number of rows, as a query of cxm sql has it; --label {} makes it a "
                                  "label",
                                  f.name, quote_of(text), f.name));
    }
    std::uint64_t& most = f.name == "refused" ? refused_ : promised_;
    most = std::max(most, static_cast<std::uint64_t>(*number));
}

void record_builder::tell_promise(passed_over& to) const {
    to.promised = promised_;
    to.came = promised_ == 0 ? 0 : row_ + 1;
}

void record_builder::take_back() {
    for (field& f : fields_) {
        if (f.is == role::measure) {
            f.numbers[row_] = not_given;
        } else if (f.is == role::label || f.is == role::period) {
            f.texts[row_] = {};
        }
    }
    partial_.resize(std::min(partial_.size(), row_));
    lines_.pop_back();
    --row_;
}

std::string_view record_builder::keep(std::string text) {
    if (!kept_) {
        kept_ = std::make_shared<std::deque<std::string>>();
    }
    return kept_->emplace_back(std::move(text));
}

/// Answers are whole numbers unless they are weighted, which the record says.
void record_builder::require_weights() const {
    for (const field& f : fields_) {
        if (!weighted_ || f.is != role::measure || f.of->weights == nullptr || !is_whole(*f.of)) {
            continue;
        }
        const auto weights = std::find_if(fields_.begin(), fields_.end(), [&](const field& other) {
            return other.is == role::measure && *other.of == *f.of->weights;
        });
        for (std::size_t row = 0; row <= row_ && row < f.numbers.size(); ++row) {
            const double value = f.numbers[row];
            const bool weighted = weights != fields_.end() && weights->numbers[row] > 0;
            if (!is_missing(value) && std::floor(value) != value && !weighted) {
                throw bad_input(fmt::format("{}:{}", place_.file, lines_[row]),
                                fmt::format("{}: {} is not a whole number, as answers are unless {} says that they are "
                                            "weighted",
                                            f.name, cxm::spell(value), f.of->weights->key));
            }
        }
    }
}

records record_builder::finish(const std::string& currency) {
    const std::size_t count = row_ + 1;
    if (refused_ != 0) {
        throw bad_input(shown_end(place_.file), rows_refused(static_cast<double>(refused_), refused_example_));
    }
    require_weights();
    records rows;
    rows.source = place_.file;
    rows.currency = currency.empty() ? currency_ : currency;
    rows.lines = std::move(lines_);
    rows.owners.push_back(place_.block.text);
    if (kept_) {
        rows.owners.push_back(kept_);
    }
    if (!partial_.empty()) {
        partial_.resize(count);
        rows.partial = std::move(partial_);
    }
    for (field& f : fields_) {
        f.numbers.resize(std::min(f.numbers.size(), count));
        f.texts.resize(std::min(f.texts.size(), count));
        if (f.is == role::measure) {
            rows.numbers.push_back({f.of, std::move(f.numbers)});
        } else if (f.is == role::label) {
            rows.labels.push_back({std::move(f.name), std::move(f.texts)});
        } else if (f.is == role::period) {
            rows.periods = std::move(f.texts);
        }
    }
    rows.periods.resize(count);
    return rows;
}

}  // namespace cxm

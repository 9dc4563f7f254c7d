#include "intake/record_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cxm/period.hpp>
#include <utility>

#include "intake/unknown_name.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

constexpr std::size_t longest_period = 256;
constexpr std::size_t longest_label = 4096;
constexpr std::size_t most_names = 1024;

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool is_ignored(const input_options& options, std::string_view name, bool unknown) {
    return contains(options.ignore, name) || (unknown && contains(options.ignore, "*"));
}

bool is_label(const input_options& options, std::string_view name) { return contains(options.labels, name); }

std::string slip_of_name(const input_options& options, std::string_view name) {
    const std::string meant = plainly(name);
    if (meant == name || (meant != "period" && meant != "complete") || is_ignored(options, name, true) ||
        is_label(options, name)) {
        return {};
    }
    const std::string word = shell_word(name);
    return fmt::format("{} (did you mean {}?); --label {} makes it a label, --ignore {} passes over it", quoted(name),
                       quoted(meant), word, word);
}

known_role role_of(const catalogue& known, const input_options& options, std::string_view name) {
    if (is_ignored(options, name, false)) {
        return {role::ignored, nullptr};
    }
    if (is_label(options, name)) {
        return {role::label, nullptr};
    }
    if (name == "period" || name == "complete") {
        return {name == "period" ? role::period : role::complete, nullptr};
    }
    const measure* m = known.find_measure(name);
    return {m != nullptr ? role::measure : role::label, m};
}

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
    if (const std::string slip = slip_of_name(options_, name); !slip.empty()) {
        place_.refuse(at, "unknown name " + slip);
    }
    const known_role known_as = role_of(known_, options_, name);
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
        f.whole = is_count(m->of);
        f.takes_eight_digits = f.least <= 0 && f.most >= 99'999'999;
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
    place_.refuse(at, fmt::format("{} is given twice in one record", quoted(f.name)));
}

void record_builder::set_number(field& f, std::string_view text, char decimal, const char* at) {
    std::string objection;
    const std::optional<double> value = parse_value(*f.of, text, decimal, objection);
    if (!value) {
        place_.refuse(at, f.name + ": " + objection);
    }
    set(f, *value);
}

void record_builder::check_period(std::string_view text, const char* at) {
    if (known_periods_.find(text, [&] { return parse_period(text).has_value(); })) {
        return;
    }
    place_.refuse(at, fmt::format("period: {} is no {} of the calendar", quoted(text),
                                  text.size() == 7   ? (text[5] == 'Q' || text[5] == 'q' ? "quarter" : "month")
                                  : text.size() == 8 ? "week"
                                                     : "day"));
}

void record_builder::set_text(field& f, std::string_view text, const char* at) {
    if (text.empty()) {
        return;
    }
    const std::size_t longest = f.is == role::period ? longest_period : longest_label;
    if (text.size() > longest) {
        place_.refuse(
            at, fmt::format("{}: a text of {} bytes; at most {} are allowed", shown(f.name), text.size(), longest));
    }
    if (f.is == role::period) {
        check_period(text, at);
    }
    f.texts[row_] = text;
}

void record_builder::set_complete(bool complete) {
    if (!complete) {
        partial_.resize(row_ + 1);
        partial_[row_] = true;
    }
}

std::string_view record_builder::keep(std::string text) {
    if (!kept_) {
        kept_ = std::make_shared<std::deque<std::string>>();
    }
    return kept_->emplace_back(std::move(text));
}

records record_builder::finish(const std::string& currency) {
    const std::size_t count = row_ + 1;
    records rows;
    rows.source = place_.file;
    rows.currency = currency;
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

#include "languages/wording.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <cxm/catalogue.hpp>
#include <cxm/period.hpp>

#include "languages/dictionary.hpp"

namespace cxm {

std::string_view wording::operator()(std::string_view english) const {
    return of_ == nullptr ? english : of_->find(english);
}

std::string_view wording::code() const { return of_ == nullptr ? "en" : of_->code(); }

std::string wording::printed(std::string_view typed) const {
    return of_ == nullptr ? std::string(typed) : of_->printed(typed);
}

std::string_view wording::of_number(double count, std::string_view one, std::string_view several) const {
    const bool singular = of_ != nullptr && of_->numbers().singular_below_two ? count < 2 : count == 1;
    return (*this)(singular ? one : several);
}

std::string wording::number(std::string english) const {
    if (of_ == nullptr) {
        return english;
    }
    const number_style& numbers = of_->numbers();
    std::string own;
    for (const char c : english) {
        own.append(c == '.' ? numbers.decimal : c == ',' ? numbers.group : std::string_view(&c, 1));
    }
    return own;
}

std::string_view wording::before_percent() const { return of_ == nullptr ? " " : of_->numbers().before_percent; }

std::string_view wording::before_unit() const { return of_ == nullptr ? " " : of_->numbers().before_unit; }

std::string wording::period(std::string_view iso) const {
    const auto p = of_ == nullptr ? std::nullopt : parse_period(iso);
    if (!p || of_->numbers().months[0].empty()) {
        return std::string(iso);
    }
    const number_style& style = of_->numbers();
    const auto date = calendar::date(p->first);
    const int year = static_cast<int>(date.year());
    const unsigned month = static_cast<unsigned>(date.month());
    switch (p->of) {
        case grain::day:
            return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), style.months[month - 1], year);
        case grain::week: {
            const int iso_year = calendar::year_of(p->first + 3);
            const int week = (p->first - calendar::first_monday(iso_year)) / 7 + 1;
            return fmt::vformat(style.week, fmt::make_format_args(week, iso_year));
        }
        case grain::month: return fmt::format("{} {}", style.months[month - 1], year);
        case grain::quarter: {
            const unsigned quarter = (month + 2) / 3;
            return fmt::vformat(style.quarter, fmt::make_format_args(quarter, year));
        }
        default: return std::string(iso);
    }
}

namespace {

/// What stands in the place of each `{}` of a form; nothing where a text has another form.
std::optional<std::vector<std::string_view>> parts_by(std::string_view form, std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t hole = form.find("{}");
    if (!text.starts_with(form.substr(0, hole))) {
        return std::nullopt;
    }
    while (hole != form.npos) {
        text.remove_prefix(hole);
        form.remove_prefix(hole + 2);
        hole = form.find("{}");
        const std::string_view behind = form.substr(0, hole);
        const bool is_last = hole == form.npos;
        const std::size_t end = behind.empty()           ? (is_last ? text.size() : text.npos)
                                : !is_last               ? text.find(behind)
                                : text.ends_with(behind) ? text.size() - behind.size()
                                                         : text.npos;
        if (end == text.npos || end == 0) {
            return std::nullopt;
        }
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end);
        hole = is_last ? form.npos : hole;
    }
    return parts.empty() && text != form ? std::nullopt : std::optional(parts);
}

/// Whether a text is `a, b and c`, or less of it, of keys.
bool is_list_of_keys(std::string_view text) {
    const std::size_t last = text.rfind(" and ");
    const std::string_view others = text.substr(0, last);
    const std::string_view end = last == text.npos ? std::string_view() : text.substr(last + 5);
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789_";
    if (end.find_first_not_of(letters) != end.npos) {
        return false;
    }
    for (std::size_t at = others.find_first_not_of(letters); at != others.npos;
         at = others.find_first_not_of(letters, at + 2)) {
        if (!others.substr(at).starts_with(", ")) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::string wording::finished(std::string_view english) const {
    if (of_ == nullptr || english.empty()) {
        return std::string(english);
    }
    if (find_measure(english) != nullptr || find_metric(english) != nullptr) {
        return std::string(english);
    }
    if (const std::string_view own = of_->find(english); own != english) {
        return std::string(own);
    }
    if (std::string own = period(english); own != english) {
        return own;
    }
    constexpr std::string_view joint = "; ";
    if (const std::size_t at = english.find(joint); at != english.npos) {
        return finished(english.substr(0, at)) + std::string((*this)(joint)) +
               finished(english.substr(at + joint.size()));
    }
    if (is_list_of_keys(english)) {
        const std::size_t last = english.rfind(" and ");
        return last == english.npos ? std::string(english)
                                    : (*this)("{} and {}", english.substr(0, last), english.substr(last + 5));
    }
    for (const translation& form : of_->sentences()) {
        if (const auto parts = parts_by(form.english, english)) {
            std::string own;
            std::size_t from = 0;
            for (const std::string_view part : *parts) {
                const std::size_t hole = form.own.find("{}", from);
                own.append(form.own.substr(from, hole - from)).append(finished(part));
                from = hole + 2;
            }
            return own.append(form.own.substr(from));
        }
    }
    return std::string(english);
}

namespace {

/// The words for a metric of the library; none for one of the user's own, whatever its key.
const metric_words* words_for(const dictionary* of, const metric& m) {
    return of != nullptr && find_metric(m.key) == &m ? of->find_metric(m.key) : nullptr;
}

std::string_view own_or(const metric_words* words, std::string_view metric_words::*which, std::string_view english) {
    return words == nullptr || (words->*which).empty() ? english : words->*which;
}

}  // namespace

std::string_view wording::title(const metric& m) const {
    return own_or(words_for(of_, m), &metric_words::title, m.title);
}

std::string_view wording::meaning(const metric& m) const {
    return own_or(words_for(of_, m), &metric_words::meaning, m.meaning);
}

std::string_view wording::guide(const metric& m) const {
    return own_or(words_for(of_, m), &metric_words::guide, m.guide);
}

std::string_view wording::pitfalls(const metric& m) const {
    return own_or(words_for(of_, m), &metric_words::pitfalls, m.pitfalls);
}

std::string_view wording::rivals(const metric& m) const {
    return own_or(words_for(of_, m), &metric_words::rivals, m.rivals);
}

std::string_view wording::meaning(const measure& m) const {
    const auto is_ours = [&] {
        const auto& measures = all_measures();
        return std::find(measures.begin(), measures.end(), &m) != measures.end();
    };
    const measure_words* const words = of_ != nullptr && is_ours() ? of_->find_measure(m.key) : nullptr;
    return words == nullptr ? m.meaning : words->meaning;
}

}  // namespace cxm

#include "records/period_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bytes/recent_texts.hpp"
#include "text/ascii.hpp"
#include "text/problem.hpp"

namespace cxm {

std::optional<grain> kind_of(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(parse_period(text).value_or(period{}).of);
}

std::string plural(grain g) { return g == grain::free ? "free labels" : std::string(name(g)) + "s"; }

namespace {

/// The runs of digits in a text that has nothing else but separators and a Q; none where it has.
std::vector<std::string> numbers_of(std::string_view text) {
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            if (i == 0 || !is_digit(text[i - 1])) {
                numbers.emplace_back();
            }
            numbers.back() += text[i];
        } else if (std::string_view("-/._ Qq").find(text[i]) == std::string_view::npos) {
            return {};
        }
    }
    return numbers;
}

std::string two_digits(const std::string& number) { return number.size() == 1 ? "0" + number : number; }

}  // namespace

std::string meant_period(std::string_view label) {
    std::vector<std::string> parts = numbers_of(label);
    if (parts.size() == 1 && parts[0].size() == 6) {
        parts = {parts[0].substr(0, 4), parts[0].substr(4)};
    }
    // With slashes 03/04/2024 may be either day.
    const bool year_last = parts.size() > 1 && parts.back().size() == 4 &&
                           (parts.size() == 2 || label.find('/') == std::string_view::npos);
    if (year_last) {
        std::reverse(parts.begin(), parts.end());
    }
    const bool sizes_fit =
        (parts.size() == 2 || parts.size() == 3) && parts[0].size() == 4 &&
        std::all_of(parts.begin() + 1, parts.end(), [](const auto& part) { return part.size() < 3; });
    if (!sizes_fit) {
        return {};
    }
    const bool quarter = label.find_first_of("Qq") != std::string_view::npos;
    std::string meant = parts[0];
    for (std::size_t i = 1; i < parts.size(); ++i) {
        meant += quarter ? "-Q" + parts[i] : "-" + two_digits(parts[i]);
    }
    const std::optional<grain> of = parse_period(meant) ? kind_of(meant) : std::nullopt;
    return of && *of != grain::free ? meant : std::string();
}

void period_kinds::add(const records& block, std::size_t first, std::size_t end) {
    recent_texts<grain> known;
    for (std::size_t row = first; row < end; ++row) {
        const std::string_view text = block.periods[row];
        if (text.empty()) {
            continue;
        }
        const grain of = known.find(text, [&] { return *kind_of(text); });
        kind& own = kinds_[static_cast<std::size_t>(of)];
        if (own.records++ == 0) {
            own.first = text;
            own.place = place(block, row);
        }
    }
}

void period_kinds::add(const period_kinds& later) {
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        kind& own = kinds_[i];
        const kind& other = later.kinds_[i];
        own = own.records == 0 ? kind{0, other.first, other.place} : std::move(own);
        own.records += other.records;
    }
}

std::optional<grain> period_kinds::usual() const {
    const auto most = std::max_element(kinds_.begin() + 1, kinds_.end(),
                                       [](const kind& a, const kind& b) { return a.records < b.records; });
    if (most->records > 0) {
        return static_cast<grain>(most - kinds_.begin());
    }
    return kinds_[0].records > 0 ? std::optional(grain::free) : std::nullopt;
}

std::vector<period_kinds::oddity> period_kinds::oddities() const {
    std::vector<oddity> odd;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        const grain own = static_cast<grain>(i);
        const kind& k = kinds_[i];
        if (k.records == 0 || own == *usual()) {
            continue;
        }
        const std::string meant = own == grain::free ? meant_period(k.first) : std::string();
        const std::string what = own != grain::free ? fmt::format(" is a {}", name(own))
                                 : meant.empty()    ? " is no date: a free label"
                                                    : " is no date (did you mean '" + meant + "'?): a free label";
        const std::string more = k.records > 1 ? fmt::format(", and {} more like it", k.records - 1) : "";
        odd.push_back({k.place, quoted(k.first) + what + " among " + plural(*usual()) + more});
    }
    return odd;
}

}  // namespace cxm

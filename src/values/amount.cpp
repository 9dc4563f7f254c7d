#include "values/amount.hpp"

#include <cmath>

#include <fmt/format.h>

#include "values/number.hpp"

namespace cxm {

namespace {

bool take_suffix(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) {
        return false;
    }
    text.remove_suffix(suffix.size());
    while (text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    return true;
}

std::string unit_in_words(const metric& m) {
    switch (m.shown) {
        case as::points: return "in points";
        case as::score: return "a score";
        case as::multiple: return "a multiple";
        case as::money: return "an amount of money";
        case as::seconds: return "in seconds";
        default: return fmt::format("a {}", name(m.shown));
    }
}

}  // namespace

std::optional<amount> parse_amount(std::string_view text) {
    amount read{0, amount::unit::none, std::string(text)};
    read.in = take_suffix(text, "%")    ? amount::unit::percent
              : take_suffix(text, "pp") ? amount::unit::points
                                        : amount::unit::none;
    const auto number = read.in == amount::unit::none ? parse_number(text) : parse_hundredth(text);
    if (!number) {
        return std::nullopt;
    }
    read.number = *number == 0 ? 0.0 : *number;
    return read;
}

std::string objection_to_level(const metric& m, const amount& a) {
    if (a.in == amount::unit::points) {
        return fmt::format("pp measures a difference, and this is a value of {}{}", m.key,
                           is_percentage(m) ? "; write %" : "; leave it out");
    }
    if (!is_percentage(m) && a.in == amount::unit::percent) {
        return fmt::format("{} is {}, no percentage; leave out the %", m.key, unit_in_words(m));
    }
    if (is_net(m) && m.shown == as::points && a.number != 0 && std::abs(a.number) < 1) {
        return fmt::format("{} is in points, from -100 to 100, and {} may be a fraction of them; write {:.10g}", m.key,
                           a.written, a.number * 100);
    }
    if (!is_percentage(m)) {
        return is_net(m) && std::abs(a.number) > 100 ? fmt::format("{} is always within -100 and 100", m.key)
                                                     : std::string();
    }
    // 1 is one per cent to some and all to others; 1.0 can only be a fraction.
    const bool is_fraction =
        std::abs(a.number) < 1 || (std::abs(a.number) == 1 && a.written.find('.') != std::string::npos);
    if (a.in == amount::unit::none && !is_fraction) {
        const std::string bare = fmt::format("{:.10g}", a.number);
        return m.shown == as::share
                   ? fmt::format("{} is a share, and {} may be a percentage or a fraction; write {}% or {:.10g}", m.key,
                                 bare, bare, a.number / 100)
                   : fmt::format("{} is a {}, and {} may be {} % or {:.10g} %; write the one you mean with its %",
                                 m.key, name(m.shown), bare, bare, a.number * 100);
    }
    if (m.shown == as::share && !(a.number >= 0 && a.number <= 1)) {
        return fmt::format("{} is a share, so always within 0% and 100%", m.key);
    }
    if (is_net(m) && std::abs(a.number) > 1) {
        return fmt::format("{} is always within -100% and 100%", m.key);
    }
    return {};
}

std::string objection_to_mean(const metric& m, double value, const answer_scale& scale) {
    return scale.highest > scale.lowest && !is_on(scale, value)
               ? fmt::format("{} is a mean of answers, so always within {:.10g} and {:.10g}, their scale", m.key,
                             scale.lowest, scale.highest)
               : std::string();
}

std::string objection_to_change(const metric& m, const amount& a) {
    if (is_percentage(m)) {
        if (a.in != amount::unit::none || a.number == 0) {
            return {};
        }
        const double percent = std::abs(a.number) < 1 ? a.number * 100 : a.number;
        return fmt::format(
            "{} may be percentage points of {} or a part of its earlier value; write {:.10g}pp or {:.10g}%", a.written,
            m.key, percent, percent);
    }
    if (a.in == amount::unit::points) {
        return fmt::format("pp is for shares, rates and ratios; {} is {}, write the bare number", m.key,
                           unit_in_words(m));
    }
    const bool has_no_zero = m.shown == as::points || m.shown == as::score;
    return a.in == amount::unit::percent && has_no_zero
               ? fmt::format("{} is {}, of which a percentage means nothing; write the bare number", m.key,
                             unit_in_words(m))
               : std::string();
}

}  // namespace cxm

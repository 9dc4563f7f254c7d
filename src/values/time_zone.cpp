#include "values/time_zone.hpp"

#include <algorithm>
#include <stdexcept>

#include <cxm/period.hpp>

namespace cxm {

namespace {

/// The whole number before a quotient.
std::int64_t floored(std::int64_t value, std::int64_t by) { return (value - (value % by + by) % by) / by; }

int year_of(std::int64_t instant) {
    const auto day = static_cast<std::int32_t>(floored(instant, seconds_a_day));
    int year = static_cast<int>(1970 + floored(instant, seconds_a_day) * 400 / 146097);
    while (calendar::day_number(year + 1, 1, 1) <= day) {
        ++year;
    }
    while (calendar::day_number(year, 1, 1) > day) {
        --year;
    }
    return year;
}

/// The day that clocks change in a year.
std::int32_t day_of(const zone_rule::change& c, int year) {
    using by = zone_rule::change::by;
    const std::int32_t first = calendar::day_number(year, 1, 1);
    if (c.day == by::day_of_year) {
        return first + c.number;
    }
    if (c.day == by::day_without_leap) {
        const bool behind_leap_day = c.number > 59 && calendar::exists(year, 2, 29);
        return first + c.number - 1 + (behind_leap_day ? 1 : 0);
    }
    const auto month = static_cast<unsigned>(c.month);
    const std::int32_t begin = calendar::day_number(year, month, 1);
    const std::int32_t end =
        month == 12 ? calendar::day_number(year + 1, 1, 1) : calendar::day_number(year, month + 1, 1);
    constexpr int weekday_of_1970 = 4;
    const int weekday = static_cast<int>(((begin + weekday_of_1970) % 7 + 7) % 7);
    std::int32_t day = begin + (c.weekday - weekday + 7) % 7 + 7 * (c.week - 1);
    while (day >= end) {
        day -= 7;
    }
    return day;
}

std::int64_t ahead_by(const zone_rule& rule, std::int64_t instant) {
    if (!rule.summer) {
        return rule.standard;
    }
    const int year = year_of(instant + rule.standard);
    const auto begin_of = [&](const zone_rule::change& c, std::int64_t ahead_before) {
        return day_of(c, year) * seconds_a_day + c.second - ahead_before;
    };
    const std::int64_t summer = begin_of(rule.to_summer, rule.standard);
    const std::int64_t standard = begin_of(rule.to_standard, *rule.summer);
    const bool is_summer =
        summer < standard ? instant >= summer && instant < standard : instant >= summer || instant < standard;
    return is_summer ? *rule.summer : rule.standard;
}

/// Takes big-endian numbers off zone data.
class zone_data {
public:
    explicit zone_data(std::string_view data) : left_(data) {}

    std::string_view take(std::size_t size) {
        if (size > left_.size()) {
            throw std::runtime_error("zone data are cut off");
        }
        const std::string_view taken = left_.substr(0, size);
        left_.remove_prefix(size);
        return taken;
    }

    std::int64_t number(std::size_t size) {
        const std::string_view bytes = take(size);
        std::uint64_t value = (static_cast<unsigned char>(bytes[0]) & 0x80u) != 0 ? ~std::uint64_t{0} : 0;
        for (const char c : bytes) {
            value = value << 8 | static_cast<unsigned char>(c);
        }
        return static_cast<std::int64_t>(value);
    }

    std::string_view left() const { return left_; }

private:
    std::string_view left_;
};

/// How many of each a block has, as its header says.
struct zone_counts {
    std::size_t in_utc, standard, leaps, times, types, letters;
};

zone_counts take_header(zone_data& data) {
    if (data.take(4) != "TZif") {
        throw std::runtime_error("these are no zone data");
    }
    data.take(16);
    const auto count = [&] { return static_cast<std::size_t>(data.number(4)); };
    zone_counts counts{};
    for (std::size_t* const each :
         {&counts.in_utc, &counts.standard, &counts.leaps, &counts.times, &counts.types, &counts.letters}) {
        *each = count();
    }
    return counts;
}

}  // namespace

time_zone time_zone::from_data(std::string_view bytes) {
    zone_data data(bytes);
    if (bytes.size() < 5 || bytes[4] < '2') {
        throw std::runtime_error("zone data of version 1 end in 2037");
    }
    // What version 1 has comes first, and is said again.
    const zone_counts old = take_header(data);
    data.take(old.times * 5 + old.types * 6 + old.letters + old.leaps * 8 + old.standard + old.in_utc);
    const zone_counts counts = take_header(data);
    time_zone zone;
    for (std::size_t i = 0; i < counts.times; ++i) {
        zone.begins_.push_back(data.number(8));
    }
    const std::string_view types_of = data.take(counts.times);
    std::vector<std::int64_t> ahead;
    for (std::size_t i = 0; i < counts.types; ++i) {
        ahead.push_back(data.number(4));
        data.take(2);
    }
    data.take(counts.letters + counts.leaps * 12 + counts.standard + counts.in_utc);
    const auto ahead_of = [&](std::size_t type) {
        if (type >= ahead.size()) {
            throw std::runtime_error("zone data name a type that they lack");
        }
        return ahead[type];
    };
    zone.ahead_.push_back(ahead_of(0));
    for (const char type : types_of) {
        zone.ahead_.push_back(ahead_of(static_cast<unsigned char>(type)));
    }
    const std::string_view footer = data.left();
    if (footer.size() > 2) {
        zone.after_ = parse_zone_rule(footer.substr(1, footer.size() - 2));
    }
    return zone;
}

std::int64_t time_zone::ahead_at(std::int64_t instant) const {
    const auto next = std::upper_bound(begins_.begin(), begins_.end(), instant);
    return next == begins_.end() && after_ ? ahead_by(*after_, instant)
                                           : ahead_[static_cast<std::size_t>(next - begins_.begin())];
}

std::optional<std::int64_t> time_zone::instant_of(std::int64_t local) const {
    // Clocks change by less than a day, so that one of these is how far they are ahead.
    for (const std::int64_t ahead : {ahead_at(local - seconds_a_day), ahead_at(local + seconds_a_day)}) {
        if (ahead_at(local - ahead) == ahead) {
            return local - ahead;
        }
    }
    return std::nullopt;
}

}  // namespace cxm

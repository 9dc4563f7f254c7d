#include "run/flags/rate_flag.hpp"

#include <cmath>

#include "run/flags/choices.hpp"
#include "text/problem.hpp"
#include "values/amount.hpp"

namespace cxm {

namespace {

constexpr word_for<grain> rate_words[] = {{"year", grain::year}, {"quarter", grain::quarter}, {"month", grain::month},
                                          {"week", grain::week}, {"day", grain::day},         {"period", grain::free}};

}  // namespace

dated_rate rate_of(std::string_view flag, const std::string& text) {
    const std::size_t slash = text.find('/');
    const auto rate = parse_amount(text.substr(0, slash));
    const bool is_share =
        rate && rate->in != amount::unit::points && (rate->in == amount::unit::percent || rate->number < 1);
    if (!is_share || !(rate->number >= 0) || rate->number > 10) {
        throw bad_usage(std::string(flag) + ": " + quote_of(text) +
                        " is no rate of discount; write 10%/year, or 1% of a period");
    }
    const grain per =
        slash == text.npos ? grain::free : value_of(std::string(flag) + " RATE/", text.substr(slash + 1), rate_words);
    return {rate->number, per, text};
}

double times_a_year(grain of) {
    constexpr double days = 365.25;
    constexpr double times[] = {0, days, days / 7, 12, 4, 1};
    return times[static_cast<int>(of)];
}

double per_period(std::string_view flag, const dated_rate& rate, double periods_per_year) {
    if (rate.per == grain::free || rate.rate == 0) {
        return rate.rate;
    }
    if (!(periods_per_year > 0)) {
        throw bad_usage(std::string(flag) + " " + quote_of(rate.text) +
                        ": nothing says how long a period is; give --periods-per-year 12 for months, or the rate of "
                        "one period");
    }
    return std::expm1(std::log1p(rate.rate) * times_a_year(rate.per) / periods_per_year);
}

}  // namespace cxm

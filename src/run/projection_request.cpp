#include "run/projection_request.hpp"

#include <algorithm>
#include <cmath>
#include <cxm/metrics/customers.hpp>

#include <fmt/format.h>

#include "run/flags/interval_flags.hpp"
#include "run/flags/rate_flag.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

double whole_number_of(std::string_view flag, const std::string& text, double most) {
    const auto number = parse_number(text);
    if (!number || *number < 1 || *number > most || *number != std::floor(*number)) {
        throw bad_usage(fmt::format("{}: {} is no whole number from 1 to {}", flag, quote_of(text), most));
    }
    return *number;
}

std::vector<double> counts_of(std::string_view flag, const std::string& text) {
    std::vector<double> counts;
    for (const std::string_view one : between_commas(text)) {
        const auto count = parse_number(one);
        const std::string wrong = count ? objection(customers_start, *count) : quote_of(one) + " is not a whole number";
        if (!wrong.empty()) {
            throw bad_usage(
                fmt::format("{}: {}; write whole numbers with commas between them: 1000,869,743", flag, wrong));
        }
        counts.push_back(*count);
    }
    return counts;
}

}  // namespace

std::vector<double> survivors_of(const projection_flags& given) {
    std::vector<double> survivors = counts_of("--survivors", *given.survivors);
    for (std::size_t i = 1; i < survivors.size(); ++i) {
        if (survivors[i] > survivors[i - 1]) {
            throw bad_usage(fmt::format("--survivors: {:.15g} after {:.15g}: nobody joins a cohort, so its numbers "
                                        "never grow",
                                        survivors[i], survivors[i - 1]));
        }
    }
    if (survivors.size() < 2 || survivors.front() == 0) {
        throw bad_usage("--survivors needs customers at the start, and those of a renewal: 1000,869,743");
    }
    return survivors;
}

double discount_of(const projection_flags& given, grain every) {
    if (!given.discount) {
        if (given.per_year) {
            throw bad_usage("--periods-per-year goes with --discount RATE/year");
        }
        return 0;
    }
    const dated_rate rate = rate_of("--discount", *given.discount);
    if (given.per_year && rate.per == grain::free) {
        throw bad_usage("--periods-per-year goes with a rate of a stretch of time: --discount 10%/year");
    }
    if (given.per_year && every != grain::free) {
        throw bad_usage("--periods-per-year: the records say that a period is a " + std::string(name(every)) +
                        "; leave it out");
    }
    const double periods =
        given.per_year ? whole_number_of("--periods-per-year", *given.per_year, 366) : times_a_year(every);
    const double discount = per_period("--discount", rate, periods);
    if (discount != 0 && discount < 1e-4) {
        throw bad_usage(fmt::format("--discount {}: {:.2g} % a period is too little to sum; 0.01 % at least, or 0",
                                    shown(*given.discount), discount * 100));
    }
    return discount;
}

projection_question question_of(const projection_flags& given) {
    projection_question q;
    q.model = given.model ? std::optional(value_of("--model", *given.model, curve_words)) : std::nullopt;
    if (given.horizon) {
        q.horizon = static_cast<std::size_t>(
            whole_number_of("--horizon", *given.horizon, static_cast<double>(most_projected_ages)));
    }
    if (given.margin) {
        q.margin = parse_number(*given.margin);
        if (!q.margin || *q.margin < 0) {
            throw bad_usage("--margin: " + quote_of(*given.margin) + " is no amount of 0 or more");
        }
    }
    if (given.base) {
        q.base = counts_of("--base", *given.base);
    }
    q.level = given.level ? level_of(*given.level) : q.level;
    q.holdout = !given.no_holdout;
    return q;
}

}  // namespace cxm

#include "run/flags/compounding.hpp"

#include "results/against.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

void add_flags(std::vector<flag>& to, compounding_flags& into) {
    to.push_back({"--annualise,--annualize", "PERIODS", "What it comes to over so many periods, at constant churn",
                  &into.annualise, "Over time"});
    to.push_back({"--per-period", "PERIODS", "Back: what it is per period, the measures being of so many",
                  &into.per_period, "Over time"});
}

namespace {

double periods_of(std::string_view flag, const std::string& text) {
    const auto periods = parse_number(text);
    if (!periods || !(*periods > 0 && *periods <= 1e6)) {
        throw bad_usage(std::string(flag) + ": " + quote_of(text) + " is no number of periods; write 12");
    }
    return *periods;
}

}  // namespace

std::optional<compounding> settled(const compounding_flags& given) {
    if (given.annualise && given.per_period) {
        throw bad_usage("--annualise and --per-period undo each other; give one");
    }
    if (given.annualise) {
        return compounding{periods_of("--annualise", *given.annualise),
                           "over " + *given.annualise + " periods, at constant churn"};
    }
    if (given.per_period) {
        return compounding{1 / periods_of("--per-period", *given.per_period),
                           "per period of " + *given.per_period + ", at constant churn"};
    }
    return std::nullopt;
}

void compound(result& r, const compounding& how) {
    if (!r.comes_to.ok()) {
        return;
    }
    static_cast<estimate&>(r) = carried_on(*r.of, r, how.periods);
    r.error = not_given;
    r.note = how.note;
}

}  // namespace cxm

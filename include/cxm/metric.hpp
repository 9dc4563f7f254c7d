#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include <cxm/formula.hpp>
#include <cxm/interval.hpp>
#include <cxm/outcome.hpp>

namespace cxm {

/// How a metric is shown, which also says what interval it gets.
enum class as {
    share,     ///< numerator within denominator, 0 to 1: a binomial interval
    rate,      ///< events per exposure, may pass 1: a Poisson interval
    points,    ///< -100 to 100, as NPS
    score,     ///< mean of answers on a scale: a t interval where the sum of squares is known
    ratio,     ///< a quotient of sums, shown as a percentage
    multiple,  ///< a quotient of sums, shown as times
    money,
    seconds,
    count,  ///< how many there are
};

enum class good { higher, lower };

/// How the value of several periods follows from theirs where the formula over pooled counts would not be a
/// probability.
enum class chained {
    no,    ///< the formula over the pooled measures
    kept,  ///< the product of the periods' shares: retention
    lost,  ///< one less the product of what the periods leave: churn
};

/// The smallest and largest answer of a scale.
struct answer_scale {
    double lowest = 0;
    double highest = 0;

    bool operator==(const answer_scale&) const = default;
};

constexpr bool is_on(const answer_scale& scale, double mean) { return mean >= scale.lowest && mean <= scale.highest; }

/// Inputs in the formula's order and what they come to; shown in the docs and run as a test.
struct worked_example {
    std::array<double, formula::most_inputs> inputs{};
    double result = 0;
};

/// A measure that stands in for one that is not known yet.
struct stand_in {
    const measure* of;
    const measure* by;
};

struct metric;
constexpr outcome evaluate(const metric& m, std::span<const double> inputs);

namespace detail {

[[noreturn]] inline void refuse_reading(std::string_view metric, const measure& of, bool is_used) {
    throw std::invalid_argument(is_used ? std::string(of.key) + " is given twice"
                                        : std::string(metric) + " does not use " + std::string(of.key));
}

/// Puts a reading in its place among the inputs of a metric; a place beyond them is that of a measure not used.
constexpr void place(std::string_view metric, const reading& r, std::size_t at, std::span<double> inputs) {
    if (at >= inputs.size() || !is_missing(inputs[at])) {
        refuse_reading(metric, *r.of, at < inputs.size());
    }
    inputs[at] = r.value;
}

}  // namespace detail

/// Arithmetic over measures with all that is known of it; every output and page about it is read off this one value.
struct metric {
    std::string_view key;
    std::string_view title = {};
    std::string_view meaning = {};
    formula value = {};
    as shown = as::ratio;
    const measure* within = nullptr;  ///< for shares: what the numerator counts a part of, the denominator
    good better = good::higher;
    std::string_view guide = {};     ///< how to read it: what is good, compared with what
    std::string_view pitfalls = {};  ///< how it misleads
    std::string_view rivals = {};    ///< other figures that go by its name, and their keys here
    std::string_view source = {};    ///< who defines it so
    worked_example example = {};
    chained chain = chained::no;
    const measure* squares = nullptr;        ///< for means: the sum of the squared values
    answer_scale scale = {};                 ///< for scores: the usual scale
    std::array<const measure*, 3> net = {};  ///< for net shares: for, neither, against
    std::optional<interval> (*limits)(const metric& of, std::span<const double> inputs,
                                      double level) = nullptr;  ///< an interval of its own
    std::span<const metric* const> terms = {};   ///< the metrics that it is the sum of, less 1: shown with it
    std::span<const metric* const> beside = {};  ///< shown with it too, where their own measures are given
    const measure* needs = nullptr;              ///< of a term: missing without this one, where its sum takes it for 0
    std::span<const stand_in> stand_ins = {};  ///< taken where none of what they stand for is given, and results say so
    std::string_view by_person = {};           ///< of a share of events: shares of persons or emails, by their keys

    /// `churn(customers_lost = 100, customers_start = 1000)`; a reading of a measure that the formula does not have, or
    /// a second one, throws std::invalid_argument.
    constexpr outcome operator()(std::same_as<reading> auto... named) const {
        std::array<double, formula::most_inputs> inputs;
        inputs.fill(not_given);
        (detail::place(key, named, position(value, *named.of), {inputs.data(), value.inputs().size()}), ...);
        return evaluate(*this, inputs);
    }

    /// A metric in a formula stands for its own: `1 - churn`.
    constexpr operator formula() const { return value; }
};

/// A metric's formula over its inputs, in the formula's order; missing as well without what the metric `needs`.
constexpr outcome evaluate(const metric& m, std::span<const double> inputs) {
    const outcome whole = evaluate(m.value, inputs);
    const std::size_t needed = m.needs == nullptr ? m.value.inputs().size() : position(m.value, *m.needs);
    if (whole.is == status::missing || needed == m.value.inputs().size() || !is_missing(inputs[needed])) {
        return whole;
    }
    std::uint8_t at = 0;
    while (m.value.steps()[at].does != operation::input || m.value.steps()[at].at != needed) {
        ++at;
    }
    return {status::missing, 0, at};
}

/// Whether the interval is that of promoters less detractors.
constexpr bool is_net(const metric& m) { return m.net[0] != nullptr; }

/// The unit's name in results.
constexpr std::string_view name(as shown) {
    constexpr std::string_view names[] = {"share",    "rate",  "points",  "score", "ratio",
                                          "multiple", "money", "seconds", "count"};
    return names[static_cast<int>(shown)];
}

constexpr std::string_view name(good better) { return better == good::higher ? "higher" : "lower"; }

/// Metrics that belong together, in the order of the docs.
struct theme {
    std::string_view key;
    std::string_view title;
    std::span<const metric* const> metrics;
};

}  // namespace cxm

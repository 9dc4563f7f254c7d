#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/projection.hpp"
#include "run/command.hpp"
#include "run/flags/choices.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/output_flags.hpp"

namespace cxm {

inline constexpr word_for<curve_kind> curve_words[] = {{"sbg", curve_kind::sbg}, {"bdw", curve_kind::bdw}};

/// A table of more ages helps nobody.
inline constexpr std::size_t most_projected_ages = 1000;

/// What was typed after `cxm project`.
struct projection_flags {
    std::vector<std::string> files = {};
    std::optional<std::string> survivors = {};
    std::optional<std::string> cohorts = {};
    std::optional<std::string> model = {};
    std::optional<std::string> horizon = {};
    std::optional<std::string> discount = {};
    std::optional<std::string> per_year = {};
    std::optional<std::string> margin = {};
    std::optional<std::string> base = {};
    std::optional<std::string> level = {};
    bool no_holdout = false;
    output_flags output = {};
    input_flags input = {};
};

/// What is asked, but for the cohort and the discount. Throws bad_usage, as all of these.
projection_question question_of(const projection_flags& given);

/// `--survivors`, which never grow.
std::vector<double> survivors_of(const projection_flags& given);

/// Reads the files: contracts, where they are raw rows of subscriptions, else records of cohorts; warnings and notes go
/// to the errors' stream. Gives the currency that records say, and how long a period is. Throws bad_usage, bad_input.
struct cohorts_input {
    std::string currency = {};
    grain every = grain::free;
};
cohorts_input read_cohorts_of(projection_flags& given, projection_question& into, const streams& io);

/// `--discount` as that of one period, of which the records say how long it is or do not (`free`).
double discount_of(const projection_flags& given, grain every);

}  // namespace cxm

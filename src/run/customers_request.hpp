#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "results/customer_forecast.hpp"
#include "run/flags/choices.hpp"
#include "run/flags/output_flags.hpp"
#include "run/flags/people_flags.hpp"

namespace cxm {

inline constexpr word_for<purchase_kind> purchase_words[] = {
    {"bgnbd", purchase_kind::bgnbd}, {"mbgnbd", purchase_kind::mbgnbd}, {"pareto", purchase_kind::pareto}};
inline constexpr word_for<customer_order> list_words[] = {{"at-risk", customer_order::at_risk},
                                                          {"high-value", customer_order::high_value}};

/// Days of the units that times of summaries may be in.
inline constexpr word_for<double> unit_words[] = {{"week", 7}, {"day", 1}, {"month", 30.4375}};

/// What was typed after `cxm customers`.
struct customers_flags {
    people_flags rows = {};
    std::optional<std::string> orders = {};
    std::optional<std::string> summary = {};
    std::optional<std::string> count = {};
    std::optional<std::string> unit = {};
    std::optional<std::string> end = {};
    std::optional<std::string> horizon = {};
    std::optional<std::string> model = {};
    std::optional<std::string> list = {};
    std::optional<std::string> first = {};
    std::optional<std::string> by = {};
    std::optional<std::string> demand = {};
    std::optional<std::string> planned = {};
    std::optional<std::string> discount = {};
    std::optional<std::string> level = {};
    bool no_holdout = false;
    output_flags output = {};
};

/// What is asked, and how the answer is listed.
struct customers_request {
    forecast_question of;
    customer_order by = customer_order::at_risk;
    std::optional<std::size_t> first = {};  ///< absent: as many as the format usually shows
    std::string as_of = {};
    std::vector<std::string> names = {};  ///< of the customers
};

inline constexpr double days_a_week = 7;  ///< the models' unit of time is the week

/// The columns that a flag names: from `least` to `most`; throws bad_usage.
std::vector<std::string> some_columns_of(std::string_view flag, const std::string& text, std::size_t least,
                                         std::size_t most, std::string_view example);

/// Read the files for a request whose horizon, where it is given, is there.
void read_order_rows(const customers_flags& given, customers_request& into, const streams& io);
void read_summary(const customers_flags& given, customers_request& into, const streams& io);

/// Reads the files and what is asked of them; warnings and notes go to the errors' stream. Throws bad_usage, bad_input.
customers_request settled(const customers_flags& given, const streams& io);

}  // namespace cxm

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "results/customer_forecast.hpp"
#include "run/flags/choices.hpp"
#include "run/flags/output_flags.hpp"
#include "run/flags/raw_flags.hpp"

namespace cxm {

inline constexpr word_for<purchase_kind> purchase_words[] = {
    {"bgnbd", purchase_kind::bgnbd}, {"mbgnbd", purchase_kind::mbgnbd}, {"pareto", purchase_kind::pareto}};
inline constexpr word_for<customer_order> list_words[] = {{"at-risk", customer_order::at_risk},
                                                          {"high-value", customer_order::high_value}};

/// Days of the units that times of summaries may be in.
inline constexpr word_for<double> unit_words[] = {{"week", 7}, {"day", 1}, {"month", 30.4375}};

/// What was typed after `cxm customers`.
struct customers_flags {
    std::vector<std::string> files = {};
    std::optional<std::string> orders = {};
    std::optional<std::string> summary = {};
    std::optional<std::string> unit = {};
    std::optional<std::string> end = {};
    std::optional<std::string> horizon = {};
    std::optional<std::string> model = {};
    std::optional<std::string> list = {};
    std::optional<std::string> first = {};
    std::optional<std::string> discount = {};
    std::optional<std::string> level = {};
    bool no_holdout = false;
    output_flags output = {};
    raw_flags raw = {};
    std::optional<std::string> input_format = {};
    std::optional<std::string> decimal = {};
};

/// What is asked, and how the answer is listed.
struct customers_request {
    forecast_question of;
    customer_order by = customer_order::at_risk;
    std::optional<std::size_t> first = {};  ///< absent: as many as the format usually shows
    std::string as_of = {};
    std::vector<std::string> names = {};  ///< of the customers
};

/// Read the files for a request whose horizon, where it is given, is there.
void read_orders(const customers_flags& given, customers_request& into, const streams& io);
void read_summary(const customers_flags& given, customers_request& into, const streams& io);

/// Reads the files and what is asked of them; warnings and notes go to the errors' stream. Throws bad_usage, bad_input.
customers_request settled(const customers_flags& given, const streams& io);

}  // namespace cxm

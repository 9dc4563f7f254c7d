#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "results/customer_forecast.hpp"
#include "write/csv/cell.hpp"
#include "write/look.hpp"

namespace cxm {

/// A forecast, and the customers that are listed of it.
struct customer_list {
    const customer_forecast& of;  ///< in weeks
    std::vector<std::string_view> names;
    std::string as_of;  ///< the last day of the observation; empty where it is not known
    customer_order by;
    std::vector<std::size_t> rows;  ///< the customers listed, the highest first
    std::string currency;
};

/// What is expected of a customer; nothing but not_given without a model.
inline customer_outlook outlook_of(const customer_list& list, std::size_t customer) {
    constexpr customer_outlook none{not_given, not_given, not_given, not_given, not_given, not_given};
    return list.of.outlooks.empty() ? none : list.of.outlooks[customer];
}

/// What is expected of all, whether to believe it, and the list.
std::string write_customers(const customer_list& list, const look& drawn);

/// `{"schema":"cxm.forecast/1","command":"customers",…,"customers":[…]}`, a customer a line.
std::string customers_json(const customer_list& list);

/// A row a customer: `id,x,t_x,T,mean,purchases_expected,chance_of_none,…,status,reason`.
std::string customers_csv(const customer_list& list, csv_texts texts);

std::string customers_markdown(const customer_list& list, const wording& say);

/// `39 weeks`.
std::string weeks_in_words(double weeks, const wording& say);

/// What a figure of the whole says, for people.
std::string meaning(const customer_list& list, const forecast_figure& f, const wording& say);

/// What the holdout showed, in one sentence; why there is none; empty where none was asked for.
std::string verdict_of_test(const customer_list& list, const wording& say);

/// How well the order of the customers held; empty without a test.
std::string order_in_words(const customer_forecast& of, const wording& say);

/// `At risk: …`: what the list is of.
std::string title_of_list(const customer_list& list, const wording& say);

/// The models, and what the limits do not cover.
std::vector<std::string> customer_remarks(const customer_list& list, const wording& say);

}  // namespace cxm

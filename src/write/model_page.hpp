#pragma once

#include <span>
#include <string>
#include <string_view>

#include "write/look.hpp"

namespace cxm {

/// What there is to know of a model that forecasts or divides credit, for `cxm explain`.
struct model_page {
    std::string_view key;
    std::string_view title;
    std::string_view command;  ///< that fits it
    std::string_view assumes;
    std::string_view reading;
    std::string_view not_for;  ///< when not to use it
    std::string_view rivals;
    std::string_view source;
    std::string_view by;      ///< what the command does with it: fitted by, divided by
    std::string_view tested;  ///< how far its answers are checked
};

/// Those that forecast, and those that divide credit.
std::span<const model_page> forecast_pages();
std::span<const model_page> credit_pages();

/// By its key, with `-` for `_` and the other way, and `markov:2` for `markov`; null where there is no such model.
const model_page* find_model_page(std::string_view key);

std::string write_model_page(const model_page& of, const look& drawn);

/// `{"model":"bgnbd","title":…}`
std::string model_page_json(const model_page& of);

}  // namespace cxm

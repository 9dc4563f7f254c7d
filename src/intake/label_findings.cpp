#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "intake/label_census.hpp"
#include "text/folded.hpp"
#include "text/problem.hpp"

// What is odd among the values of labels, and refused by nobody.
namespace cxm {

namespace {

bool is_named_after_currency(std::string_view name) {
    constexpr std::string_view names[] = {"currency", "currency_code", "ccy",    "wahrung", "waehrung",
                                          "devise",   "moneda",        "valuta", "moeda",   "waluta"};
    return std::find(std::begin(names), std::end(names), folded(name)) != std::end(names);
}

}  // namespace

std::vector<label_census::total_value> label_census::totals() const {
    std::vector<total_value> totals;
    const auto add = [&](const column& c) {
        if (c.totals != 0 && c.given > c.totals) {
            totals.push_back({c.name, c.total});
        }
    };
    add(period_);
    std::for_each(labels_.begin(), labels_.end(), add);
    return totals;
}

std::vector<std::string> label_census::variants() const {
    std::vector<std::string> variants;
    for (const column& c : labels_) {
        std::vector<std::string> plain;
        std::transform(c.values.begin(), c.values.end(), std::back_inserter(plain), folded);
        for (std::size_t i = 0; i < plain.size() && plain.size() <= few_values; ++i) {
            const auto same = std::find(plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(i), plain[i]);
            const auto first = static_cast<std::size_t>(same - plain.begin());
            if (first != i) {
                variants.push_back(
                    fmt::format("the label {} has {} and {}, which are kept apart; if they are one, write them alike",
                                quote_of(c.name), quote_of(c.values[first]), quote_of(c.values[i])));
                break;
            }
        }
    }
    return variants;
}

std::string label_census::currencies(const std::vector<std::string>& named) const {
    for (const column& c : labels_) {
        const bool is_kept = std::find(named.begin(), named.end(), c.name) != named.end();
        if (!is_kept && c.values.size() > 1 && is_named_after_currency(c.name)) {
            return fmt::format("the label {} has {} and {}, whose amounts are added up as if they were of one currency",
                               quote_of(c.name), quote_of(c.values[0]), quote_of(c.values[1]));
        }
    }
    return {};
}

}  // namespace cxm

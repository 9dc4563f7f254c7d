#include "sql/orders_alone.hpp"

#include <utility>

#include <fmt/format.h>

#include "text/problem.hpp"

namespace cxm {

void require_orders_alone(const plan& p, const sql_request& wanted, std::string_view use, std::string_view of_period) {
    const std::pair<std::string_view, bool> others[] = {{of_period, !p.period.empty() || p.every != grain::free},
                                                        {"labels", !p.by.empty()},
                                                        {"surveys", !p.surveys.empty()},
                                                        {"measures", !p.measures.empty()},
                                                        {"subscriptions", p.subscriptions.has_value()},
                                                        {"amounts", p.amounts.has_value()},
                                                        {"one row per key", p.one_per.has_value()},
                                                        {"weights", !p.weight.empty()},
                                                        {"a time zone", !p.time_zone.empty()},
                                                        {"lost after", p.orders && p.orders->lost_after.has_value()},
                                                        {"people beside orders", p.people.has_value()},
                                                        {"--metric", !wanted.metrics.empty()},
                                                        {"--from and --to", wanted.span.any()}};
    for (const auto& [part, is_there] : others) {
        if (is_there) {
            throw bad_usage(
                fmt::format("{} takes people's rows, conditions and blanks alone; leave out {}", use, part));
        }
    }
}

}  // namespace cxm

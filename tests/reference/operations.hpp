#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "reference/cases.hpp"

/// What is to be done with a case, by its operation.
using operation_checks = std::map<std::string, std::function<void(reference_case&)>>;

/// Every answer of a case that has some must have been compared.
inline void run_check(reference_case& c, const operation_checks& checks) {
    checks.at(c.operation())(c);
    CHECK((!c.is_ok() || c.unchecked() == std::vector<std::string>{}));
}

/// Runs the check of its operation on every case of a topic of the first set.
inline void check_topic(std::string_view topic, const operation_checks& checks) {
    int checked = 0;
    for (reference_case c : reference_cases()) {
        if (c.topic() != topic) {
            continue;
        }
        INFO(c.id());
        REQUIRE(checks.contains(c.operation()));
        run_check(c, checks);
        ++checked;
    }
    CHECK(checked > 0);
}

/// The same for every case of the second set that asks for one of the operations; each must be asked for.
inline void check_operations(const operation_checks& checks) {
    std::set<std::string> asked;
    for (reference_case c : second_reference_cases()) {
        if (checks.contains(c.operation())) {
            INFO(c.id());
            run_check(c, checks);
            asked.insert(c.operation());
        }
    }
    CHECK(asked.size() == checks.size());
}

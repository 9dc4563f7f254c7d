#pragma once

#include <cmath>
#include <fstream>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "catch.hpp"

/// A case of the reference: inputs with the answers that independent programs gave.
class reference_case {
public:
    explicit reference_case(nlohmann::json all) : all_(std::move(all)) {}

    std::string id() const { return all_.at("id"); }
    std::string operation() const { return all_.at("op"); }
    std::string status() const { return all_.at("status"); }
    const nlohmann::json& inputs() const { return all_.at("inputs"); }
    double operator[](const char* input) const { return inputs().at(input); }
    std::string text(const char* input) const { return inputs().at(input); }
    bool has(const char* answer) const { return all_.at("expected").contains(answer); }
    double level() const { return inputs().value("conf", 0.95); }

    /// Compares one answer, within the case's own tolerance.
    void check(const std::string& field, double got) { compare(field, got, all_.at("expected").at(field)); }

    /// Compares a list of answers.
    void check_all(const std::string& field, const std::vector<double>& got) {
        const nlohmann::json answers = all_.at("expected").at(field);
        REQUIRE(answers.size() == got.size());
        for (std::size_t i = 0; i < got.size(); ++i) {
            compare(field, got[i], answers[i]);
        }
    }

    /// Whether two cases ask and answer the same.
    bool operator==(const reference_case& other) const {
        for (const char* field : {"id", "op", "status", "inputs", "expected"}) {
            if (all_.at(field) != other.all_.at(field)) {
                return false;
            }
        }
        return true;
    }

    /// The answers that nothing was compared with.
    std::vector<std::string> unchecked() const {
        std::vector<std::string> all;
        for (const auto& [field, answer] : all_.at("expected").items()) {
            if (!checked_.contains(field)) {
                all.push_back(field);
            }
        }
        return all;
    }

private:
    nlohmann::json all_;
    std::set<std::string> checked_;

    void compare(const std::string& field, double got, const nlohmann::json& answer) {
        checked_.insert(field);
        INFO(id() << ": " << field << " is " << got << ", expected " << answer);
        if (answer.is_boolean()) {
            CHECK((got != 0) == answer.get<bool>());
        } else if (answer.is_string()) {
            CHECK(got == std::numeric_limits<double>::infinity());
        } else {
            const auto expected = answer.get<double>();
            const nlohmann::json& tolerance = all_.at("tolerance");
            CHECK(std::fabs(got - expected) <=
                  tolerance.at("abs").get<double>() + tolerance.at("rel").get<double>() * std::fabs(expected));
        }
    }
};

/// The cases of a file, or none where it cannot be read; the tests run in the source folder.
inline std::vector<reference_case> cases_of(const std::string& file) {
    std::ifstream in(file);
    std::vector<reference_case> all;
    if (in) {
        const nlohmann::json whole = nlohmann::json::parse(in);
        for (const nlohmann::json& one : whole.at("cases")) {
            all.emplace_back(one);
        }
    }
    return all;
}

inline constexpr const char* shared_cases = "../shared/reference/cases.json";
inline constexpr const char* own_cases = "tests/reference/cases.json";

/// Cohort and transaction models are no part of the library yet.
inline bool is_in_scope(const reference_case& c) {
    static const std::set<std::string> others = {
        "sbg_fit",  "sbg_loglik",     "sbg_curve",      "sbg_del",
        "sbg_derl", "sbg_projection", "bgnbd_customer", "gamma_gamma_customer"};
    return !others.contains(c.operation());
}

/// The shared reference where it lies beside the sources, else this project's copy of it.
inline std::vector<reference_case> reference_cases() {
    std::vector<reference_case> all = cases_of(shared_cases);
    if (all.empty()) {
        all = cases_of(own_cases);
    }
    std::erase_if(all, [](const reference_case& c) { return !is_in_scope(c); });
    return all;
}

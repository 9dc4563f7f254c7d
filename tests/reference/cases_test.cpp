#include "reference/cases.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <optional>

#include <nlohmann/json.hpp>

#include "catch.hpp"

using nlohmann::json;

std::string reference_case::id() const { return all_->at("id"); }
std::string reference_case::topic() const { return all_->at("topic"); }
std::string reference_case::operation() const { return all_->at("op"); }
std::string reference_case::status() const { return all_->at("status"); }

namespace {

const json& input_of(const json& all, const char* input) { return all.at("inputs").at(input); }

}  // namespace

double reference_case::operator[](const char* input) const { return input_of(*all_, input); }
std::string reference_case::text(const char* input) const { return input_of(*all_, input); }
std::vector<double> reference_case::list(const char* input) const { return input_of(*all_, input); }
std::vector<std::vector<double>> reference_case::lists(const char* input) const { return input_of(*all_, input); }
std::vector<std::map<std::string, double>> reference_case::rows(const char* input) const {
    return input_of(*all_, input);
}
std::string reference_case::written(const char* input) const { return input_of(*all_, input).dump(); }
bool reference_case::has_input(const char* input) const { return all_->at("inputs").contains(input); }
double reference_case::level() const { return all_->at("inputs").value("conf", 0.95); }
bool reference_case::has(const char* answer) const { return all_->at("expected").contains(answer); }
double reference_case::expected(const char* answer) const { return all_->at("expected").at(answer); }

const json& reference_case::inputs() const { return all_->at("inputs"); }

void reference_case::check(const std::string& answer, double got) { check_json(answer, got); }

void reference_case::check_all(const std::string& answer, const std::vector<double>& got) { check_json(answer, got); }

void reference_case::check_cells(const std::string& answer, const std::vector<std::optional<double>>& got) {
    json cells = json::array();
    for (const auto& cell : got) {
        cells.push_back(cell ? json(*cell) : json());
    }
    check_json(answer, cells);
}

void reference_case::check_json(const std::string& answer, const json& got) {
    checked_.insert(answer);
    compare(answer, got, all_->at("expected").at(answer));
}

void reference_case::compare(const std::string& answer, const json& got, const json& expected) const {
    INFO(id() << ": " << answer << " is " << got << ", expected " << expected);
    if (expected.is_structured()) {
        REQUIRE(got.type() == expected.type());
        REQUIRE(got.size() == expected.size());
        for (const auto& [at, part] : expected.items()) {
            REQUIRE((got.is_array() || got.contains(at)));
            compare(answer, got.is_array() ? got[std::stoul(at)] : got.at(at), part);
        }
    } else if (expected.is_boolean()) {
        CHECK((got.get<double>() != 0) == expected.get<bool>());
    } else if (expected == "inf") {
        CHECK(got.get<double>() == std::numeric_limits<double>::infinity());
    } else if (!expected.is_number()) {
        CHECK(got == expected);
    } else {
        REQUIRE(got.is_number());
        const auto value = expected.get<double>();
        const json& tolerance = all_->at("tolerance");
        // Standard errors of fits come from numerical second derivatives.
        const double parts = answer.starts_with("se_") ? 0.05 : tolerance.at("rel").get<double>();
        CHECK(std::fabs(got.get<double>() - value) <= tolerance.at("abs").get<double>() + parts * std::fabs(value));
    }
}

std::vector<std::string> reference_case::unchecked() const {
    std::vector<std::string> all;
    for (const auto& [answer, value] : all_->at("expected").items()) {
        if (!checked_.contains(answer)) {
            all.push_back(answer);
        }
    }
    return all;
}

bool reference_case::operator==(const reference_case& other) const {
    constexpr const char* said[] = {"id", "topic", "op", "status", "inputs", "expected"};
    return std::all_of(std::begin(said), std::end(said),
                       [&](const char* part) { return all_->at(part) == other.all_->at(part); });
}

namespace {

/// The cases of a file; none where it cannot be read.
std::vector<reference_case> cases_of(const char* file) {
    std::vector<reference_case> all;
    std::ifstream in(file);
    if (in) {
        const json whole = json::parse(in);
        for (const json& one : whole.at("cases")) {
            all.emplace_back(std::make_shared<const json>(one));
        }
    }
    return all;
}

constexpr const char* shared_cases = "../shared/reference/cases.json";
constexpr const char* own_cases = "tests/reference/cases.json";
constexpr const char* second_shared_cases = "../shared/reference/cases2.json";
constexpr const char* second_own_cases = "tests/reference/cases2.json";

bool needs_data(const reference_case& c) {
    const json& inputs = c.inputs();
    return inputs.contains("data") || (inputs.contains("transactions") && inputs.at("transactions").is_string());
}

}  // namespace

std::vector<reference_case> reference_cases() {
    std::vector<reference_case> all = cases_of(shared_cases);
    return all.empty() ? cases_of(own_cases) : all;
}

std::vector<reference_case> second_reference_cases() {
    std::vector<reference_case> all = cases_of(second_shared_cases);
    return all.empty() ? cases_of(second_own_cases) : all;
}

TEST_CASE("the copies of the reference say what the reference says") {
    const std::vector<reference_case> copied = cases_of(own_cases);
    CHECK(copied.size() == 75);
    for (const reference_case& c : cases_of(shared_cases)) {
        INFO(c.id());
        CHECK(std::find(copied.begin(), copied.end(), c) != copied.end());
    }
    const std::vector<reference_case> second = cases_of(second_own_cases);
    CHECK(second.size() == 64);
    for (const reference_case& c : cases_of(second_shared_cases)) {
        INFO(c.id());
        CHECK((std::find(second.begin(), second.end(), c) == second.end()) == needs_data(c));
    }
}

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

/// A case of the reference: inputs with the answers that independent programs gave.
class reference_case {
public:
    explicit reference_case(std::shared_ptr<const nlohmann::json> all) : all_(std::move(all)) {}

    std::string id() const;
    std::string topic() const;
    std::string operation() const;
    bool is_ok() const { return status() == "ok"; }
    std::string status() const;

    /// Inputs: a number, a text, a list, a list of lists, a list of objects; as they are written in JSON.
    double operator[](const char* input) const;
    std::string text(const char* input) const;
    std::vector<double> list(const char* input) const;
    std::vector<std::vector<double>> lists(const char* input) const;
    std::vector<std::map<std::string, double>> rows(const char* input) const;
    std::string written(const char* input) const;
    bool has_input(const char* input) const;
    double level() const;

    bool has(const char* answer) const;

    /// Compares one answer within the case's own tolerance; a true or false one with 1 or 0.
    void check(const std::string& answer, double got);
    void check_all(const std::string& answer, const std::vector<double>& got);

    /// The answers that nothing was compared with.
    std::vector<std::string> unchecked() const;

    /// Whether two cases ask and answer the same.
    bool operator==(const reference_case& other) const;

private:
    std::shared_ptr<const nlohmann::json> all_;
    std::set<std::string> checked_;

    void compare(const std::string& answer, double got, const nlohmann::json& expected);
};

/// The shared reference where it lies beside the sources, else this project's copy of it; the tests run in the source
/// folder. Cohort and transaction models are left out, as the library has none.
std::vector<reference_case> reference_cases();

/// Runs the check of its operation on every case of a topic; every answer must have been compared.
void check_topic(std::string_view topic, const std::map<std::string, std::function<void(reference_case&)>>& checks);

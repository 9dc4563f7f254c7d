#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
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

    /// All inputs as JSON, for shapes that nothing above reads.
    const nlohmann::json& inputs() const;

    bool has(const char* answer) const;

    /// The number that is expected, for a closer look than the case's own tolerance.
    double expected(const char* answer) const;

    /// Compares one answer within the case's own tolerance; a true or false one with 1 or 0.
    void check(const std::string& answer, double got);
    void check_all(const std::string& answer, const std::vector<double>& got);

    /// The same for lists with places that hold no value, which are null in the reference.
    void check_cells(const std::string& answer, const std::vector<std::optional<double>>& got);

    /// The same for any shape: texts must be equal, null must be null, numbers near each other.
    void check_json(const std::string& answer, const nlohmann::json& got);

    /// The answers that nothing was compared with.
    std::vector<std::string> unchecked() const;

    /// Whether two cases ask and answer the same.
    bool operator==(const reference_case& other) const;

private:
    std::shared_ptr<const nlohmann::json> all_;
    std::set<std::string> checked_;

    void compare(const std::string& answer, const nlohmann::json& got, const nlohmann::json& expected) const;
};

/// The shared reference where it lies beside the sources, else this project's copy of it; the tests run in the source
/// folder.
std::vector<reference_case> reference_cases();

/// The second set: prediction, attribution, journeys, association, savings, charts. Cases that need a data file, whose
/// name they have as the input `data` or `transactions`, are there with the shared reference alone.
std::vector<reference_case> second_reference_cases();

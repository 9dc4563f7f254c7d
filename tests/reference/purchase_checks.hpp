#pragma once

#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <cxm/cxm.hpp>

#include "reference/operations.hpp"

/// Models of purchases in the terms of the reference.
namespace cxm {

/// Inputs of a case as a model's parameters, in the model's own order.
template <class Model>
Model model_of(const reference_case& c) {
    point<Model::size> logs{};
    for (std::size_t i = 0; i < Model::size; ++i) {
        logs[i] = std::log(c[Model::names[i]]);
    }
    return Model::from_logs(logs);
}

inline gamma_gamma spend_of(const reference_case& c) {
    const std::vector<double> of = c.list("gamma_gamma");
    return {of[0], of[1], of[2]};
}

inline purchase_history history_of(const reference_case& c) { return {c["x"], c["t_x"], c["T"]}; }

inline std::vector<counted_history> counted_histories(const std::vector<std::vector<double>>& rows) {
    std::vector<counted_history> groups;
    for (const auto& row : rows) {
        groups.push_back({{row[0], row[1], row[2]}, row[3]});
    }
    return groups;
}

/// Where the data files of the reference lie, if they do: they are not part of this project.
inline std::string data_file(const std::string& name) { return "../shared/reference/" + name; }

/// The rows of a summary: histories and the mean amounts of their repeat purchases.
struct summary_file {
    std::vector<purchase_history> histories;
    std::vector<mean_spend> spends;

    explicit summary_file(const std::string& name) {
        std::ifstream in(data_file(name));
        std::string line;
        std::getline(in, line);
        char comma = ' ';
        double id = 0, x = 0, t_x = 0, T = 0, mean = 0;
        while (in >> id >> comma >> x >> comma >> t_x >> comma >> T >> comma >> mean) {
            histories.push_back({x, t_x, T});
            spends.push_back({x, mean});
        }
    }
};

/// The rows of a log of purchases; customers in the order of the file, which is that of the summary.
inline std::vector<customer_purchase> purchases_of(const std::string& name) {
    std::ifstream in(data_file(name));
    std::string line;
    std::getline(in, line);
    std::vector<customer_purchase> purchases;
    std::map<std::string, std::uint64_t> numbers;
    while (std::getline(in, line)) {
        const std::size_t date = line.find(',') + 1;
        const std::size_t amount = line.rfind(',') + 1;
        const auto number = numbers.emplace(line.substr(0, date - 1), numbers.size()).first->second;
        purchases.push_back(
            {number, {parse_period(line.substr(date, 10)).value().first, std::stod(line.substr(amount))}});
    }
    return purchases;
}

}  // namespace cxm

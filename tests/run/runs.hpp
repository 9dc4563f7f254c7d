#pragma once

#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "run/program.hpp"

using words = std::vector<std::string>;

/// Every command that has flags, whole: a run of it ends well.
inline const std::vector<words> whole_runs = {
    {"nps", "--promoters", "3", "--passives", "1", "--detractors", "1"},
    {"churn", "--start", "10", "--lost", "1"},
    {"look", "examples/data/survey.csv"},
    {"report", "examples/data/shop.csv"},
    {"check", "examples/data/shop.csv", "--require", "nps >= 0", "--require", "churn >= 0%"},
    {"compare", "examples/data/shop.csv", "--from", "period=2023-01", "--to", "period=2024-12", "--total"},
    {"trend", "examples/data/shop.csv"},
    {"solve", "nps", "--target", "50", "--vary", "promoters", "--passives", "1", "--detractors", "1"},
    {"sample", "nps", "--margin", "5"},
    {"payback", "--cac", "240", "--margin", "20", "--retention", "95%"},
    {"project", "--survivors", "1000,869,743,653,593"},
    {"customers", "examples/data/purchases.csv", "--orders", "customer,ordered_at,amount"},
    {"adjust", "0.01", "0.04", "0.03"},
    {"sensitivity", "nps", "--promoters", "3", "--passives", "1", "--detractors", "1"},
    {"tally", "examples/data/survey.csv", "--nps", "score", "--period", "answered_at:month"},
    {"rows", "examples/data/survey.csv", "--nps", "score", "--of", "detractors"},
    {"sql", "--nps", "score", "--dialect", "sqlite", "--table", "survey"},
    {"merge", "examples/data/shop.csv"},
    {"relate", "nps", "churn", "examples/data/shop.csv"},
    {"cohorts", "examples/data/orders.csv", "--people", "customer_id,ordered_at"},
    {"funnel", "examples/data/events.ndjson", "--people", "user.id,ts", "--step", "event = 'visit'", "--step",
     "event = 'buy'"},
    {"attribute", "examples/data/touches.csv", "--touches", "user,at,channel", "--conversion", "event = 'buy'"},
    {"explain", "nps"},
    {"list"},
    {"export", "catalogue"},
    {"completion", "bash"},
    {"version"},
};

/// What completion offers after some words, without the meanings.
inline std::set<std::string> offered(words typed, const std::string& word) {
    typed.push_back("--complete=" + word);
    std::istringstream lines(run_program(typed).out);
    std::set<std::string> candidates;
    for (std::string line; std::getline(lines, line);) {
        candidates.insert(line.substr(0, line.find('\t')));
    }
    return candidates;
}

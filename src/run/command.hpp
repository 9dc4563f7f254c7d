#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// The streams of one run of the program.
struct streams {
    std::FILE* in;
    std::FILE* out;
    std::FILE* err;
};

using arguments = std::vector<std::string>;

/// A command: its name, a line about it, and what runs it.
struct command {
    std::string_view name;
    std::string_view summary;
    int (*run)(const arguments& given, const streams& io);
};

int run_report(const arguments& given, const streams& io);
int run_check(const arguments& given, const streams& io);
int run_compare(const arguments& given, const streams& io);
int run_trend(const arguments& given, const streams& io);
int run_solve(const arguments& given, const streams& io);
int run_sample(const arguments& given, const streams& io);
int run_sensitivity(const arguments& given, const streams& io);
int run_explain(const arguments& given, const streams& io);
int run_list(const arguments& given, const streams& io);
int run_export(const arguments& given, const streams& io);
int run_merge(const arguments& given, const streams& io);
int run_tally(const arguments& given, const streams& io);
int run_completion(const arguments& given, const streams& io);
int run_version(const arguments& given, const streams& io);

/// `cxm METRIC …`, for the metric of that key.
int run_metric(std::string_view key, const arguments& given, const streams& io);

/// All commands but the metrics, in the order of the help.
const std::vector<command>& commands();

/// The whole program without a process: reads the arguments after the program's name, returns the exit code.
int run(const arguments& given, const streams& io);

}  // namespace cxm

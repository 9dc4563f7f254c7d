#pragma once

#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "run/flags/flag.hpp"

namespace cxm {

struct receipt;

/// The streams of one run of the program.
struct streams {
    std::FILE* in;
    std::FILE* out;
    std::FILE* err;
    receipt* kept = nullptr;  ///< what the run has read and told so far; null where nobody asks
};

using arguments = std::vector<std::string>;

/// What one turns to a command for: the help lists them by it.
enum class errand { one_number, records, raw_rows, histories, planning, forecasts, machines };

/// A command: help, completion, reserved names and its own help read this one row.
struct command {
    std::string_view name;
    std::string_view summary;
    errand serves;
    std::string_view examples;  ///< a command for a shell a line, the plainest first
    int (*run)(const arguments& given, const streams& io);
};

int run_look(const arguments& given, const streams& io);
int run_report(const arguments& given, const streams& io);
int run_check(const arguments& given, const streams& io);
int run_compare(const arguments& given, const streams& io);
int run_adjust(const arguments& given, const streams& io);
int run_trend(const arguments& given, const streams& io);
int run_solve(const arguments& given, const streams& io);
int run_sample(const arguments& given, const streams& io);
int run_payback(const arguments& given, const streams& io);
int run_customers(const arguments& given, const streams& io);
int run_project(const arguments& given, const streams& io);
int run_sensitivity(const arguments& given, const streams& io);
int run_explain(const arguments& given, const streams& io);
int run_list(const arguments& given, const streams& io);
int run_export(const arguments& given, const streams& io);
int run_merge(const arguments& given, const streams& io);
int run_tally(const arguments& given, const streams& io);
int run_sql(const arguments& given, const streams& io);
int run_rows(const arguments& given, const streams& io);
int run_cohorts(const arguments& given, const streams& io);
int run_funnel(const arguments& given, const streams& io);
int run_attribute(const arguments& given, const streams& io);
int run_relate(const arguments& given, const streams& io);
int run_completion(const arguments& given, const streams& io);
int run_demo(const arguments& given, const streams& io);
int run_version(const arguments& given, const streams& io);

/// `cxm METRIC …`, for the metric of that key.
int run_metric(std::string_view key, const arguments& given, const streams& io);

/// The commands, metrics apart, in the order of the help.
std::span<const command> commands();

/// The beginning of a command's line: its name, with the metric that it is about where it is about one, its summary
/// and its examples.
command_line line_for(std::string_view command_name, std::string_view of = {});

/// What `cxm --help` prints.
std::string program_help();

/// The command that fits the rows of a file best, as it is typed; empty where none is known. Throws nothing.
std::string fitting_command(const std::string& file);

/// The whole program without a process: reads the arguments after the program's name, returns the exit code.
int run(const arguments& given, const streams& io);

}  // namespace cxm

#include "sql/sql_limits.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <cxm/estimate.hpp>
#include <cxm/inference.hpp>
#include <cxm/readings.hpp>

#include "sql/row_cells.hpp"
#include "sql/sql_formula.hpp"

namespace cxm {

namespace {

/// A side of a fraction, which keeps the inputs of the whole.
std::string side(const formula& f, const std::vector<std::string>& inputs) {
    const std::string text = sql_of(f, inputs);
    return f.steps().size() == 1 ? text : "(" + text + ")";
}

/// How many answers their weights are worth, over what the weights add up to.
std::string worth_of(const metric& m, const std::vector<std::string>& inputs, metric_inputs& measures) {
    const measure* const weights = weights_of(m);
    if (weights == nullptr || !measures.has(*weights)) {
        return {};
    }
    std::string sum;
    if (is_net(m)) {
        for (const measure* part : m.net) {
            sum += (sum.empty() ? "(" : " + ") + inputs[position(m.value, *part)];
        }
        sum += ")";
    } else {
        sum = side(split(m.value).bottom, inputs);
    }
    return fmt::format("CASE WHEN {0} > 0 THEN {1} / {0} ELSE 1e0 END", measures.column(*weights), sum);
}

}  // namespace

bool has_sql_limits(const metric& m) {
    return inference_of(m) == inference::share || inference_of(m) == inference::net;
}

sql_limits::sql_limits(const metric& m, std::string name, double z, std::vector<std::string> inputs,
                       metric_inputs& measures)
    : m_(m), name_(std::move(name)), z_(z), inputs_(std::move(inputs)), worth_(worth_of(m, inputs_, measures)) {}

void sql_limits::add_parts(std::vector<std::string>& columns) const {
    const std::string there = name_ + " IS NOT NULL";
    if (inference_of(m_) == inference::share) {
        const fraction sides = split(m_.value);
        columns.push_back(sql_column(sql_when(there, counted(side(sides.top, inputs_))), name_ + "_part"));
        columns.push_back(sql_column(sql_when(there, counted(side(sides.bottom, inputs_))), name_ + "_whole"));
        return;
    }
    std::string parts[3];
    for (std::size_t i = 0; i < 3; ++i) {
        parts[i] = counted(inputs_[position(m_.value, *m_.net[i])]);
    }
    // Three answers are added, as 3/4, 3/2 and 3/4.
    columns.push_back(sql_column(sql_when(there, parts[0] + " - " + parts[2]), name_ + "_net"));
    columns.push_back(sql_column(sql_when(there, parts[0] + " + " + parts[2] + " + 1.5e0"), name_ + "_polar"));
    columns.push_back(
        sql_column(sql_when(there, parts[0] + " + " + parts[1] + " + " + parts[2] + " + 3e0"), name_ + "_answers"));
}

std::string sql_limits::reach() const {
    if (inference_of(m_) == inference::share) {
        // The centre and the reach of Wilson's limits, both times n + z².
        return sql_column(
            fmt::format("{0}_part + {1} + {2} * SQRT({0}_part / {0}_whole * ({0}_whole - {0}_part) + {3})", name_,
                        sql_double(0.5 * z_ * z_), sql_double(z_), sql_double(0.25 * z_ * z_)),
            name_ + "_reach");
    }
    const std::string spread = fmt::format("{0}_polar * {0}_answers - {0}_net * {0}_net", name_);
    return sql_column(fmt::format("{1} * SQRT(CASE WHEN {2} > 0 THEN {2} ELSE 0e0 END / {0}_answers) / {0}_answers",
                                  name_, sql_double(z_), spread),
                      name_ + "_reach");
}

std::string sql_limits::low() const {
    if (inference_of(m_) == inference::share) {
        return fmt::format("CASE WHEN {0}_part = 0 THEN 0e0 ELSE {0}_part / {0}_whole * {0}_part / {0}_reach END",
                           name_);
    }
    return net_limit(" - ", "-1e0", "<");
}

std::string sql_limits::high() const {
    if (inference_of(m_) == inference::share) {
        return fmt::format(
            "CASE WHEN {0}_reach < {0}_whole + {1} AND {0}_part < {0}_whole THEN {0}_reach / ({0}_whole + {1}) WHEN "
            "{0}_part <= {0}_whole THEN 1e0 END",
            name_, sql_double(z_ * z_));
    }
    return net_limit(" + ", "1e0", ">");
}

/// A limit of the net share within -1 and 1, which is moved out to the share where it would miss it.
std::string sql_limits::net_limit(std::string_view sign, std::string_view end, std::string_view beyond) const {
    const std::string limit = fmt::format("{0}_net / {0}_answers{1}{0}_reach", name_, sign);
    const std::string share = fmt::format("{}_net / ({}_answers - 3e0)", name_, name_);
    const std::string scale = net_scale(m_) == 1 ? "" : sql_double(net_scale(m_)) + " * ";
    return fmt::format("{4}CASE WHEN {0} {3} {1} THEN {1} WHEN {2} {3} {0} THEN {2} ELSE {0} END", limit, end, share,
                       beyond, scale);
}

/// As many answers as their weights are worth; whole numbers where a count may be in parts.
std::string sql_limits::counted(const std::string& count) const {
    return rounds_counts(m_) ? "FLOOR(" + count + " + 0.5e0)" : worth_.empty() ? count : count + " * " + worth_;
}

}  // namespace cxm

#include "sql/sql_metrics.hpp"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include <cxm/special/normal.hpp>
#include <cxm/spell.hpp>

#include "catalogue/consistency.hpp"
#include "sql/row_cells.hpp"
#include "sql/sql_formula.hpp"
#include "sql/sql_limits.hpp"

namespace cxm {

namespace {

/// A metric's value: none where a part is above its whole.
std::string value_of(const metric& m, const std::vector<std::string>& inputs) {
    const consistency consistent(m);
    std::string possible;
    const auto require = [&](const std::string& condition) {
        possible += (possible.empty() ? "" : " AND ") + condition;
    };
    for (const consistency::part& part : consistent.parts()) {
        require(inputs[part.inner] + " <= " + inputs[part.whole]);
    }
    if (consistent.is_share_of_sums()) {
        const fraction sides = split(m.value);
        require(fmt::format("({}) BETWEEN 0 AND ({})", sql_of(sides.top, inputs), sql_of(sides.bottom, inputs)));
    }
    const std::string whole = sql_of(m.value, inputs);
    return possible.empty() ? whole : sql_when(possible, whole);
}

void add_step(std::vector<sql_stage>& to, std::string name, std::string comment, std::vector<std::string> columns) {
    if (!columns.empty()) {
        std::string from = to.back().name;
        columns.insert(columns.begin(), from + ".*");
        to.push_back({std::move(name), std::move(comment), std::move(columns), std::move(from)});
    }
}

}  // namespace

std::vector<std::string> titles_of(const std::vector<const metric*>& metrics) {
    std::vector<std::string> titles;
    for (const metric* m : metrics) {
        const std::string key(m->key);
        titles.push_back(key);
        if (has_sql_limits(*m)) {
            titles.push_back(key + "_low");
            titles.push_back(key + "_high");
        }
    }
    return titles;
}

std::vector<sql_output> add_metrics(const sql_dialect& in, const std::vector<const metric*>& metrics, double level,
                                    const std::vector<sql_input>& measures, std::vector<sql_stage>& to) {
    metric_inputs inputs(in, measures);
    std::vector<std::string> values;
    std::vector<std::string> parts;
    std::vector<std::string> reaches;
    std::vector<sql_output> result;
    for (const metric* m : metrics) {
        const std::string name = fmt::format("metric_{}", values.size() + 1);
        const std::string key(m->key);
        const std::vector<std::string> of = inputs.of(*m);
        values.push_back(sql_column(value_of(*m, of), name));
        result.push_back({name, key});
        if (has_sql_limits(*m)) {
            const sql_limits limits(*m, name, normal_critical(level), of, inputs);
            limits.add_parts(parts);
            reaches.push_back(limits.reach());
            result.push_back({limits.low(), key + "_low"});
            result.push_back({limits.high(), key + "_high"});
        }
    }
    add_step(to, "cxm_inputs", "The measures that metrics are made of, as numbers: NULL where there is no telling.",
             inputs.columns());
    add_step(to, "cxm_metrics", "The metrics: NULL where there is nothing to divide by, or a part is above its whole.",
             values);
    add_step(to, "cxm_parts", fmt::format("What their limits are computed of, at a level of {}.", spell(level)), parts);
    add_step(to, "cxm_limits", "How far these limits reach.", reaches);
    return result;
}

}  // namespace cxm

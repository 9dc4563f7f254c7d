#pragma once

#include <string>
#include <vector>

#include <cxm/metric.hpp>

#include "sql/dialect.hpp"

namespace cxm {

/// A measure of the records: where its value stands, a text where `is_text`, which may say '' or that there is none.
struct sql_input {
    const measure* of;
    std::string value;
    bool is_text;
};

/// The measures that metrics are made of, as doubles.
class metric_inputs {
public:
    metric_inputs(const sql_dialect& in, const std::vector<sql_input>& measures) : in_(in), measures_(measures) {}

    bool has(const measure& m) const { return find(m) != measures_.end(); }

    /// The column of a measure that is there, NULL where it is not known.
    std::string column(const measure& m);

    /// All columns that were asked for.
    const std::vector<std::string>& columns() const { return columns_; }

    /// A metric's inputs in SQL, in the order of its formula. Throws bad_usage where the measures do not allow it.
    std::vector<std::string> of(const metric& m);

private:
    std::vector<sql_input>::const_iterator find(const measure& m) const;
    void require_fit(const metric& m) const;
    std::string value_in(const metric& m, const measure& input);

    const sql_dialect& in_;
    const std::vector<sql_input>& measures_;
    std::vector<std::string> columns_;
};

}  // namespace cxm

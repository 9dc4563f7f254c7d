#include "sql/sql_types.hpp"

#include <algorithm>
#include <iterator>

namespace cxm {

namespace {

// SQLite keeps anything in a column of any type, and Snowflake turns texts into numbers and dates without a word: a
// type there makes no check needless.
constexpr sql_types known_types[] = {
    {.dialect = "postgresql",
     .integer = "{} & -1",
     .is_double = "PG_TYPEOF({}) = CAST('double precision' AS REGTYPE)",
     .is_decimal = "PG_TYPEOF({}) = CAST('numeric' AS REGTYPE)",
     .real_of_number = "CAST({} AS DOUBLE PRECISION)",
     .decimal_of_number = "CAST({} AS NUMERIC)",
     .year = "EXTRACT(YEAR FROM {})",
     .month = "EXTRACT(MONTH FROM {})",
     .days = "CAST({} AS DATE) - DATE '1970-01-01'"},
    {.dialect = "duckdb",
     .integer = "{} & -1",
     .is_double = "TYPEOF({}) = 'DOUBLE'",
     .is_decimal = "TYPEOF({}) LIKE 'DECIMAL%'",
     .real_of_number = "CAST({} AS DOUBLE)",
     .decimal_of_number = "CAST({0} AS DECIMAL(38, {2}))",
     .year = "EXTRACT(YEAR FROM {})",
     .month = "EXTRACT(MONTH FROM {})",
     .days = "CAST({} AS DATE) - DATE '1970-01-01'"},
    {.dialect = "spark",
     .integer = "{} & -1",
     .is_double = "TYPEOF({}) = 'double'",
     .is_decimal = "TYPEOF({}) LIKE 'decimal%'",
     .real_of_number = "CAST({} AS DOUBLE)",
     .decimal_of_number = "CAST({0} AS DECIMAL({1}, {2}))",
     .year = "CASE WHEN TYPEOF({0}) = 'date' OR TYPEOF({0}) LIKE 'timestamp%' THEN EXTRACT(YEAR FROM {0}) END",
     .month = "EXTRACT(MONTH FROM {})",
     .days = "DATEDIFF({}, DATE '1970-01-01')"},
    {.dialect = "clickhouse",
     .integer = "bitAnd({}, toInt64(-1))",
     .is_double = "toTypeName({}) LIKE '%Float64%'",
     .is_decimal = "toTypeName({}) LIKE '%Decimal%'",
     .real_of_number = "toFloat64({})",
     .decimal_of_number = "toDecimal256({0}, {2})",
     .year = "EXTRACT(YEAR FROM {})",
     .month = "EXTRACT(MONTH FROM {})",
     .days = "toInt32(toDate32({}))"},
    {.dialect = "trino",
     .integer = "BITWISE_AND({}, -1)",
     .is_double = "TYPEOF({}) = 'double'",
     .is_decimal = "TYPEOF({}) LIKE 'decimal%'",
     .real_of_number = "CAST({} AS DOUBLE)",
     .decimal_of_number = "CAST({0} AS DECIMAL({1}, {2}))",
     .year = "EXTRACT(YEAR FROM {})",
     .month = "EXTRACT(MONTH FROM {})",
     .days = "DATE_DIFF('day', DATE '1970-01-01', CAST({} AS DATE))"},
    {.dialect = "bigquery",
     .integer = "{} & -1",
     .is_double = "TRUE",
     .real_of_number = "CAST({} AS FLOAT64)",
     .decimal_of_number = "CAST({} AS BIGNUMERIC)",
     .year = "EXTRACT(YEAR FROM {})",
     .month = "EXTRACT(MONTH FROM {})",
     .days = "UNIX_DATE(DATE({}))"},
};

constexpr sql_types none = {};

}  // namespace

const sql_types& types_of(const sql_dialect& in) {
    const auto* const at = std::find_if(std::begin(known_types), std::end(known_types),
                                        [&](const sql_types& each) { return each.dialect == in.name; });
    return at == std::end(known_types) ? none : *at;
}

}  // namespace cxm

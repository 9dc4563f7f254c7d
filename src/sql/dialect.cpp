#include "sql/dialect.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

// A line an engine: what differs, and nothing else. Why each is as it is: docs/decisions/0011-sql.md.
constexpr sql_dialect dialects[] = {
    {.name = "sqlite",
     .engine = "SQLite",
     .cell = "CAST({} AS TEXT) COLLATE BINARY",
     .text = "CAST({} AS TEXT)",
     .whole = "CAST({} AS INTEGER)",
     .real = "CAST({} AS REAL)",
     .divided = "({0}) / {1}",
     .rest = "({0}) % {1}",
     .trim = "TRIM({}, ' ')",
     .bytes = "LENGTH(CAST({} AS BLOB))",
     .like = "{0} GLOB {1}",
     .ordered = "{} COLLATE BINARY",
     .kept = "MATERIALIZED "},
    {.name = "postgresql",
     .engine = "PostgreSQL",
     .cell = "CAST({} AS TEXT) COLLATE \"C\"",
     .text = "CAST({} AS TEXT)",
     .whole = "CAST({} AS BIGINT)",
     .real = "CAST({} AS DOUBLE PRECISION)",
     .decimal = "CAST({} AS NUMERIC)",
     .matches = "{0} ~ {1}",
     .ends = "$",
     .divided = "({0}) / {1}",
     .rest = "MOD({0}, {1})",
     .trim = "TRIM(BOTH ' ' FROM {})",
     .bytes = "OCTET_LENGTH({})",
     .like = "{0} LIKE {1}",
     .local = "TO_CHAR(TO_TIMESTAMP({0}) AT TIME ZONE {1}, 'YYYY-MM-DD HH24:MI:SS')",
     .ordered = "{} COLLATE \"C\"",
     .stop = "CAST({} AS BIGINT)",
     .kept = "MATERIALIZED ",
     .longest_name = 63},
    {.name = "duckdb",
     .engine = "DuckDB",
     .cell = "CAST({} AS VARCHAR)",
     .text = "CAST({} AS VARCHAR)",
     .whole = "CAST({} AS BIGINT)",
     .real = "CAST({} AS DOUBLE)",
     .decimal = "CAST({0} AS DECIMAL(38, {2}))",
     .matches = "REGEXP_MATCHES({0}, {1})",
     .ends = "$",
     .divided = "({0}) // {1}",
     .rest = "MOD({0}, {1})",
     .trim = "TRIM({}, ' ')",
     .bytes = "STRLEN({})",
     .like = "{0} LIKE {1}",
     .local = "CAST(TO_TIMESTAMP({0}) AT TIME ZONE {1} AS VARCHAR)",
     .ordered = "{}",
     .stop = "CAST({} AS BIGINT)"},
    {.name = "spark",
     .engine = "Spark",
     .quote = '`',
     .escapes_texts = true,
     .cell = "CAST({} AS STRING)",
     .text = "CAST({} AS STRING)",
     .whole = "CAST({} AS BIGINT)",
     .real = "CAST({} AS DOUBLE)",
     .decimal = "CAST({0} AS DECIMAL({1}, {2}))",
     .matches = "{0} RLIKE {1}",
     .ends = "\\z",
     .divided = "({0}) DIV {1}",
     .rest = "MOD({0}, {1})",
     .trim = "TRIM(BOTH ' ' FROM {})",
     .bytes = "OCTET_LENGTH({})",
     .like = "{0} LIKE {1}",
     .local =
         "CAST(CONVERT_TIMEZONE('UTC', {1}, TIMESTAMP_NTZ '1970-01-01 00:00:00' + MAKE_DT_INTERVAL(0, 0, 0, {0})) AS STRING)",
     .ordered = "{}",
     .stop = "CAST(RAISE_ERROR({}) AS BIGINT)"},
    {.name = "clickhouse",
     .engine = "ClickHouse",
     .escapes_names = true,
     .escapes_texts = true,
     .cell = "toString({})",
     .text = "toString({})",
     .whole = "toInt64({})",
     .real = "toFloat64OrNull({})",
     .decimal = "toDecimal256OrNull({0}, {2})",
     .matches = "match({0}, {1})",
     .ends = "$",
     .divided = "intDiv({0}, {1})",
     .rest = "MOD({0}, {1})",
     .trim = "TRIM(BOTH ' ' FROM {})",
     .bytes = "LENGTH({})",
     .like = "{0} LIKE {1}",
     .local = "toString(toTimeZone(toDateTime64({0}, 0, 'UTC'), {1}))",
     .ordered = "{}",
     .stop =
         "toInt64(throwIf(LENGTH({}) > 0, 'rows are refused: without --guard the column refused_example has one'))"},
    {.name = "trino",
     .engine = "Trino",
     .cell = "CAST({} AS VARCHAR)",
     .text = "CAST({} AS VARCHAR)",
     .whole = "CAST({} AS BIGINT)",
     .real = "CAST({} AS DOUBLE)",
     .decimal = "CAST({0} AS DECIMAL({1}, {2}))",
     .matches = "REGEXP_LIKE({0}, {1})",
     .ends = "\\z",
     .divided = "({0}) / {1}",
     .rest = "MOD({0}, {1})",
     .trim = "TRIM(BOTH ' ' FROM {})",
     .bytes = "LENGTH(TO_UTF8({}))",
     .like = "{0} LIKE {1}",
     .local = "FORMAT_DATETIME(FROM_UNIXTIME({0}) AT TIME ZONE {1}, 'yyyy-MM-dd HH:mm:ss')",
     .ordered = "{}",
     .stop = "CAST({} AS BIGINT)"},
    {.name = "bigquery",
     .engine = "BigQuery",
     .quote = '`',
     .escapes_names = true,
     .escapes_texts = true,
     .cell = "CAST({} AS STRING)",
     .text = "CAST({} AS STRING)",
     .whole = "CAST({} AS INT64)",
     .real = "CAST({} AS FLOAT64)",
     .decimal = "CAST({} AS BIGNUMERIC)",
     .matches = "REGEXP_CONTAINS({0}, {1})",
     .ends = "\\z",
     .divided = "DIV({0}, {1})",
     .rest = "MOD({0}, {1})",
     .trim = "TRIM({}, ' ')",
     .bytes = "BYTE_LENGTH({})",
     .like = "{0} LIKE {1}",
     .local = "FORMAT_TIMESTAMP('%F %T', TIMESTAMP_SECONDS({0}), {1})",
     .ordered = "{}",
     .stop = "ERROR({})"},
    {.name = "snowflake",
     .engine = "Snowflake",
     .escapes_texts = true,
     .cell = "CAST({} AS VARCHAR)",
     .text = "CAST({} AS VARCHAR)",
     .whole = "CAST({} AS BIGINT)",
     .real = "CAST({} AS DOUBLE)",
     .decimal = "CAST({0} AS NUMBER({1}, {2}))",
     .matches = "REGEXP_LIKE({0}, {1})",
     .ends = "",
     .divided = "FLOOR(({0}) / {1})",
     .rest = "MOD({0}, {1})",
     .trim = "TRIM({}, ' ')",
     .bytes = "OCTET_LENGTH({})",
     .like = "{0} LIKE {1}",
     .local = "TO_CHAR(CONVERT_TIMEZONE('UTC', {1}, TO_TIMESTAMP_NTZ({0})), 'YYYY-MM-DD HH24:MI:SS')",
     .ordered = "{}",
     .stop = "CAST({} AS BIGINT)",
     .most_places_of_product = 12},
};

std::string in_quotes(std::string_view text, char quote, bool escapes, bool doubles) {
    std::string quoted(1, quote);
    for (const char c : text) {
        if ((c == '\\' && escapes) || (c == quote && !doubles)) {
            quoted += '\\';
        } else if (c == quote) {
            quoted += quote;
        }
        quoted += c;
    }
    return quoted + quote;
}

}  // namespace

std::span<const sql_dialect> sql_dialects() { return dialects; }

const sql_dialect& sql_dialect_of(std::string_view name) {
    const auto* const at = std::find_if(std::begin(dialects), std::end(dialects),
                                        [&](const sql_dialect& each) { return each.name == name; });
    if (at == std::end(dialects)) {
        std::vector<std::string_view> names;
        std::string listed;
        for (const sql_dialect& each : dialects) {
            names.push_back(each.name);
            listed += (listed.empty() ? "" : ", ") + std::string(each.name);
        }
        throw bad_usage(quote_of(name) + " is no dialect: " + listed + did_you_mean(name, names));
    }
    return *at;
}

std::string filled(std::string_view pattern, std::string_view a, std::string_view b, std::string_view c) {
    std::string text;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '{') {
            text += pattern[at];
            continue;
        }
        const std::size_t end = pattern.find('}', at);
        const std::string_view which = pattern.substr(at + 1, end - at - 1);
        text += which == "1" ? b : which == "2" ? c : a;
        at = end;
    }
    return text;
}

std::string sql_text(const sql_dialect& in, std::string_view text) {
    // Snowflake reads a backslash and doubles a quote; the others that read one put it before the quote too.
    return in_quotes(text, '\'', in.escapes_texts, !in.escapes_texts || in.name == "snowflake");
}

std::string sql_name(const sql_dialect& in, std::string_view name) {
    if (in.longest_name != 0 && name.size() > in.longest_name) {
        throw bad_usage(fmt::format("{} cuts names at {} bytes, and {} has {}; give it a shorter one", in.engine,
                                    in.longest_name, quote_of(name), name.size()));
    }
    return in_quotes(name, in.quote, in.escapes_names, !in.escapes_names);
}

}  // namespace cxm

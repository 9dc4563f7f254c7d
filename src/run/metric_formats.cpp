#include "run/metric_formats.hpp"

#include <vector>

#include "text/problem.hpp"
#include "write/csv/report.hpp"
#include "write/json/report.hpp"
#include "write/markdown/report.hpp"
#include "write/number/number_text.hpp"
#include "write/one.hpp"

namespace cxm {

std::string raw_text(const result& r) {
    if (!r.comes_to.ok()) {
        throw bad_input("", std::string(r.of->key) + " is " +
                                (r.comes_to.is == status::undefined ? "undefined: " : "missing: ") + why_no_value(r) +
                                "; --raw has no number to print");
    }
    std::string text;
    append_number(text, r.comes_to.value);
    return text + "\n";
}

namespace {

/// The results behind that of the metric itself: its terms first, then what stands beside it.
std::span<const result> terms_of(const report& about) {
    return std::span(about.results).subspan(1, about.metrics.front()->terms.size());
}

std::span<const result> beside(const report& about) {
    return std::span(about.results).subspan(1 + about.metrics.front()->terms.size());
}

/// The terms of a sum first, then what they come to, then the others.
std::vector<result> in_order_of_sum(const report& about) {
    std::vector<result> ordered(terms_of(about).begin(), terms_of(about).end());
    ordered.push_back(about.results.front());
    ordered.insert(ordered.end(), beside(about).begin(), beside(about).end());
    return ordered;
}

std::string as_json(const report& about, const output_settings& how, const catalogue&) {
    return json_one(about.results.front(), terms_of(about), how.shown_currency(), beside(about));
}

std::string as_csv(const report& about, const output_settings& how, const catalogue&) {
    const csv_form columns{.keep_missing = true, .texts = how.texts};
    std::string text;
    append_csv_header(text, columns);
    append_csv(text, about, columns);
    return text;
}

constexpr metric_writer formats_of_one[] = {
    {format::table,
     [](const report& about, const output_settings& how, const catalogue&) {
         return write_ones(in_order_of_sum(about), how.shown_currency(), how.drawn);
     }},
    {format::json, as_json},
    {format::ndjson, as_json},
    {format::csv, as_csv},
    {format::markdown,
     [](const report& about, const output_settings& how, const catalogue& known) {
         return write_markdown(about, known.themes(), {.keep_missing = true, .say = how.drawn.say});
     }},
};

}  // namespace

std::span<const metric_writer> metric_writers() { return formats_of_one; }

}  // namespace cxm

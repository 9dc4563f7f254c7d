#include "write/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cxm/spell.hpp>

#include "write/lines.hpp"
#include "write/people.hpp"
#include "write/words.hpp"

namespace cxm {

std::string_view method_in_words(std::string_view method) {
    struct entry {
        std::string_view method;
        std::string_view words;
    };
    constexpr entry entries[] = {
        {"wilson",
         "Wilson (1927): [x + z^2/2 -+ z sqrt(x(n-x)/n + z^2/4)] / (n + z^2). It never leaves 0 to 100 % and is "
         "right for small n and rare events."},
        {"wilson-cc", "Wilson with continuity correction (Newcombe 1998, method 4): a little wider than Wilson."},
        {"clopper-pearson", "Clopper and Pearson (1934), from Beta quantiles: covers at least the level, so wider."},
        {"jeffreys", "Jeffreys: Beta quantiles with x + 1/2 and n - x + 1/2."},
        {"agresti-coull", "Agresti and Coull (1998): Wilson's centre with a simple width."},
        {"wald", "Wald: value -+ z standard errors. For comparison only: too narrow for small n."},
        {"garwood", "Poisson limits (Garwood 1936) of the events, over the exposure: one can act many times."},
        {"adjusted-wald",
         "Adjusted Wald (Rocks 2016): 3/4 promoters, 3/2 passives and 3/4 detractors are added for the "
         "limits, not for the value."},
        {"score", "The score test of promoters less detractors, inverted (Tango 1998)."},
        {"t", "Student's t: mean -+ t s / sqrt(n), cut to the scale."},
        {"greenwood", "Product limit over the periods with Greenwood's variance, on the log-log scale."},
        {"mover", "Miettinen-Nurminen limits of both lifts and Poisson limits of the mentions, squared and added; the "
                  "parts are taken as independent, values and cost as known."},
    };
    const auto* const known =
        std::find_if(std::begin(entries), std::end(entries), [&](const entry& e) { return e.method == method; });
    return known == std::end(entries) ? std::string_view() : known->words;
}

namespace {

constexpr std::size_t column = 14;

class page {
public:
    explicit page(const look& drawn) : width_(drawn.width), out_(drawn.colour) {}

    void heading(const metric& m) {
        out_.left(0, m.title, style::bold);
        out_.left(0, fmt::format("({}, {}, {} is better)", m.key, name(m.shown), name(m.better)));
        out_.end_line();
        out_.end_line();
        if (!m.meaning.empty()) {
            out_.paragraph(0, m.meaning, width_);
            out_.end_line();
        }
    }

    /// A titled paragraph; the title stands on the first line, before the text.
    void entry(std::string_view title, std::string_view text) {
        if (text.empty()) {
            return;
        }
        lines body(false);
        body.paragraph(column, text, width_);
        const std::string& wrapped = body.text();
        out_.left(0, title, style::dim);
        std::size_t from = 0;
        while (from < wrapped.size()) {
            const std::size_t end = std::min(wrapped.find('\n', from), wrapped.size());
            out_.left(column, std::string_view(wrapped).substr(from, end - from).substr(std::min(column, end - from)));
            out_.end_line();
            from = end + 1;
        }
    }

    void gap() { out_.end_line(); }

    const std::string& text() const { return out_.text(); }

private:
    std::size_t width_;
    lines out_;
};

std::vector<double> inputs_of_row(const metric& m, const records& rows) {
    std::vector<double> inputs;
    for (const measure* input : m.value.inputs()) {
        const records::number_column* column_of_input = rows.find(*input);
        inputs.push_back(column_of_input == nullptr ? not_given : column_of_input->values[0]);
    }
    return inputs;
}

/// `(12000 - 5000) / 10000 = 70.0 %`.
std::string filled_in(const result& r, const records& rows, const notation& in) {
    const std::string numbers = spell(r.of->value, inputs_of_row(*r.of, rows));
    return numbers + (r.comes_to.ok() ? " = " + people_value(*r.of, r.comes_to.value, in)
                                      : fmt::format(": {}, {}", name(r.comes_to.is), why_no_value(r)));
}

void interval_entries(page& to, const result& r, const notation& in) {
    if (!r.comes_to.ok()) {
        return;
    }
    if (!r.limits) {
        to.entry("Interval", "none: " + why_no_interval(r));
        return;
    }
    to.entry("Interval", fmt::format("{}, {} confidence{}",
                                     people_range(*r.of, *r.limits, people_decimals(r.of->shown, r.comes_to.value), in),
                                     people_level(r.limits->level), is_missing(r.n) ? "" : ", n " + people_count(r.n)));
    to.entry("", method_in_words(r.limits->method));
}

/// The terms of a sum that are metrics of their own, as in ROX.
bool is_term(const metric& whole, const metric& part) {
    return std::find(whole.terms.begin(), whole.terms.end(), &part) != whole.terms.end();
}

void terms_entries(page& to, const report& with, const notation& in) {
    const metric& whole = *with.results.front().of;
    if (whole.terms.empty() || !with.results.front().comes_to.ok()) {
        return;
    }
    std::string sum;
    for (const result& r : with.results) {
        if (is_term(whole, *r.of)) {
            sum +=
                fmt::format("{}{} {}", sum.empty() ? "" : " + ", r.of->key, people_value(*r.of, r.comes_to.value, in));
        }
    }
    to.entry("Terms",
             fmt::format("{} - cost 100 % = {}", sum, people_value(whole, with.results.front().comes_to.value, in)));
}

}  // namespace

std::string write_explanation(const metric& m, const report& with, std::string_view currency, const look& drawn) {
    const notation in{currency, drawn.ascii};
    page to(drawn);
    to.heading(m);
    to.entry("Formula", spell(m.value));
    if (!with.results.empty()) {
        const result& own = with.results.front();
        to.entry("Your numbers", filled_in(own, with.rows, in));
        to.entry("", own.note);
        terms_entries(to, with, in);
        interval_entries(to, own, in);
    } else if (!m.source.empty()) {
        to.entry("Example", spell(m.value, m.example.inputs) + " = " + people_value(m, m.example.result, in));
    }
    if (!m.guide.empty() || !m.pitfalls.empty() || !m.rivals.empty() || with.results.size() > 1 || !m.source.empty()) {
        to.gap();
    }
    to.entry("Reading", m.guide);
    to.entry("Pitfalls", m.pitfalls);
    to.entry("Rivals", m.rivals);
    bool first = true;
    for (std::size_t i = 1; i < with.results.size(); ++i) {
        const result& other = with.results[i];
        if (other.comes_to.ok() && !is_term(m, *other.of)) {
            to.entry(first ? "Also from it" : "",
                     fmt::format("{} = {}", other.of->key, filled_in(other, with.rows, in)));
            first = false;
        }
    }
    to.entry("Source", m.source);
    return to.text();
}

}  // namespace cxm

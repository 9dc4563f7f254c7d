#include "page/definitions.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <cxm/catalogue.hpp>
#include <cxm/spell.hpp>

#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "records/inputs_of_row.hpp"
#include "text/shown.hpp"
#include "write/explain.hpp"
#include "write/filled_in.hpp"
#include "write/formula_text.hpp"
#include "write/model_page.hpp"

namespace cxm {

std::string definition_id(const metric& m) { return "def-" + slug(m.key); }

namespace {

std::string flag_of(const measure& m) {
    std::string text = "--" + std::string(m.key);
    std::replace(text.begin(), text.end(), '_', '-');
    return text;
}

/// Whether the number is the formula over the record's counts, and not a product over several periods.
bool is_of_one_formula(const defined_metric& m) { return m.of->chain == chained::no || !m.in->rows.is_joined(m.row); }

/// The same number from a command of its own; empty where it is no formula over the inputs of one record.
std::string command_of(const defined_metric& m, const result& r) {
    if (find_metric(m.of->key) != m.of || !r.comes_to.ok() || !is_of_one_formula(m) || !m.of->terms.empty() ||
        m.in->options.gross) {
        return {};
    }
    std::string text = "cxm " + std::string(m.of->key);
    const std::vector<double> inputs = inputs_of_row(*m.of, m.in->rows, m.row);
    const auto measures = inputs_of(*m.of);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (!is_missing(inputs[i])) {
            text += fmt::format(" {} {}", flag_of(*measures[i]), spell(inputs[i]));
        }
    }
    return text;
}

class fact_list {
public:
    explicit fact_list(markup& to) : to_(to) { to_.open("dl", {{"class", "facts"}}); }

    void add(std::string_view name, std::string_view text, bool is_code = false) {
        if (text.empty()) {
            return;
        }
        to_.leaf("dt", name).open("dd");
        is_code ? to_.leaf("code", text) : to_.text(text);
        to_.close("dd").own("\n");
    }

    void end() { to_.close("dl"); }

private:
    markup& to_;
};

std::string which_record(const defined_metric& m, const wording& say) {
    std::string which = title(m.in->rows, m.row);
    const std::string_view period = m.in->rows.periods[m.row];
    if (which.starts_with(period)) {
        which.replace(0, period.size(), say.period(period));
    }
    return which.empty() ? std::string() : " (" + which + ")";
}

void add_number(fact_list& to, const defined_metric& m, const notation& in) {
    const auto place =
        static_cast<std::size_t>(std::find(m.in->metrics.begin(), m.in->metrics.end(), m.of) - m.in->metrics.begin());
    const result& r = m.in->of_row(m.row)[place];
    if (r.comes_to.is == status::missing) {
        return;
    }
    const records one = picked(m.in->rows, {m.row});
    to.add(in.say("Filled in"),
           m.of->terms.empty() && is_of_one_formula(m)
               ? filled_in(r, one, in) + which_record(m, in.say)
               : (r.comes_to.ok() ? people_value(*m.of, r.comes_to.value, in) : in.say.finished(why_no_value(r))) +
                     which_record(m, in.say));
    to.add(in.say("remark"), in.say.finished(r.note));
    if (r.limits) {
        const int decimals = people_decimals(m.of->shown, r.comes_to.value);
        to.add(in.say("Interval"), in.say("{}, {} confidence{}", people_range(*m.of, *r.limits, decimals, in),
                                          people_level(r.limits->level, in.say), ", " + std::string(r.limits->method)) +
                                       (is_missing(r.n) ? "" : ", n " + people_count(r.n, in.say)));
        to.add(in.say("Method"), in.say(method_in_words(r.limits->method)));
    } else if (r.comes_to.ok() && !why_no_interval(r).empty()) {
        to.add(in.say("Interval"), in.say("none: {}", in.say.finished(why_no_interval(r))));
    }
    to.add(in.say("The same number"), command_of(m, r), true);
}

void write_definition(markup& out, const defined_metric& m, const notation& in) {
    const metric& of = *m.of;
    out.open("article", {{"class", "definition"}, {"id", definition_id(of)}});
    out.leaf("h3", title_of(of, in.say)).own("\n");
    if (!of.meaning.empty()) {
        out.leaf("p", in.say.meaning(of)).own("\n");
    }
    fact_list to(out);
    to.add(in.say("Key"), fmt::format("{}, {}, {}", of.key, in.say(name(of.shown)),
                                      in.say(of.better == good::higher ? "higher is better" : "lower is better")));
    to.add(in.say("Formula"), formula_text(of), true);
    if (m.in != nullptr) {
        add_number(to, m, in);
    }
    to.add(in.say("Reading"), in.say.guide(of));
    to.add(in.say("Pitfalls"), in.say.pitfalls(of));
    to.add(in.say("Rivals"), in.say.rivals(of));
    to.add(in.say("Source"), in.say(of.source));
    to.end();
    out.close("article").own("\n");
}

}  // namespace

std::string definitions_section(const std::vector<defined_metric>& metrics, const notation& in) {
    markup out;
    for (const defined_metric& m : metrics) {
        write_definition(out, m, in);
    }
    return out.written();
}

std::string model_id(std::string_view name) { return "def-" + slug(name); }

std::string model_definition(std::string_view name, const wording& say) {
    markup out;
    const model_page* const model = find_model_page(name);
    out.open("article", {{"class", "definition"}, {"id", model_id(name)}});
    out.leaf("h3", model == nullptr ? name : say(model->title)).own("\n");
    if (model != nullptr) {
        out.leaf("p", say(model->assumes)).own("\n");
        fact_list to(out);
        to.add(say("Key"), name);
        to.add(say("Reading"), say(model->reading));
        to.add(say("Pitfalls"), say(model->not_for));
        to.add(say("Rivals"), say(model->rivals));
        to.add(say("Source"), say(model->source));
        to.add(say("Method"), say(model->tested));
        to.end();
    }
    return out.close("article").own("\n").written();
}

}  // namespace cxm

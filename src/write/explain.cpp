#include "write/explain.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "write/filled_in.hpp"
#include "write/formula_text.hpp"
#include "write/lines.hpp"
#include "write/people.hpp"
#include "write/words.hpp"

namespace cxm {

namespace {

constexpr std::size_t text_column = 14;

class page {
public:
    explicit page(const look& drawn) : width_(drawn.width), say_(drawn.say), out_(drawn.colour) {}

    void heading(const metric& m) {
        out_.left(0, say_.title(m), style::bold);
        out_.left(0, m.better == good::higher ? say_("({}, {}, higher is better)", m.key, say_(name(m.shown)))
                                              : say_("({}, {}, lower is better)", m.key, say_(name(m.shown))));
        out_.end_line();
        out_.end_line();
        if (!m.meaning.empty()) {
            out_.paragraph(0, say_.meaning(m), width_);
            out_.end_line();
        }
    }

    /// A titled paragraph; the title stands on the first line, before the text.
    void entry(std::string_view title, std::string_view text) {
        if (text.empty()) {
            return;
        }
        lines body(false);
        body.paragraph(text_column, text, width_);
        const std::string& wrapped = body.text();
        out_.left(0, say_(title), style::dim);
        std::size_t from = 0;
        while (from < wrapped.size()) {
            const std::size_t end = std::min(wrapped.find('\n', from), wrapped.size());
            out_.left(text_column,
                      std::string_view(wrapped).substr(from, end - from).substr(std::min(text_column, end - from)));
            out_.end_line();
            from = end + 1;
        }
    }

    void gap() { out_.end_line(); }

    const std::string& text() const { return out_.text(); }

private:
    std::size_t width_;
    wording say_;
    lines out_;
};

void interval_entries(page& to, const result& r, const notation& in) {
    if (!r.comes_to.ok()) {
        return;
    }
    if (!r.limits) {
        to.entry("Interval", in.say("none: {}", in.say.finished(why_no_interval(r))));
        return;
    }
    to.entry("Interval", in.say("{}, {} confidence{}",
                                people_range(*r.of, *r.limits, people_decimals(r.of->shown, r.comes_to.value), in),
                                people_level(r.limits->level, in.say),
                                is_missing(r.n) ? std::string() : ", " + in.say("n {}", people_count(r.n, in.say))));
    to.entry("", in.say(method_in_words(r.limits->method)));
}

/// The terms of a sum that are metrics of their own, as in ROX.
bool is_term(const metric& whole, const metric& part) {
    return std::find(whole.terms.begin(), whole.terms.end(), &part) != whole.terms.end();
}

void formula_entries(page& to, const metric& m, const wording& say) {
    to.entry("Formula", formula_text(m));
    for (const metric* term : m.terms) {
        to.entry(term == m.terms.front() ? "Terms" : "", say("{}: {}", term->key, say.meaning(*term)));
    }
}

}  // namespace

std::string write_explanation(const metric& m, const report& with, std::string_view currency, const look& drawn) {
    const notation in{currency, drawn.ascii, drawn.say};
    page to(drawn);
    to.heading(m);
    formula_entries(to, m, in.say);
    if (!with.results.empty()) {
        const result& own = with.results.front();
        to.entry("Your numbers", own_numbers(with, in));
        to.entry("", in.say.finished(own.note));
        interval_entries(to, own, in);
    } else if (!m.source.empty()) {
        to.entry("Example", example_text(m, in));
    }
    if (!m.guide.empty() || !m.pitfalls.empty() || !m.rivals.empty() || with.results.size() > 1 || !m.source.empty()) {
        to.gap();
    }
    to.entry("Reading", in.say.guide(m));
    to.entry("Pitfalls", in.say.pitfalls(m));
    to.entry("Rivals", in.say.rivals(m));
    bool first = true;
    for (std::size_t i = 1; i < with.results.size(); ++i) {
        const result& other = with.results[i];
        if (other.comes_to.ok() && !is_term(m, *other.of)) {
            to.entry(first ? "Also from it" : "",
                     fmt::format("{} = {}", other.of->key, filled_in(other, with.rows, in)));
            first = false;
        }
    }
    to.entry("Source", in.say(m.source));
    return to.text();
}

}  // namespace cxm

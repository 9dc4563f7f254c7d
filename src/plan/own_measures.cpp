#include <algorithm>

#include "catalogue/called.hpp"
#include "plan/arithmetic.hpp"
#include "plan/lexer.hpp"
#include "plan/plan.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// The keys of a mean's sum, number and squares.
struct mean_keys {
    std::string sum;
    std::string number;
    std::string squares;
};

mean_keys keys_of_mean(const std::string& name, const catalogue& known) {
    const metric* const m = known.find_metric(name);
    if (m == nullptr || m->squares == nullptr || m->value.inputs().size() != 2) {
        return {name + "_sum", name + "_count", name + "_squares"};
    }
    return {std::string(m->value.inputs()[0]->key), std::string(m->value.inputs()[1]->key),
            std::string(m->squares->key)};
}

std::string in_quotes(const std::string& column) {
    std::string text = "\"";
    for (const char c : column) {
        text += c == '"' ? "\"\"" : std::string(1, c);
    }
    return text + "\"";
}

/// The parts of `mean A where C` as they would be written: `sum A`, `count` of the rows that have A, `sum A * A`.
std::vector<std::string> mean_parts(const std::string& text, const expression& e) {
    lexer words(text);
    words.take();
    const std::size_t from = words.peek().at;
    read_arithmetic(words);
    const std::size_t end = std::min(words.peek().at, text.size());
    const std::string what = text.substr(from, words.peek().is == token::kind::end ? text.npos : end - from);
    std::string where;
    if (words.take_word("where")) {
        where = "(" + text.substr(words.peek().at) + ")";
    }
    std::string filled;
    for (const std::string& column : e.summand.columns) {
        filled += (filled.empty() ? "" : " and ") + in_quotes(column) + " is not blank";
    }
    const std::string of_those = where.empty() ? "" : " where " + where;
    return {"sum " + what + of_those, "count where " + filled + (where.empty() ? "" : " and " + where),
            "sum (" + what + ") * (" + what + ")" + of_those};
}

unit usual_unit(const plan::own_measure& m) {
    const bool counts = m.counted.kind == counting::count || m.counted.kind == counting::distinct;
    return counts ? unit::things : unit::number;
}

over_time usual_rule(const plan::own_measure& m) {
    switch (m.counted.kind) {
        case counting::distinct: return over_time::distinct;
        case counting::least:
        case counting::most:
        case counting::quantile: return over_time::alone;
        default: return over_time::unsaid;
    }
}

void require_new_name(const plan::own_measure& m, const catalogue& known) {
    const std::string meant = meant_measure(known, m.name);
    if (!m.says.says_more() && !meant.empty()) {
        throw bad_usage(quote_of(m.name) + " is not a measure" + meant +
                        "; 'cxm list --measures' has them, and one of your own says what it is, as " + m.name +
                        ":flow or " + m.name + ":money");
    }
}

void declare_mean(const plan::own_measure& m, catalogue& known) {
    if (m.says.joins) {
        throw bad_usage("the mean " + quote_of(m.name) +
                        " is made of sums, which add over time; leave out :" + std::string(name(*m.says.joins)));
    }
    const metric* const ours = known.find_metric(m.name);
    if (ours != nullptr && !known.has_own(m.name) && (catalogue::is_first(m.name) || ours->squares != nullptr)) {
        if (ours->squares == nullptr || m.says.of) {
            throw bad_usage(m.name + " is a metric of ours, " +
                            (m.says.of ? "whose unit is known; leave out what is beside it"
                                       : "and no mean of single values; give yours another name"));
        }
        return;
    }
    require_new_name(m, known);
    const mean_keys keys = keys_of_mean(m.name, known);
    known.declare({keys.sum, m.says.of, {}}, unit::number, over_time::flow);
    known.declare({keys.number, {}, {}}, unit::things, over_time::flow);
    known.declare({keys.squares, {}, {}}, unit::number, over_time::flow);
    known.define_mean(m.name, *known.find_measure(keys.sum), *known.find_measure(keys.number),
                      *known.find_measure(keys.squares));
}

void declare(const plan::own_measure& m, catalogue& known) {
    if (m.counted.kind == counting::mean) {
        declare_mean(m, known);
        return;
    }
    const bool is_ours = known.find_measure(m.name) != nullptr && !known.has_own(m.name);
    if (is_ours && usual_rule(m) == over_time::alone) {
        throw bad_usage(m.name + " is a measure of ours that adds up, which a least, a greatest and a median do not; "
                                 "give it a name of your own");
    }
    if (is_ours && !m.says.says_more()) {
        return;
    }
    if (m.says.joins && usual_rule(m) == over_time::alone) {
        throw bad_usage(quote_of(m.name) +
                        " joins by no rule, as a least, a greatest and a median are of one record; "
                        "leave out :" +
                        std::string(name(*m.says.joins)));
    }
    require_new_name(m, known);
    known.declare(m.says, usual_unit(m), usual_rule(m));
}

}  // namespace

std::vector<plan::own_measure> parts_of(const plan::own_measure& m, const catalogue& known) {
    if (m.counted.kind != counting::mean) {
        return {m};
    }
    const mean_keys keys = keys_of_mean(m.name, known);
    const std::vector<std::string> texts = mean_parts(m.text, m.counted);
    return {{keys.sum, parse_expression(texts[0]), texts[0]},
            {keys.number, parse_expression(texts[1]), texts[1]},
            {keys.squares, parse_expression(texts[2]), texts[2]}};
}

void declare_own(const plan& p, catalogue& known) {
    for (const plan::own_measure& m : p.measures) {
        declare(m, known);
    }
}

}  // namespace cxm

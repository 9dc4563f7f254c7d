#include "run/check_data.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "results/check/evaluate.hpp"
#include "results/check/row_range.hpp"
#include "results/check/selection.hpp"
#include "run/as_of.hpp"
#include "run/check_selections.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// The records of one input as the rules look at them: every selection pooled in one pass.
class pooled_input {
public:
    pooled_input(const std::vector<std::string>& files, const std::vector<selection>& wanted, const check_setup& setup,
                 const catalogue& known, const streams& io)
        : input_(files, known, setup.input, listening(io)), setup_(setup), io_(io) {
        for (const selection& s : wanted) {
            pools_.emplace_back(s);
        }
        note_labels(input_.sample());
    }

    const std::set<std::string>& labels() const { return labels_; }
    const std::string& currency() const { return input_.currency(); }

    void read() {
        input_.for_each([](records rows) { return rows; },
                        [&](const records& rows) {
                            note_labels(rows);
                            for (selection_pool& pool : pools_) {
                                pool.add(rows);
                            }
                            whole_.add(rows);
                        });
        refuse_mixed_periods();
        input_.refuse_totals();
    }

    /// The metrics of every selection; call it once, after `read`.
    std::vector<report> reports(const std::vector<const metric*>& metrics) {
        std::vector<report> of_selections;
        for (selection_pool& pool : pools_) {
            records pooled = pool.finish();
            warn_of_uneven(pooled);
            of_selections.push_back(make_report(setup_.pooled.rolled(std::move(pooled)), metrics, setup_.options));
        }
        return of_selections;
    }

    /// The last complete period of all records, however they are selected; empty where there is none. Call it once.
    std::string last_period() {
        const records whole = setup_.pooled.rolled(whole_.finish());
        const auto last = last_complete(whole, {0, whole.size()});
        return last ? std::string(whole.periods[*last]) : std::string();
    }

    /// Warns of what is likely wrong with a rule's conditions, though records meet them.
    void warn_of_conditions() const {
        std::set<std::string> warned;
        for (const selection_pool& pool : pools_) {
            for (const std::string& objection : pool.objections()) {
                if (warned.insert(objection).second) {
                    warn(io_, "where " + spell_where(pool.of().where) + ": " + objection, setup_.input.strict);
                }
            }
        }
    }

    std::string why_empty(std::size_t selected) const {
        return input_.why_empty().empty() ? pools_[selected].why_empty() : input_.why_empty();
    }

private:
    /// Which period is the last, and which comes before it, must not depend on a slip of the pen. What is rolled up is
    /// of one kind afterwards.
    void refuse_mixed_periods() const {
        const auto odd = input_.periods().oddities();
        if (!odd.empty() && (!setup_.pooled.every || !setup_.pooled.every->to)) {
            throw bad_input(odd.front().place, odd.front().finding + "; a check needs periods of one kind");
        }
    }

    record_input input_;
    const check_setup& setup_;
    streams io_;
    std::vector<selection_pool> pools_;
    segment_pool whole_{{}, parts::periods};
    std::set<std::string> labels_;
    std::set<std::string> uneven_;  ///< what was warned of, once for all selections

    void warn_of_uneven(const records& pooled) {
        const std::string text = uneven(pooled);
        if (!text.empty() && uneven_.insert(text).second) {
            warn(io_, text, setup_.input.strict);
        }
    }

    void note_labels(const records& rows) {
        for (const records::label_column& label : rows.labels) {
            labels_.insert(label.name);
        }
    }
};

std::vector<const metric*> metrics_of(const std::vector<rule>& rules) {
    std::vector<const metric*> metrics;
    for (const rule& r : rules) {
        if (std::find(metrics.begin(), metrics.end(), r.says.of) == metrics.end()) {
            metrics.push_back(r.says.of);
        }
    }
    return metrics;
}

using reports_by_file = std::map<std::string, std::vector<report>>;

/// The files that rules compare with, each read once.
reports_by_file reports_of_baselines(const std::vector<rule>& rules, const plan_of_selections& plan,
                                     const check_setup& setup, const catalogue& known, const streams& io) {
    check_setup apart = setup;
    apart.input.is_one_of_several = true;
    reports_by_file baselines;
    for (const rule& r : rules) {
        if (r.says.versus == baseline::file && !baselines.contains(r.says.file)) {
            pooled_input input({r.says.file}, plan.each, apart, known, io);
            input.read();
            baselines.emplace(r.says.file, input.reports(metrics_of(rules)));
        }
    }
    return baselines;
}

}  // namespace

check_result run_rules(const std::vector<rule>& rules, const std::vector<target>& targets,
                       const std::vector<std::string>& files, const check_setup& setup, const catalogue& known,
                       const streams& io) {
    const plan_of_selections plan = selections_of(rules, setup.pooled);
    pooled_input input(files, plan.each, setup, known, io);
    require_labels_to_keep(rules, setup.pooled, input.labels());
    input.read();
    require_labels_of_conditions(rules, input.labels());
    input.warn_of_conditions();
    const std::vector<report> now = input.reports(metrics_of(rules));
    const std::string last = input.last_period();
    const reports_by_file before = reports_of_baselines(rules, plan, setup, known, io);

    check_result result;
    result.rules = rules.size();
    result.level = setup.options.level;
    result.currency = input.currency();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        for (const std::size_t s : plan.of_rule[i]) {
            const auto file = before.find(rules[i].says.file);
            const report* const then = file == before.end() ? nullptr : &file->second[s];
            auto findings = evaluate(rules[i], {.now = &now[s],
                                                .before = then,
                                                .targets = &targets,
                                                .as_of = setup.input.as_of,
                                                .today = today(),
                                                .all_periods = setup.all_periods,
                                                .last = last});
            if (findings.empty()) {
                set_missing(findings.emplace_back(finding{&rules[i]}), input.why_empty(s));
            }
            std::move(findings.begin(), findings.end(), std::back_inserter(result.findings));
        }
    }
    return result;
}

}  // namespace cxm

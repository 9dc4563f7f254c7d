#include "run/check_data.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "results/check/evaluate.hpp"
#include "results/check/selection.hpp"
#include "run/as_of.hpp"
#include "run/warnings.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// The records of one input as the rules look at them: every selection pooled in one pass.
class pooled_input {
public:
    pooled_input(const std::vector<std::string>& files, const std::vector<selection>& wanted, const check_setup& setup,
                 const catalogue& known, const streams& io)
        : input_(files, known, setup.input, listening(io)), setup_(setup) {
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
                        });
        refuse_mixed_periods();
        input_.refuse_totals();
    }

    /// The metrics of every selection; call it once, after `read`.
    std::vector<report> reports(const std::vector<const metric*>& metrics) {
        std::vector<report> of_selections;
        for (selection_pool& pool : pools_) {
            of_selections.push_back(make_report(setup_.pooled.rolled(pool.finish()), metrics, setup_.options));
        }
        return of_selections;
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
    std::vector<selection_pool> pools_;
    std::set<std::string> labels_;

    void note_labels(const records& rows) {
        for (const records::label_column& label : rows.labels) {
            labels_.insert(label.name);
        }
    }
};

/// The selections of all rules, each once, and which of them a rule looks at.
struct plan_of_selections {
    std::vector<selection> each;
    std::vector<std::vector<std::size_t>> of_rule;
};

plan_of_selections selections_of(const std::vector<rule>& rules, const pooling& pooled) {
    plan_of_selections plan;
    const auto add = [&](selection s) {
        const auto at = std::find(plan.each.begin(), plan.each.end(), s);
        plan.of_rule.back().push_back(static_cast<std::size_t>(at - plan.each.begin()));
        if (at == plan.each.end()) {
            plan.each.push_back(std::move(s));
        }
    };
    for (const rule& r : rules) {
        plan.of_rule.emplace_back();
        const bool own = !r.says.by.empty();
        add({r.says.where, own ? r.says.by : pooled.by});
        if (!own && !pooled.by.empty() && pooled.total) {
            add({r.says.where, {}});
        }
    }
    return plan;
}

std::vector<const metric*> metrics_of(const std::vector<rule>& rules) {
    std::vector<const metric*> metrics;
    for (const rule& r : rules) {
        if (std::find(metrics.begin(), metrics.end(), r.says.of) == metrics.end()) {
            metrics.push_back(r.says.of);
        }
    }
    return metrics;
}

std::string unknown_label(const std::string& label, const std::set<std::string>& known) {
    std::string text = "no record has a label " + quoted(label) + did_you_mean(label, {known.begin(), known.end()});
    std::string_view joint = "; the labels are ";
    for (const std::string& name : known) {
        text += std::string(joint) + shown(name);
        joint = ", ";
    }
    return text + (known.empty() ? "; there are no labels" : "");
}

void require_labels_to_keep(const std::vector<rule>& rules, const pooling& pooled, const std::set<std::string>& known) {
    for (const std::string& label : pooled.by) {
        if (!known.contains(label)) {
            throw bad_usage("--by: " + unknown_label(label, known));
        }
    }
    for (const rule& r : rules) {
        for (const std::string& label : r.says.by) {
            if (!known.contains(label)) {
                refuse_rule(r, unknown_label(label, known), label);
            }
        }
    }
}

void require_labels_of_conditions(const std::vector<rule>& rules, const std::set<std::string>& known) {
    for (const rule& r : rules) {
        for (const std::string& label : r.says.where.columns) {
            if (!known.contains(label)) {
                refuse_rule(r, unknown_label(label, known), label);
            }
        }
    }
}

using reports_by_file = std::map<std::string, std::vector<report>>;

/// The files that rules compare with, each read once.
reports_by_file reports_of_baselines(const std::vector<rule>& rules, const plan_of_selections& plan,
                                     const check_setup& setup, const catalogue& known, const streams& io) {
    reports_by_file baselines;
    for (const rule& r : rules) {
        if (r.says.versus == baseline::file && !baselines.contains(r.says.file)) {
            pooled_input input({r.says.file}, plan.each, setup, known, io);
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
    const std::vector<report> now = input.reports(metrics_of(rules));
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
                                                .all_periods = setup.all_periods});
            if (findings.empty()) {
                set_missing(findings.emplace_back(finding{&rules[i]}), input.why_empty(s));
            }
            std::move(findings.begin(), findings.end(), std::back_inserter(result.findings));
        }
    }
    return result;
}

}  // namespace cxm

#include "run/check_data.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "records/roll_up.hpp"
#include "results/check/evaluate.hpp"
#include "results/check/selection.hpp"
#include "run/input.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// The labels that the selections look at: columns, where the files hold raw rows.
std::vector<std::string> labels_of(const std::vector<selection>& wanted) {
    std::set<std::string> labels;
    for (const selection& s : wanted) {
        labels.insert(s.by.begin(), s.by.end());
        labels.insert(s.where.columns.begin(), s.where.columns.end());
    }
    return {labels.begin(), labels.end()};
}

/// The records of one input as the rules look at them: every selection pooled in one pass.
class pooled_input {
public:
    pooled_input(const std::vector<std::string>& files, const std::vector<selection>& wanted, const check_setup& setup,
                 const catalogue& known, const streams& io)
        : input_(files, known, setup.input, io, labels_of(wanted)), setup_(setup) {
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
    }

    /// The metrics of every selection; call it once, after `read`.
    std::vector<report> reports(const std::vector<const metric*>& metrics) {
        std::vector<report> made;
        for (selection_pool& pool : pools_) {
            records rows = pool.finish();
            const auto& every = setup_.pooled.every;
            made.push_back(make_report(every ? roll_up(std::move(rows), grain_of(*every)) : std::move(rows), metrics,
                                       setup_.options));
        }
        return made;
    }

    std::string why_empty(std::size_t selected) const {
        return input_.why_empty().empty() ? pools_[selected].why_empty() : input_.why_empty();
    }

private:
    /// Which period is the last, and which comes before it, must not depend on a slip of the pen. What is rolled up is
    /// of one kind afterwards.
    void refuse_mixed_periods() const {
        const auto odd = input_.periods().oddities();
        if (!odd.empty() && setup_.pooled.every.value_or("all") == "all") {
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
    std::vector<selection> all;
    std::vector<std::vector<std::size_t>> of_rule;
};

plan_of_selections selections_of(const std::vector<rule>& rules, const pooling& pooled) {
    plan_of_selections made;
    const auto add = [&](selection s) {
        const auto at = std::find(made.all.begin(), made.all.end(), s);
        made.of_rule.back().push_back(static_cast<std::size_t>(at - made.all.begin()));
        if (at == made.all.end()) {
            made.all.push_back(std::move(s));
        }
    };
    for (const rule& r : rules) {
        made.of_rule.emplace_back();
        const bool own = !r.says.by.empty();
        add({r.says.where, own ? r.says.by : pooled.by});
        if (!own && !pooled.by.empty() && pooled.total) {
            add({r.says.where, {}});
        }
    }
    return made;
}

std::vector<const metric*> metrics_of(const std::vector<rule>& rules) {
    std::vector<const metric*> all;
    for (const rule& r : rules) {
        if (std::find(all.begin(), all.end(), r.says.of) == all.end()) {
            all.push_back(r.says.of);
        }
    }
    return all;
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

/// The files that rules compare with, each read once.
std::map<std::string, std::vector<report>> baselines_of(const std::vector<rule>& rules, const plan_of_selections& plan,
                                                        const check_setup& setup, const catalogue& known,
                                                        const streams& io) {
    std::map<std::string, std::vector<report>> made;
    for (const rule& r : rules) {
        if (r.says.versus == baseline::file && !made.contains(r.says.file)) {
            pooled_input input({r.says.file}, plan.all, setup, known, io);
            input.read();
            made.emplace(r.says.file, input.reports(metrics_of(rules)));
        }
    }
    return made;
}

}  // namespace

check_result run_rules(const std::vector<rule>& rules, const std::vector<target>& targets,
                       const std::vector<std::string>& files, const check_setup& setup, const catalogue& known,
                       const streams& io) {
    const plan_of_selections plan = selections_of(rules, setup.pooled);
    pooled_input input(files, plan.all, setup, known, io);
    require_labels_to_keep(rules, setup.pooled, input.labels());
    input.read();
    require_labels_of_conditions(rules, input.labels());
    const std::vector<report> now = input.reports(metrics_of(rules));
    const auto before = baselines_of(rules, plan, setup, known, io);

    check_result result;
    result.rules = rules.size();
    result.level = setup.options.level;
    result.currency = input.currency();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        for (const std::size_t s : plan.of_rule[i]) {
            const auto file = before.find(rules[i].says.file);
            const report* const then = file == before.end() ? nullptr : &file->second[s];
            auto found = evaluate(rules[i], {&now[s], then, &targets, setup.all_periods});
            if (found.empty()) {
                set_missing(found.emplace_back(finding{&rules[i]}), input.why_empty(s));
            }
            std::move(found.begin(), found.end(), std::back_inserter(result.findings));
        }
    }
    return result;
}

}  // namespace cxm

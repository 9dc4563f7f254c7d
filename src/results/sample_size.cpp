#include "results/sample_size.hpp"

#include <cmath>
#include <cxm/interval/population.hpp>
#include <cxm/sample.hpp>

#include "text/problem.hpp"

namespace cxm {

namespace {

/// Points are hundredths of the net share that the library computes with.
double scale_of(const metric& m) { return m.shown == as::points ? 100 : 1; }

constexpr of_groups worst_variances = {1, 1};

sample_answer size_for_margin(const sample_question& q) {
    const double margin = *q.margin / scale_of(*q.of);
    const double large = is_net(*q.of) ? sample_for_net(margin, q.variances.value_or(worst_variances).first, q.level)
                                       : sample_for_share(margin, q.expected.value_or(0.5), q.level);
    const double exact = q.population ? sample_of_population(large, *q.population) : large;
    return {sample_answer_kind::size, std::ceil(exact), exact};
}

std::optional<sample_answer> size_for_change(const sample_question& q) {
    if (*q.from == *q.to) {
        return std::nullopt;
    }
    const auto [parts_a, parts_b] = q.ratio.value_or(of_groups{1, 1});
    const auto [variance_a, variance_b] = q.variances.value_or(worst_variances);
    const group_sizes exact = is_net(*q.of)
                                  ? sizes_for_net_difference((*q.to - *q.from) / scale_of(*q.of), variance_a,
                                                             variance_b, q.power, q.level, parts_a / parts_b)
                                  : *sample_for_difference(*q.from, *q.to, q.power, q.level, parts_a / parts_b);
    sample_answer answer{sample_answer_kind::size_per_group};
    answer.ns = of_groups{std::ceil(exact.a), std::ceil(exact.b)};
    if (parts_a == parts_b) {
        answer.n = answer.ns->second;
        answer.exact = exact.b;
    }
    return answer;
}

/// An answer to a question that says the sizes.
sample_answer of_sizes(sample_answer_kind is, of_groups sizes) {
    sample_answer answer{is};
    answer.ns = sizes;
    answer.n = sizes.first == sizes.second ? sizes.first : not_given;
    return answer;
}

std::optional<sample_answer> visible_change(const sample_question& q) {
    const auto [n_a, n_b] = *q.per_group;
    sample_answer answer = of_sizes(sample_answer_kind::visible_change, *q.per_group);
    if (is_net(*q.of)) {
        const auto [variance_a, variance_b] = q.variances.value_or(worst_variances);
        answer.change = scale_of(*q.of) * detectable_net_difference(n_a, n_b, variance_a, variance_b, q.power, q.level);
        answer.to = q.from ? *q.from + answer.change : not_given;
        return answer;
    }
    const auto to = detectable_share(*q.from, n_a, n_b, q.power, q.level);
    if (!to) {
        return std::nullopt;
    }
    answer.to = *to;
    answer.change = *to - *q.from;
    return answer;
}

void require_one_question(const sample_question& q) {
    const bool two_groups = q.from || q.to || q.per_group;
    if (q.margin && two_groups) {
        throw bad_usage("--margin is about one group, --from, --to and --per-group about two; give one or the other");
    }
    if (!q.margin && !two_groups) {
        throw bad_usage("cxm sample " + std::string(q.of->key) +
                        " needs --margin, or --from and --to, or --from and --per-group; see --help");
    }
    if (!q.margin && !q.from && (q.to || !is_net(*q.of))) {
        throw bad_usage("--from is missing: the value to tell the change from");
    }
    if (!q.margin && !q.to && !q.per_group) {
        throw bad_usage("--from needs --to, or --per-group for the smallest change that can be seen");
    }
    if (q.ratio && (q.margin || q.per_group)) {
        throw bad_usage(
            std::string("--ratio is of the sizes that --from and --to ask for") +
            (q.per_group ? "; sizes that are given may differ themselves, as in --per-group 3000:1000" : ""));
    }
    if (q.population && !q.margin) {
        throw bad_usage(
            "--population goes with --margin: two groups are told apart as if there were many more of each");
    }
}

}  // namespace

bool can_plan(const metric& m) { return is_net(m) || m.shown == as::share; }

bool nothing_varies(const sample_question& q) {
    if (is_net(*q.of)) {
        return q.variances && q.variances->first == 0 && (q.margin || q.variances->second == 0);
    }
    return q.margin && q.expected && (*q.expected == 0 || *q.expected == 1);
}

std::optional<sample_answer> answer_of(const sample_question& q) {
    require_one_question(q);
    if (nothing_varies(q)) {
        return std::nullopt;
    }
    if (q.margin) {
        return size_for_margin(q);
    }
    if (!q.to) {
        return visible_change(q);
    }
    if (!q.per_group) {
        return size_for_change(q);
    }
    if (is_net(*q.of)) {
        throw bad_usage("the power for a given size is known for shares; leave out --to or --per-group");
    }
    sample_answer answer = of_sizes(sample_answer_kind::power, *q.per_group);
    answer.to = *q.to;
    answer.change = *q.to - *q.from;
    answer.power = power_to_tell(*q.from, *q.to, q.per_group->first, q.per_group->second, q.level);
    return answer;
}

std::string_view why_no_size(const sample_question& q) {
    if (nothing_varies(q)) {
        return is_net(*q.of) ? "Answers that are all alike say nothing about how much answers differ; leave them out "
                               "for the worst case."
                             : "A share of 0 % or 100 % leaves nothing to chance, so it says nothing about a size; "
                               "expect one between.";
    }
    return q.to ? "The two values are the same." : "Even the largest value is too close to be told from it.";
}

}  // namespace cxm

#include "results/sample_size.hpp"

#include <cmath>
#include <cxm/sample.hpp>

#include "text/problem.hpp"

namespace cxm {

namespace {

/// Points are hundredths of the net share that the library computes with.
double scale_of(const metric& m) { return m.shown == as::points ? 100 : 1; }

sample_answer rounded_up(sample_answer_kind is, double exact) {
    return {is, std::ceil(exact), exact, not_given, not_given, not_given};
}

sample_answer size_for_margin(const sample_question& q) {
    const double margin = *q.margin / scale_of(*q.of);
    const double exact = is_net(*q.of) ? sample_for_net(margin, q.variance.value_or(1.0), q.level)
                                       : sample_for_share(margin, q.expected.value_or(0.5), q.level);
    return rounded_up(sample_answer_kind::size, exact);
}

std::optional<sample_answer> size_for_change(const sample_question& q) {
    if (*q.from == *q.to) {
        return std::nullopt;
    }
    if (is_net(*q.of)) {
        const double variance = q.variance.value_or(1.0);
        return rounded_up(
            sample_answer_kind::size_per_group,
            sample_for_net_difference((*q.to - *q.from) / scale_of(*q.of), variance, variance, q.power, q.level));
    }
    return rounded_up(sample_answer_kind::size_per_group, sample_for_difference(*q.from, *q.to, q.power, q.level)->b);
}

std::optional<sample_answer> visible_change(const sample_question& q) {
    sample_answer answer{sample_answer_kind::visible_change, *q.per_group, not_given, not_given, not_given, not_given};
    if (is_net(*q.of)) {
        // The size goes with the inverse square of the difference.
        const double variance = q.variance.value_or(1.0);
        answer.change = scale_of(*q.of) *
                        std::sqrt(sample_for_net_difference(1.0, variance, variance, q.power, q.level) / *q.per_group);
        answer.to = q.from ? *q.from + answer.change : not_given;
        return answer;
    }
    const auto to = detectable_share(*q.from, *q.per_group, *q.per_group, q.power, q.level);
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
}

}  // namespace

bool can_plan(const metric& m) { return is_net(m) || m.shown == as::share; }

std::optional<sample_answer> answer_of(const sample_question& q) {
    require_one_question(q);
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
    sample_answer answer{sample_answer_kind::power, *q.per_group, not_given, *q.to, *q.to - *q.from, not_given};
    answer.power = power_to_tell(*q.from, *q.to, *q.per_group, *q.per_group, q.level);
    return answer;
}

}  // namespace cxm

#include "run/flags/scales.hpp"

#include <algorithm>
#include <cxm/histogram.hpp>
#include <cxm/spell.hpp>

#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

std::string scale_in_words(const answer_scale& scale) { return spell(scale.lowest) + ".." + spell(scale.highest); }

namespace {

bool is_score(const metric& m) { return m.shown == as::score; }

answer_scale scale_of(const std::string& text) {
    const std::size_t dots = text.find("..");
    const auto low = parse_number(std::string_view(text).substr(0, std::min(dots, text.size())));
    const auto high = dots == std::string::npos ? std::nullopt : parse_number(std::string_view(text).substr(dots + 2));
    if (!low || !high || !(*low < *high)) {
        throw bad_usage("--scale: " + quote_of(text) + " is no scale; write 1..7");
    }
    return {*low, *high};
}

/// Whether two metrics are of the same answers: csat and csat_mean are.
bool share_answers(const metric& a, const metric& b) {
    const auto of_b = b.value.inputs();
    const auto is_shared = [&](const measure* input) {
        return input->of == unit::answers &&
               std::any_of(of_b.begin(), of_b.end(), [&](const measure* other) { return *other == *input; });
    };
    const auto of_a = a.value.inputs();
    return std::any_of(of_a.begin(), of_a.end(), is_shared);
}

/// The metrics whose answers a name is about.
std::vector<const metric*> named(const std::string& name, const catalogue& known) {
    const metric* const m = known.find_metric_typed(name);
    if (m != nullptr && (is_score(*m) || counts_answers(*m))) {
        std::vector<const metric*> metrics = {m};
        for (const metric* other : known.metrics()) {
            if (other != m && is_score(*other) && share_answers(*m, *other)) {
                metrics.push_back(other);
            }
        }
        return metrics;
    }
    std::vector<std::string_view> scores;
    for (const metric* score : known.metrics()) {
        if (is_score(*score)) {
            scores.push_back(score->key);
        }
    }
    throw bad_usage("--scale: " + quote_of(name) + " is no score" + did_you_mean(name, scores));
}

}  // namespace

void add_scales(report_options& to, const std::vector<std::string>& texts, const catalogue& known) {
    for (const std::string& text : texts) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos) {
            if (to.says_scale()) {
                throw bad_usage("--scale is given twice; name the score that each is of: --scale csat=1..10");
            }
            to.scale = scale_of(text);
            continue;
        }
        const std::string name = text.substr(0, equals);
        for (const metric* m : named(name, known)) {
            if (std::any_of(to.scales.begin(), to.scales.end(), [&](const metric_scale& s) { return s.of == m; })) {
                throw bad_usage("--scale: that of " + std::string(m->key) + " is given twice");
            }
            to.scales.push_back({m, scale_of(text.substr(equals + 1))});
        }
    }
}

answer_scale scale_of_answers(const metric& m, const report_options& options) {
    const answer_scale said = options.scale_of(m);
    const bool has_usual = is_score(m) && m.scale.highest > m.scale.lowest && m.value.inputs().size() == 2;
    return said.highest > said.lowest ? said : has_usual ? m.scale : answer_scale{};
}

std::vector<const metric*> on_usual_scales(const report_options& options, const catalogue& known) {
    std::vector<const metric*> scores;
    for (const metric* m : known.metrics()) {
        const answer_scale said = options.scale_of(*m);
        if (!(said.highest > said.lowest) && scale_of_answers(*m, options) != answer_scale{}) {
            scores.push_back(m);
        }
    }
    return scores;
}

void require_scores(const report_options& options, const std::vector<const metric*>& metrics) {
    const bool any =
        std::any_of(metrics.begin(), metrics.end(), [](const metric* m) { return is_score(*m) || counts_answers(*m); });
    if (!any && (options.says_scale() || !options.scales.empty())) {
        throw bad_usage("--scale is of scores, and none is among the metrics");
    }
}

void require_one_usual_scale(const report_options& options, const std::vector<const metric*>& metrics) {
    const metric* first = nullptr;
    for (const metric* m : metrics) {
        const bool is_named =
            std::any_of(options.scales.begin(), options.scales.end(), [&](const metric_scale& s) { return s.of == m; });
        if (!options.says_scale() || !is_score(*m) || is_named) {
            continue;
        }
        first = first == nullptr ? m : first;
        if (usual_scale(*m) != usual_scale(*first)) {
            const std::string said = scale_in_words(options.scale);
            throw bad_usage("--scale " + said + " would be that of " + std::string(first->key) + " (usually " +
                            scale_in_words(usual_scale(*first)) + ") and of " + std::string(m->key) + " (usually " +
                            scale_in_words(usual_scale(*m)) + "); name the score: --scale " + std::string(first->key) +
                            "=" + said);
        }
    }
}

}  // namespace cxm

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <stdexcept>
#include <vector>

#include <cxm/metric.hpp>
#include <cxm/readings.hpp>

namespace cxm {

/// Whether a metric can be counted from a histogram of answers: NPS, top-two-box shares and mean scores.
inline bool counts_answers(const metric& m) {
    if (is_net(m)) {
        return m.net[0]->of == unit::answers;
    }
    const auto inputs = m.value.inputs();
    if (inputs.size() != 2 || inputs[1]->of != unit::answers) {
        return false;
    }
    return m.shown == as::score || (m.shown == as::share && inputs[0]->of == unit::answers);
}

/// The scale of a metric's answers where none is said: 0..10 for NPS, the metric's own, else 1..5.
inline answer_scale usual_scale(const metric& m) {
    if (is_net(m)) {
        return {0, 10};
    }
    return m.scale.highest > m.scale.lowest ? m.scale : answer_scale{1, 5};
}

/// What a metric's measures come to for a histogram: counts of the answers lowest, lowest + 1, …, highest.
///
/// In the order of `inputs_of`. NPS counts 9 and 10 as promoters, 7 and 8 as passives; a share counts the two highest
/// answers. Throws std::invalid_argument where the counts do not fit the scale, or NPS is asked of another than 0..10.
inline std::vector<double> from_histogram(const metric& m, std::span<const double> counts, answer_scale scale) {
    if (static_cast<double>(counts.size()) != scale.highest - scale.lowest + 1) {
        throw std::invalid_argument("the histogram needs one count for each answer of the scale");
    }
    double answers = 0;
    double points = 0;
    double squares = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double answer = scale.lowest + static_cast<double>(i);
        answers += counts[i];
        points += counts[i] * answer;
        squares += counts[i] * answer * answer;
    }
    if (is_net(m)) {
        if (scale.lowest != 0 || scale.highest != 10) {
            throw std::invalid_argument("promoters and detractors are defined on 0..10");
        }
        const double in_favour = counts[9] + counts[10];
        const double neither = counts[7] + counts[8];
        const double parts[] = {in_favour, neither, answers - in_favour - neither};
        std::vector<double> inputs(inputs_of(m).size(), not_given);
        for (std::size_t i = 0; i < 3; ++i) {
            inputs[position(m.value, *m.net[i])] = parts[i];
        }
        return inputs;
    }
    if (m.shown == as::score) {
        std::vector<double> inputs = {points, answers};
        if (m.squares != nullptr) {
            inputs.push_back(squares);
        }
        inputs.resize(inputs_of(m).size(), not_given);
        return inputs;
    }
    const double top_two = counts.size() < 2 ? answers : counts[counts.size() - 1] + counts[counts.size() - 2];
    std::vector<double> inputs = {top_two, answers};
    inputs.resize(inputs_of(m).size(), not_given);
    return inputs;
}

}  // namespace cxm

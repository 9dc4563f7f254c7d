#include <algorithm>
#include <utility>

#include "plan/plan.hpp"
#include "text/problem.hpp"

// What the cells of a survey may say, and which boxes its answers fall into.
namespace cxm {

namespace {

/// The parts between marks, without spaces around them; an empty one is refused.
std::vector<std::string_view> parts_of(std::string_view text, char mark) {
    std::vector<std::string_view> pieces;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(mark, at), text.size());
        std::string_view part = text.substr(at, end - at);
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        part = part.substr(0, part.find_last_not_of(' ') + 1);
        if (part.empty()) {
            throw bad_usage(quote_of(text) + " has an empty answer; write the best first, as good,great|bad");
        }
        pieces.push_back(part);
        at = end + 1;
    }
    return pieces;
}

}  // namespace

void set_answers(plan::survey& s, std::string_view text) {
    const std::vector<std::string_view> kinds = parts_of(text, '|');
    const auto count = static_cast<int>(kinds.size());
    if (s.of->has_cuts && count != 3) {
        throw bad_usage(quote_of(text) + " has " + std::to_string(count) +
                        " kinds of answers; those of nps are three, promoters|passives|detractors");
    }
    const bool from_0 = count == 2 || s.of->has_cuts;
    s.low = from_0 ? 0 : 1;
    s.high = from_0 ? count - 1 : count;
    if (s.of->has_cuts) {
        s.passives_from = 1;
        s.promoters_from = 2;
    }
    for (int i = 0; i < count; ++i) {
        for (const std::string_view answer : parts_of(kinds[static_cast<std::size_t>(i)], ',')) {
            s.answers.push_back({std::string(answer), s.high - i});
        }
    }
}

bool set_cuts(plan::survey& s, const std::vector<int>& cuts) {
    if (s.of->has_cuts && cuts.size() == 2) {
        s.passives_from = cuts[0];
        s.promoters_from = cuts[1];
        return true;
    }
    const bool of_boxes = !s.of->has_cuts && s.of->key == "csat" && cuts.size() == 1;
    s.satisfied_from = of_boxes ? std::optional(cuts[0]) : std::nullopt;
    return of_boxes;
}

int top_from(const plan::survey& s) {
    return s.of->has_cuts ? s.promoters_from : s.satisfied_from.value_or(s.high - s.low == 1 ? s.high : s.high - 1);
}

int middle_from(const plan::survey& s) { return s.of->has_cuts ? s.passives_from : top_from(s); }

std::span<const survey_kind::figure_made> figures_of(const plan::survey& s) {
    const std::span<const survey_kind::figure_made> figures = s.of->measures;
    const bool yes_or_no = !s.answers.empty() && s.high - s.low == 1;
    const auto first_mean = std::find_if(figures.begin(), figures.end(), [](const survey_kind::figure_made& figure) {
        return figure.of == answer_figure::points;
    });
    return yes_or_no ? figures.first(static_cast<std::size_t>(first_mean - figures.begin())) : figures;
}

}  // namespace cxm

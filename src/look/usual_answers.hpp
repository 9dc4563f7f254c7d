#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/folded.hpp"

namespace cxm {

/// Answers of a scale as surveys word them, from the best to the worst, in small letters without accents; several words
/// for one are parted by commas. In English, French and German.
inline constexpr std::array<std::string_view, 5> usual_answers[] = {
    {"very satisfied", "satisfied,somewhat satisfied", "neutral,neither satisfied nor dissatisfied",
     "dissatisfied,somewhat dissatisfied", "very dissatisfied"},
    {"excellent", "very good", "good", "fair", "poor"},
    {"very good", "good", "average,ok,okay,neutral", "bad,poor", "very bad,very poor"},
    {"strongly agree", "agree", "neutral,neither agree nor disagree", "disagree", "strongly disagree"},
    {"tres satisfait,tres satisfaite", "satisfait,satisfaite", "neutre,ni satisfait ni insatisfait",
     "insatisfait,insatisfaite,pas satisfait", "tres insatisfait,tres insatisfaite,pas du tout satisfait"},
    {"tout a fait d'accord", "d'accord,plutot d'accord", "neutre,ni d'accord ni pas d'accord",
     "pas d'accord,plutot pas d'accord", "pas du tout d'accord"},
    {"sehr zufrieden", "zufrieden,eher zufrieden", "neutral,teils teils,teils/teils", "unzufrieden,eher unzufrieden",
     "sehr unzufrieden"},
    {"stimme voll zu,stimme voll und ganz zu", "stimme zu,stimme eher zu", "neutral,teils teils,teils/teils",
     "stimme nicht zu,stimme eher nicht zu", "stimme gar nicht zu,stimme uberhaupt nicht zu"},
};

/// The place of a text among answers; nothing where it is none of them.
inline std::optional<std::size_t> place_among(std::span<const std::string_view> answers, std::string_view text) {
    const std::string plain = "," + folded(text) + ",";
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (("," + std::string(answers[i]) + ",").find(plain) != std::string::npos) {
            return i;
        }
    }
    return std::nullopt;
}

/// Texts as `--csat` names them, `Very good|Good|…`, where all are answers of one usual scale and three or more differ;
/// an answer that nobody gave stands there in its usual words. Empty otherwise.
template <class Texts>
std::string answers_of_scale(const Texts& texts) {
    for (const auto& answers : usual_answers) {
        std::vector<std::string> given(answers.size());
        bool fit = true;
        for (const auto& [text, times] : texts) {
            const auto place = place_among(answers, text);
            fit = fit && place && text.find_first_of(",|:") == std::string::npos;
            if (fit) {
                given[*place] += (given[*place].empty() ? "" : ",") + text;
            }
        }
        const auto met = std::count_if(given.begin(), given.end(), [](const auto& each) { return !each.empty(); });
        if (!fit || met < 3) {
            continue;
        }
        std::string named;
        for (std::size_t i = 0; i < given.size(); ++i) {
            named += (i == 0 ? "" : "|") +
                     (given[i].empty() ? std::string(answers[i].substr(0, answers[i].find(','))) : given[i]);
        }
        return named;
    }
    return {};
}

}  // namespace cxm

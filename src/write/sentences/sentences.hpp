#pragma once

#include <string>
#include <vector>

#include "results/check/check_result.hpp"
#include "results/cohort_reading.hpp"
#include "results/statements.hpp"
#include "write/funnel/comparison.hpp"
#include "write/funnel/formats.hpp"
#include "write/people.hpp"
#include "write/sentences/words.hpp"

// What a manager can repeat, a sentence each, foreign text in them safe to show; none where nothing can be said.
namespace cxm {

/// `2024-12: NPS 36 (34 to 38), no clear change from 34 in 2024-11.`; empty where the numbers, as they are shown, would
/// not show what it says.
std::string sentence_of(const statement& s, const notation& in, const sentence_words& words = english_sentences);
std::vector<std::string> sentences_of(const std::vector<statement>& statements, const notation& in,
                                      const sentence_words& words = english_sentences);

/// How many checks failed, then the first that did and those that are undecided.
std::vector<std::string> sentences_of(const check_result& of, const notation& in,
                                      const sentence_words& words = english_sentences);

/// How many came back.
std::vector<std::string> sentences_of(const cohort_reading& of, const sentence_words& words = english_sentences);

/// How many took all steps.
std::vector<std::string> sentences_of(const shown_funnel& of, const sentence_words& words = english_sentences);
std::vector<std::string> sentences_of(const shown_funnel_change& of, const sentence_words& words = english_sentences);

}  // namespace cxm

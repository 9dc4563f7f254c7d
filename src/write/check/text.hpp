#pragma once

#include <string>
#include <vector>

#include "results/check/check_result.hpp"
#include "write/people.hpp"

namespace cxm {

// Findings in words, the same in all formats for people; foreign text in them is safe to show.

/// `monthly gate: churn <= 5%`.
std::string rule_text(const rule& r);

/// `warn, confident, min_n 30`; empty where a rule has nothing of its own.
std::string rule_options_text(const rule& r, const wording& say = {});

/// `2024-12, segment=pro`; empty where a record has neither.
std::string where_text(const finding& f, const notation& in = {});

/// The same with its age where that is looked at: `2024-12, 45 days old, segment=pro`.
std::string judged_text(const finding& f, const notation& in = {});

/// `3.1 %`, or of a change `0.4 pp`; the verdict's reason is apart. Empty without data.
std::string value_text(const finding& f, const notation& in);

/// `2.8 to 3.4 %`; empty where there is no interval.
std::string interval_text(const finding& f, const notation& in);

/// `<= 5%`; of a target `<= 5.0 % (target)`.
std::string limit_text(const finding& f, const notation& in);

/// `n 9,876`, without its n; empty where nothing is counted.
std::string count_text(const finding& f, const wording& say = {});

/// `from 3.1 % in 2024-11 to 3.5 %`; empty where there is no change.
std::string change_in_words(const finding& f, const notation& in);

/// A finding told in one line: `churn is 6.2 % (95 % interval 5.8 to 6.6 %, n 9,876) in 2024-12; must be <= 5%`.
std::string finding_text(const finding& f, const check_result& of);

/// `4 rules, 7 checks: 5 pass, 1 fail, 1 no data`.
std::string summary_text(const check_result& of, const wording& say = {});

/// The findings, the worst first, so that what is cut off is not what failed.
std::vector<const finding*> worst_first(const check_result& of);

}  // namespace cxm

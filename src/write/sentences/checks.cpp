#include <algorithm>

#include "write/check/text.hpp"
#include "write/sentences/filled.hpp"
#include "write/sentences/sentences.hpp"

namespace cxm {

namespace {

std::string counted_words(std::size_t count, const wording& say) {
    return people_count(static_cast<double>(count), say);
}

/// What became of those that neither passed nor failed.
std::string rest_of(const check_result& of, const sentence_words& words) {
    std::string rest;
    const auto add = [&](check_verdict is, std::string_view what) {
        const std::size_t count = of.count(is);
        rest += count == 0 ? std::string() : filled(words, what, {{"count", counted_words(count, words.say)}});
    };
    add(check_verdict::warn, words.rest_warned);
    add(check_verdict::undecided, words.rest_undecided);
    add(check_verdict::no_data, words.rest_without_data);
    return rest;
}

std::string verdict_of_checks(const check_result& of, const sentence_words& words) {
    const std::size_t checks = of.findings.size();
    const std::size_t passed = of.count(check_verdict::pass);
    const std::size_t failed = of.count(check_verdict::fail);
    const std::string_view sentence = passed == checks ? (checks == 1   ? words.check_passed
                                                          : checks == 2 ? words.both_checks_passed
                                                                        : words.checks_passed)
                                      : failed == 1 ? (checks == 1 ? words.check_failed : words.check_of_checks_failed)
                                      : failed > 1  ? words.checks_failed
                                      : passed > 0  ? words.some_passed
                                                    : words.none_passed;
    return filled(words, sentence,
                  {{"checks", counted_words(checks, words.say)},
                   {"passed", counted_words(passed, words.say)},
                   {"failed", counted_words(failed, words.say)},
                   {"rest", rest_of(of, words)}});
}

/// Nothing of what has no value, or is judged by its age.
std::string sentence_of(const finding& f, const notation& in, const sentence_words& words) {
    const metric& m = *f.of->says.of;
    const bool is_change = f.of->says.moves != movement::none;
    const bool is_undecided = f.is == check_verdict::undecided;
    if (!f.judged.comes_to.ok() || (!is_undecided && !f.reason.empty()) || (is_change && (!f.before || !f.after))) {
        return {};
    }
    const double value = is_change ? *f.after : f.judged.comes_to.value;
    const auto limit = is_change || is_missing(f.limit) ? std::nullopt : std::optional(f.limit);
    const std::optional<interval> limits = is_change ? std::nullopt : f.judged.limits;
    const int decimals = spoken_decimals(m.shown, value, limits, {limit, is_change ? f.before : std::nullopt});
    // The target is no value of an earlier time.
    const bool has_before = is_change && f.of->says.versus != baseline::target;
    const std::string_view sentence = has_before
                                          ? (is_undecided ? words.change_undecided_rule : words.change_breaks_rule)
                                          : (is_undecided ? words.undecided_rule : words.breaks_rule);
    const std::string where = where_text(f, in);
    return filled(words, sentence,
                  {{"lead", where.empty() ? where : filled(words, words.lead, {{"what", where}})},
                   {"name", spoken_name_of(m, words)},
                   {"value", spoken_value(m.shown, value, decimals, in)},
                   {"limits", spoken_limits(m.shown, limits, decimals, in, words)},
                   {"before", has_before ? spoken_value(m.shown, *f.before, decimals, in) : std::string()},
                   {"then", spoken_period(f.before_period, words)},
                   {"rule", rule_text(*f.of)}});
}

}  // namespace

std::vector<std::string> sentences_of(const check_result& of, const notation& in, const sentence_words& words) {
    if (of.findings.empty()) {
        return {};
    }
    std::vector<std::string> sentences{verdict_of_checks(of, words)};
    for (const check_verdict is : {check_verdict::fail, check_verdict::warn, check_verdict::undecided}) {
        for (const finding& f : of.findings) {
            std::string one = f.is == is ? sentence_of(f, in, words) : std::string();
            if (!one.empty() && sentences.size() <= most_statements) {
                sentences.push_back(std::move(one));
            }
        }
    }
    return sentences;
}

}  // namespace cxm

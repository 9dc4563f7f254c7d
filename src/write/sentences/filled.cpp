#include "write/sentences/filled.hpp"

#include <algorithm>

#include "records/period_kinds.hpp"
#include "text/shown.hpp"

namespace cxm {

std::string filled(const sentence_words& words, std::string_view sentence, std::initializer_list<sentence_part> parts) {
    std::string text;
    while (!sentence.empty()) {
        const std::size_t open = std::min(sentence.find('{'), sentence.size());
        const std::size_t close = sentence.find('}', open);
        text += words.say.printed(sentence.substr(0, open));
        if (close == sentence.npos) {
            break;
        }
        const std::string_view name = sentence.substr(open + 1, close - open - 1);
        const auto part = std::find_if(parts.begin(), parts.end(), [&](const auto& p) { return p.first == name; });
        text += part == parts.end() ? std::string() : part->second;
        sentence.remove_prefix(close + 1);
    }
    // A period is called `févr.`, and a sentence ends in one full stop.
    if (text.ends_with("..") && !text.ends_with("...")) {
        text.pop_back();
    }
    return text;
}

std::string spoken_name_of(const metric& m, const sentence_words& words) {
    const auto own =
        std::find_if(words.names.begin(), words.names.end(), [&](const spoken_name& n) { return n.key == m.key; });
    if (own != words.names.end()) {
        return words.say.printed(own->name);
    }
    if (!m.title.empty()) {
        return std::string(words.say.title(m));
    }
    std::string name(m.key);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

std::string spoken_value(as shown, double value, int decimals, const notation& in) {
    return with_unit(people_number(shown, value, decimals, in.say), shown, in);
}

std::string spoken_range(as shown, double low, double high, int decimals, const notation& in,
                         const sentence_words& words) {
    const int finer = range_decimals(shown, {low, high, 0, {}}, decimals);
    return filled(words, words.range,
                  {{"low", people_number(shown, low, finer, in.say)}, {"high", spoken_value(shown, high, finer, in)}});
}

std::string spoken_limits(as shown, const std::optional<interval>& limits, int decimals, const notation& in,
                          const sentence_words& words) {
    if (!limits) {
        return {};
    }
    constexpr double usual_level = 0.95;
    return filled(words, limits->level == usual_level ? words.limits : words.limits_at,
                  {{"range", spoken_range(shown, limits->low, limits->high, decimals, in, words)},
                   {"level", people_level(limits->level, in.say)}});
}

std::string spoken_period(std::string_view period, const sentence_words& words) {
    return period.empty() ? std::string()
                          : filled(words, kind_of(period) == grain::day ? words.on_day : words.in_period,
                                   {{"period", shown(words.say.period(period))}});
}

int spoken_decimals(as shown, double value, const std::optional<interval>& limits,
                    std::initializer_list<std::optional<double>> others) {
    constexpr int most = 6;
    constexpr double wide = 2;
    const bool is_wide = limits && limits->high - limits->low >= wide;
    int decimals = (shown == as::points && is_wide) || is_large(shown, value) ? 0 : people_decimals(shown, value);
    const auto reads_like = [&](const std::optional<double>& other) {
        return other && *other != value &&
               people_number(shown, *other, decimals) == people_number(shown, value, decimals);
    };
    while (decimals < most && std::any_of(others.begin(), others.end(), reads_like)) {
        ++decimals;
    }
    return decimals;
}

}  // namespace cxm

#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <cxm/interval/basis.hpp>
#include <cxm/metric.hpp>

#include "write/people.hpp"
#include "write/sentences/words.hpp"

namespace cxm {

using sentence_part = std::pair<std::string_view, std::string>;

/// A template with the parts that it names in their places; what stands in a part is no template.
std::string filled(const sentence_words& words, std::string_view sentence, std::initializer_list<sentence_part> parts);

/// What a metric is called: by the words, else by its title, else by its key without underscores.
std::string spoken_name_of(const metric& m, const sentence_words& words);

/// `34 to 38`, `3.4 to 3.8 %`.
std::string spoken_range(as shown, double low, double high, int decimals, const notation& in,
                         const sentence_words& words);

/// ` (34 to 38)`, at another level than 95 % with it; empty without limits.
std::string spoken_limits(as shown, const std::optional<interval>& limits, int decimals, const notation& in,
                          const sentence_words& words);

/// ` in 2024-11`, ` on 2024-03-05`; empty where there is none.
std::string spoken_period(std::string_view period, const sentence_words& words);

/// How many decimals a value has in a sentence, which must not read like any of the others unless it is one; none for
/// points with an interval of 2 or more.
int spoken_decimals(as shown, double value, const std::optional<interval>& limits,
                    std::initializer_list<std::optional<double>> others);

/// A number and its unit.
std::string spoken_value(as shown, double value, int decimals, const notation& in);

}  // namespace cxm

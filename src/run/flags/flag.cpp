#include "run/flags/flag.hpp"

#include <algorithm>

#include "text/pieces.hpp"

namespace cxm {

std::vector<std::string> names_of(const flag& f) {
    const std::vector<std::string_view> names = between_commas(f.names);
    return {names.begin(), names.end()};
}

flag help_flag() { return {"-h,--help", "", "Show this help", static_cast<bool*>(nullptr)}; }

const flag* find_flag(const command_line& line, std::string_view name) {
    const auto at = std::find_if(line.flags.begin(), line.flags.end(), [&](const flag& f) {
        const auto names = names_of(f);
        return std::find(names.begin(), names.end(), name) != names.end();
    });
    return at == line.flags.end() ? nullptr : &*at;
}

bool is_given(const flag& f) {
    return std::visit(
        [](const auto* into) {
            if constexpr (std::is_same_v<decltype(into), const bool*>) {
                return *into;
            } else if constexpr (std::is_same_v<decltype(into), const std::optional<std::string>*>) {
                return into->has_value();
            } else {
                return !into->empty();
            }
        },
        f.into);
}

}  // namespace cxm

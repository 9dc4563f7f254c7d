#include "values/currency.hpp"

#include "text/problem.hpp"

namespace cxm {

bool is_currency(std::string_view text) {
    constexpr std::size_t longest = 16;
    return text.size() <= longest && shown(text) == text;
}

}  // namespace cxm

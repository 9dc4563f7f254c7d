#include "write/formula_text.hpp"

#include <cxm/spell.hpp>

namespace cxm {

std::string formula_text(const metric& m) {
    std::string sum;
    for (const metric* term : m.terms) {
        sum.append(sum.empty() ? "" : " + ").append(term->key);
    }
    return sum.empty() ? spell(m.value) : sum + " - 1";
}

}  // namespace cxm

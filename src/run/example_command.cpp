#include <cxm/spell.hpp>

#include "run/measures.hpp"

namespace cxm {

std::string example_command(const metric& m) {
    // A user's metric has no example, so no inputs that all are 0 either.
    if (m.example.inputs == worked_example{}.inputs) {
        return {};
    }
    std::string text = "cxm " + std::string(m.key);
    const auto inputs = m.value.inputs();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        text += " " + flag_name(inputs[i]->key) + " " + spell(m.example.inputs[i]);
    }
    return text;
}

}  // namespace cxm

#include "text/problem.hpp"

namespace cxm {

bad_input::bad_input(const std::string& place, const std::string& finding)
    : problem(exit_code::refused, place.empty() ? finding : place + ": " + finding) {
    has_place = !place.empty();
}

}  // namespace cxm

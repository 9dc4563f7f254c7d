// error: deleted function
#include <cxm/formula.hpp>

#ifdef FIXED
inline constexpr cxm::measure clicks{"clicks", "Clicks on a link.", cxm::unit::things};
const cxm::formula kept = clicks;
#else
// The formula would point to a measure that is gone.
const cxm::formula kept = cxm::measure{"clicks", "Clicks on a link.", cxm::unit::things};
#endif

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// About how wide a text is, for its size; rather too wide than too narrow, whichever font is there.
double text_width(std::string_view text, double size);

/// A text cut to a width, with `…` where something was cut.
std::string fitting_text(std::string_view text, double width, double size);

/// A text that wants to stand at a place of a line.
struct placed_label {
    double at;     ///< where it wants to stand, then where it stands
    int rank = 0;  ///< the lowest goes first where there is no room for it
    bool kept = true;
};

/// Moves labels apart so that neighbours are `apart` from each other, all from `from` to `to`; those for which there is
/// no room are not kept. The order of their places stays.
void spread(std::vector<placed_label>& labels, double apart, double from, double to);

}  // namespace cxm

#include "rows/seen_fronts.hpp"

#include <algorithm>

#include "bytes/byte_source.hpp"

namespace cxm {

namespace {

constexpr std::size_t kept = 4096;       ///< bytes of each file
constexpr std::size_t most_files = 256;  ///< are kept

/// A few rows below a header, and more where only one file ends with them: short ones may be the same by chance.
constexpr std::ptrdiff_t fewest_lines = 4;
constexpr std::size_t fewest_bytes = 128;

}  // namespace

bool seen_fronts::overlap(const front& a, const front& b) {
    const std::string_view shorter = a.text.size() <= b.text.size() ? a.text : b.text;
    const std::string_view longer = a.text.size() <= b.text.size() ? b.text : a.text;
    const bool same_file = a.whole && b.whole && shorter.size() == longer.size();
    return longer.starts_with(shorter) && std::count(shorter.begin(), shorter.end(), '\n') >= fewest_lines &&
           (same_file || shorter.size() >= fewest_bytes);
}

std::string seen_fronts::add(const std::string& file, std::string_view text, bool whole) {
    const front added{file, std::string(text.substr(0, kept)), whole && text.size() <= kept};
    const auto same =
        std::find_if(fronts_.begin(), fronts_.end(), [&](const front& other) { return overlap(added, other); });
    const std::string finding = same == fronts_.end() ? ""
                                                      : name_of(file) + " begins with the same rows as " +
                                                            name_of(same->file) + ": do they count twice?";
    if (fronts_.size() < most_files) {
        fronts_.push_back(added);
    }
    return finding;
}

}  // namespace cxm

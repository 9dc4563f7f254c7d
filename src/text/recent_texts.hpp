#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace cxm {

/// What was found of some of the last texts, for those that come again and again, as periods do. They must outlive it.
template <class Found>
class recent_texts {
public:
    /// What is known of a text that is not empty, or of what `look` says where nothing is.
    template <class Look>
    const Found& find(std::string_view text, Look look) {
        const auto code = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
        const std::size_t last = text.size() - 1;
        const unsigned mixed = code(last) + 10u * code(last - last / 4) + 31u * code(last / 2);
        entry& here = known_[mixed % known_.size()];
        if (here.text != text) {
            here = {text, look()};
        }
        return here.found;
    }

private:
    struct entry {
        std::string_view text;
        Found found{};
    };
    std::array<entry, 128> known_{};
};

}  // namespace cxm

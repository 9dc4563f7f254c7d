#include "text/packed_texts.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace cxm {

void append_packed(std::string& together, std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    char bytes[sizeof size];
    std::memcpy(bytes, &size, sizeof size);
    together.append(bytes, sizeof bytes);
    together += text;
}

std::string_view take_packed(std::string_view& together) {
    std::uint32_t size = 0;
    std::memcpy(&size, together.data(), sizeof size);
    const std::string_view text = together.substr(sizeof size, size);
    together.remove_prefix(sizeof size + size);
    return text;
}

std::vector<std::string> unpacked(std::string_view together) {
    std::vector<std::string> texts;
    while (!together.empty()) {
        texts.emplace_back(take_packed(together));
    }
    return texts;
}

}  // namespace cxm

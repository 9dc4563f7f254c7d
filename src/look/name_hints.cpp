#include "look/name_hints.hpp"

#include <algorithm>
#include <string>

#include "text/folded.hpp"

namespace cxm {

namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

bool hints_at(std::string_view name, std::span<const std::string_view> words) {
    const std::string plain = folded(name);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        for (std::size_t at = plain.find(word); at != std::string::npos; at = plain.find(word, at + 1)) {
            if (at == 0 || !is_letter(plain[at - 1])) {
                return true;
            }
        }
        return false;
    });
}

bool is_name_of_id(std::string_view name) {
    const std::string plain = folded(name);
    const bool camel = name.size() > 2 && (name.ends_with("Id") || name.ends_with("ID"));
    return camel || plain == "id" || plain == "uuid" || plain.ends_with("_id") || plain.ends_with(" id") ||
           plain.ends_with("-id") || plain.ends_with("number") || plain.ends_with("email");
}

}  // namespace cxm

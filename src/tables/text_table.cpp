#include "tables/text_table.hpp"

#include <cstring>

namespace cxm {

bool text_table::holds(const kept_text& kept, std::string_view text) const {
    const std::uint64_t* const at = store_.data() + kept.kept_at();
    return *at == text.size() && std::memcmp(at + 1, text.data(), text.size()) == 0;
}

void text_table::add(kept_text& to, const kept_text& wanted, std::string_view text) {
    to = wanted;
    texts_.took_one();
    if (!wanted.is_longer()) {
        return;
    }
    to.keep_at(store_.size());
    const std::size_t words = 1 + (text.size() + 7) / 8;
    if (store_.size() + words > store_.capacity()) {
        reserve(store_, store_.capacity() + store_.capacity() / 2 + words + 64, *budget_);
    }
    store_.push_back(text.size());
    store_.resize(store_.size() + words - 1);
    std::memcpy(store_.data() + to.kept_at() + 1, text.data(), text.size());
}

}  // namespace cxm

#include "histories/similar_ids.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "text/ascii.hpp"
#include "text/shown.hpp"

namespace cxm {

void similar_ids::add(std::string_view id) {
    const std::size_t begin = std::min(id.find_first_not_of(' '), id.size());
    std::string shared(id.substr(begin, id.find_last_not_of(' ') + 1 - begin));
    std::transform(shared.begin(), shared.end(), shared.begin(), lower);
    const auto [at, is_new] = seen_.try_emplace(std::move(shared), id);
    if (is_new) {
        return;
    }
    ++times_;
    std::string& known = at->second;
    const std::string first = std::min(known, std::string(id));
    const std::string second = std::max(known, std::string(id));
    known = first;
    if (times_ == 1 || std::tie(first, second) < std::tie(one_, other_)) {
        one_ = first;
        other_ = second;
    }
}

void similar_ids::absorb(const similar_ids& other) {
    if (other.times_ != 0 && (times_ == 0 || std::tie(other.one_, other.other_) < std::tie(one_, other_))) {
        one_ = other.one_;
        other_ = other.other_;
    }
    times_ += other.times_;
}

std::string similar_ids::told(std::string_view column) const {
    if (times_ == 0) {
        return {};
    }
    return fmt::format("{} id{} of {} differ{} from another in capitals or spaces alone and count{} as another person: "
                       "{} and {}",
                       times_, times_ == 1 ? "" : "s", quote_of(column), times_ == 1 ? "s" : "", times_ == 1 ? "s" : "",
                       quote_of(one_), quote_of(other_));
}

}  // namespace cxm

#include "page/svg/labels.hpp"

#include <algorithm>

#include <utf8proc.h>

#include "text/utf8.hpp"

namespace cxm {

namespace {

constexpr std::string_view narrow_letters = "iljtfI.,:;'|!()[] ";
constexpr std::string_view wide_letters = "mwMW@%";

double part_of_size(char32_t c) {
    if (c < 0x80) {
        const auto letter = static_cast<char>(c);
        const bool is_upper = letter >= 'A' && letter <= 'Z';
        return narrow_letters.find(letter) != std::string_view::npos ? 0.36
               : wide_letters.find(letter) != std::string_view::npos ? 0.95
               : is_upper                                            ? 0.74
                                                                     : 0.62;
    }
    const int cells = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
    return cells == 0 ? 0 : cells == 2 ? 1.08 : 0.8;
}

}  // namespace

double text_width(std::string_view text, double size) {
    double width = 0;
    while (!text.empty()) {
        const utf8_character c = first_character(text);
        width += c.valid ? part_of_size(c.code) : 1;
        text.remove_prefix(c.valid ? c.bytes : 1);
    }
    return width * size;
}

std::string fitting_text(std::string_view text, double width, double size) {
    if (text_width(text, size) <= width) {
        return std::string(text);
    }
    const double dots = 0.8 * size;
    std::string cut;
    double used = 0;
    while (!text.empty()) {
        const utf8_character c = first_character(text);
        const std::size_t bytes = c.valid ? c.bytes : 1;
        used += c.valid ? part_of_size(c.code) * size : size;
        if (used + dots > width) {
            break;
        }
        cut += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    return cut + "…";
}

namespace {

/// Drops what ranks lowest until the others have room.
void drop_excess(std::vector<placed_label*>& by_place, double apart, double room) {
    while (by_place.size() > 1 && static_cast<double>(by_place.size() - 1) * apart > room) {
        const auto least = std::min_element(by_place.begin(), by_place.end(),
                                            [](const auto* a, const auto* b) { return a->rank < b->rank; });
        (*least)->kept = false;
        by_place.erase(least);
    }
}

}  // namespace

void spread(std::vector<placed_label>& labels, double apart, double from, double to) {
    std::vector<placed_label*> by_place;
    for (placed_label& label : labels) {
        by_place.push_back(&label);
    }
    std::stable_sort(by_place.begin(), by_place.end(), [](const auto* a, const auto* b) { return a->at < b->at; });
    drop_excess(by_place, apart, to - from);
    double least = from;
    for (placed_label* label : by_place) {
        label->at = std::max(label->at, least);
        least = label->at + apart;
    }
    double most = to;
    for (auto label = by_place.rbegin(); label != by_place.rend(); ++label) {
        (*label)->at = std::min((*label)->at, most);
        most = (*label)->at - apart;
    }
}

}  // namespace cxm

#pragma once

#include <cstdint>
#include <string_view>

namespace cxm {

/// What a colour says: the data's own ink, or what stands behind it.
enum class ink : std::uint8_t { text, muted, rule, band, better, worse, usual, target, surface, card, heat };

/// A colour on white paper and on a dark screen, `#rrggbb`.
struct ink_colour {
    ink of;
    std::string_view key;  ///< its name in the style sheet
    std::string_view light;
    std::string_view dark;
};

/// Blue for better and orange for worse, which the colour-blind tell apart, and grey for what varies anyway; never
/// alone: a shape or a word goes with each.
inline constexpr ink_colour palette[] = {
    {ink::text, "text", "#1a1f26", "#e8ebef"},       {ink::muted, "muted", "#55606d", "#a6b0bc"},
    {ink::rule, "rule", "#d5dae0", "#3a424d"},       {ink::band, "band", "#e9edf1", "#272e37"},
    {ink::better, "better", "#0a58a8", "#74b3ff"},   {ink::worse, "worse", "#a94400", "#ff9f57"},
    {ink::usual, "usual", "#4d5763", "#b4bdc8"},     {ink::target, "target", "#6b2f8f", "#d3a4f2"},
    {ink::surface, "surface", "#ffffff", "#14181d"}, {ink::card, "card", "#f6f8fa", "#1b2026"},
    {ink::heat, "heat", "#0a58a8", "#3d7fc4"},
};

constexpr const ink_colour& colour_of(ink which) {
    const ink_colour* at = palette;
    while (at->of != which) {
        ++at;
    }
    return *at;
}

/// How strong the background of a cell of a heat grid is, of which the text keeps its contrast.
inline constexpr double strongest_heat = 0.42;

}  // namespace cxm

#include "page/palette.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "catch.hpp"

using cxm::colour_of;
using cxm::ink;

namespace {

double part_of_light(std::string_view colour, std::size_t at) {
    const double part = static_cast<double>(std::strtol(std::string(colour.substr(at, 2)).c_str(), nullptr, 16)) / 255;
    return part;
}

double linear(double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); }

/// The relative luminance of WCAG 2, of a colour laid over another.
double luminance(std::string_view over, double opacity, std::string_view under) {
    double sum = 0;
    const double weights[] = {0.2126, 0.7152, 0.0722};
    for (std::size_t i = 0; i < 3; ++i) {
        const double part = opacity * part_of_light(over, 1 + 2 * i) + (1 - opacity) * part_of_light(under, 1 + 2 * i);
        sum += weights[i] * linear(part);
    }
    return sum;
}

double contrast_of(double a, double b) { return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05); }

double contrast_of(std::string_view a, std::string_view b) {
    return contrast_of(luminance(a, 1, a), luminance(b, 1, b));
}

}  // namespace

TEST_CASE("text is told from what it stands on, in the light and in the dark (WCAG AA)") {
    for (const ink of : {ink::text, ink::muted, ink::better, ink::worse, ink::usual, ink::target}) {
        for (const ink on : {ink::surface, ink::card, ink::band}) {
            INFO(colour_of(of).key << " on " << colour_of(on).key);
            CHECK(contrast_of(colour_of(of).light, colour_of(on).light) >= 4.5);
            CHECK(contrast_of(colour_of(of).dark, colour_of(on).dark) >= 4.5);
        }
    }
}

TEST_CASE("the text in a heat grid is told from the strongest of its backgrounds") {
    const auto heated = [](std::string_view text, std::string_view heat, std::string_view paper) {
        return contrast_of(luminance(text, 1, text), luminance(heat, cxm::strongest_heat, paper));
    };
    CHECK(heated(colour_of(ink::text).light, colour_of(ink::heat).light, colour_of(ink::surface).light) >= 4.5);
    CHECK(heated(colour_of(ink::text).dark, colour_of(ink::heat).dark, colour_of(ink::surface).dark) >= 4.5);
}

TEST_CASE("better and worse differ in grey print too little to be told by, so that shapes and words go with them") {
    const double apart = contrast_of(colour_of(ink::better).light, colour_of(ink::worse).light);
    CHECK(apart < 3);
}

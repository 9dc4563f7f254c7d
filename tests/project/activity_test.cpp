#include <cxm/project/activity.hpp>

#include "catch.hpp"

using namespace cxm;

TEST_CASE("a band is what was bought of late against what was before") {
    CHECK(band_of(0, 0) == activity_band::quiet);
    CHECK(band_of(0, 2) == activity_band::stopped);
    CHECK(band_of(1, 2) == activity_band::less);
    CHECK(band_of(2, 2) == activity_band::alike);
    CHECK(band_of(3, 2) == activity_band::more);
    CHECK(band_of(1, 0) == activity_band::begun);
}

TEST_CASE("rates are those of each band, and those of everybody where nobody was in it") {
    band_counts seen{};
    seen[0] = {40, 30};
    seen[1] = {60, 30};
    const auto rates = band_rates(seen);
    CHECK(rates[0] == 0.75);
    CHECK(rates[1] == 0.5);
    CHECK(rates[2] == 0.6);
    CHECK(std::isnan(band_rates({})[0]));
    seen[2] = {1, 2};
    CHECK_THROWS_AS(band_rates(seen), std::invalid_argument);
}

TEST_CASE("a forecast by bands adds their rates, and its variance both chances") {
    band_counts learned{};
    learned[0] = {100, 50};
    band_counts of{};
    of[0] = {100, 0};
    const band_forecast f = foretell_bands(learned, of);
    CHECK(f.expected == 50);
    CHECK(f.variance == 100 * 0.25 * 2);
    learned[0] = {2, 2};
    CHECK(foretell_bands(learned, of).expected == 100);
    CHECK(foretell_bands(learned, of).variance > 0);
}

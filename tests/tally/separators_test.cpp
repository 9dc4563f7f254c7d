#include "tally/separators.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"

using namespace cxm;

namespace {

std::vector<std::uint32_t> found_by(separator_finder* find, const std::string& text, std::size_t size) {
    std::vector<std::uint32_t> to(size + separators_room);
    const separators_found found = find(text.data(), size, ';', to.data());
    if (found.odd_quotes) {
        return {~std::uint32_t{0}};
    }
    to.resize(found.count);
    CHECK(found.feeds == static_cast<std::size_t>(
                             std::count_if(to.begin(), to.end(), [&](std::uint32_t at) { return text[at] == '\n'; })));
    return to;
}

/// What the text says byte by byte, where its quotes are in order.
std::vector<std::uint32_t> outside_quotes(const std::string& text, std::size_t size) {
    std::vector<std::uint32_t> found;
    bool within = false;
    for (std::size_t i = 0; i < size; ++i) {
        within ^= text[i] == '"';
        if (!within && (text[i] == ';' || text[i] == '\n')) {
            found.push_back(static_cast<std::uint32_t>(i));
        }
    }
    return found;
}

}  // namespace

TEST_CASE("Every finder of separators finds the same ones") {
    const std::string pieces[] = {"abc",  ";",         "\n",       "\"a;b\nc\"", "\"say \"\"so\"\"\"",
                                  "\"\"", "\"x\"\r\n", "wide text"};
    std::mt19937 random(3);
    std::size_t in_order = 0;
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        while (text.size() < 300) {
            text += pieces[random() % std::size(pieces)];
            text += random() % 4 != 0 ? ";" : "";
        }
        const std::size_t size = text.size() - random() % 200;
        text.append(64, '"');
        const auto found = found_by(find_separators, text, size);
        for (separator_finder* each : runnable_separators()) {
            CHECK(found == found_by(each, text, size));
        }
        if (found.empty() || found[0] != ~std::uint32_t{0}) {
            ++in_order;
            CHECK(found == outside_quotes(text, size));
        }
    }
    CHECK(in_order > 100);
    CHECK(in_order < 2000);
}

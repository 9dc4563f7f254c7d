#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <regex>
#include <string>

#include <cxm/catalogue.hpp>

#include "catch.hpp"
#include "law.hpp"

using namespace cxm;

// What the compiler cannot see: whether all that the headers define is in the catalogue.

namespace {

/// The tests run in the source folder.
const std::filesystem::path headers = "include/cxm/metrics";

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Every match in a text; gives how many there are.
std::size_t for_each(const std::string& text, const std::regex& what,
                     const std::function<void(const std::smatch&)>& use) {
    const std::sregex_iterator first(text.begin(), text.end(), what);
    std::for_each(first, {}, use);
    return static_cast<std::size_t>(std::distance(first, {}));
}

}  // namespace

TEST_CASE("every metric of the headers is listed in its theme, under its own name as key") {
    const std::regex definition("inline constexpr metric ([a-z0-9_]+)\\{\\s*\\.key = \"([^\"]*)\"");
    const std::regex any_definition("inline constexpr metric ");
    const std::regex list("inline constexpr const metric\\* ([a-z_]+)_metrics\\[\\]");
    std::size_t files = 0;
    std::size_t defined = 0;
    for (const auto& file : std::filesystem::directory_iterator(headers)) {
        const std::string text = text_of(file.path());
        const std::string stem = file.path().stem().string();
        const auto at =
            std::find_if(std::begin(themes), std::end(themes), [&](const theme& t) { return t.key == stem; });
        std::smatch listed;
        expect(at != std::end(themes), stem + ".hpp is not among the themes of catalogue.hpp");
        expect(std::regex_search(text, listed, list), stem + ".hpp does not end with a list of its metrics");
        if (at == std::end(themes) || listed.empty()) {
            continue;
        }
        const std::size_t here = for_each(text, definition, [&](const std::smatch& found) {
            const std::string named = found[1];
            const std::string key = found[2];
            expect(named == key, "the metric " + named + " has the key " + key + ": both must be the same");
            expect(std::any_of(at->metrics.begin(), at->metrics.end(), [&](auto* m) { return m->key == key; }),
                   named + " is defined in " + stem + ".hpp, but not listed in " + listed[1].str() +
                       "_metrics at its end");
        });
        expect(here == for_each(text, any_definition, [](const std::smatch&) {}),
               "a metric of " + stem + ".hpp does not begin with its .key");
        defined += here;
        ++files;
    }
    CHECK(files == std::size(themes));
    expect(defined >= all_metrics().size(), "a metric is listed twice, or defined outside the themes' headers");
}

TEST_CASE("every measure of the headers is named as its key and read by a metric") {
    const std::regex definition("inline constexpr measure ([a-z0-9_]+)\\{\\s*(?:\\.key = )?\"([^\"]*)\"");
    std::size_t defined = 0;
    for (const auto& file : std::filesystem::directory_iterator(headers)) {
        defined += for_each(text_of(file.path()), definition, [&](const std::smatch& found) {
            const std::string named = found[1];
            const std::string key = found[2];
            expect(named == key, "the measure " + named + " has the key " + key + ": both must be the same");
            expect(find_measure(key) != nullptr, "the measure " + key + " is read by no metric that is listed");
        });
    }
    expect(defined >= all_measures().size(), "a measure is defined outside the themes' headers");
}

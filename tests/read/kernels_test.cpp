#include "read/kernels.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"

using namespace cxm;

namespace {

std::vector<std::uint32_t> found_by(const byte_kernels& kernels, const std::string& text, std::size_t size) {
    std::vector<std::uint32_t> to(size + separators_room);
    const separators_found found = kernels.find_separators(text.data(), size, ';', to.data());
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
        const auto found = found_by(runnable_kernels().front(), text, size);
        for (const byte_kernels& each : runnable_kernels()) {
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

TEST_CASE("every kernel counts the same bytes and finds the same ends of plain text") {
    std::mt19937 random(5);
    for (int round = 0; round < 2000; ++round) {
        std::string text(random() % 400, 'x');
        for (char& c : text) {
            c = random() % 30 != 0 ? static_cast<char>(random() % 96 + 32) : "\"\\\n\x1f\x80"[random() % 5];
        }
        if (random() % 8 == 0 && !text.empty()) {
            text[random() % text.size()] = '\0';
        }
        const char* const end = text.data() + text.size();
        const byte_counts counted = runnable_kernels().front().count(text.data(), end);
        CHECK(counted.lines == static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n')));
        CHECK(counted.odd_quotes == (std::count(text.begin(), text.end(), '"') % 2 != 0));
        CHECK(counted.has_nul == (text.find('\0') != std::string::npos));
        std::string ended = text + "\n" + std::string(64, 'x');
        const auto special = std::find_if(ended.begin(), ended.end(), [](char c) {
            return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
        });
        for (const byte_kernels& each : runnable_kernels()) {
            const byte_counts same = each.count(text.data(), end);
            CHECK((same.lines == counted.lines && same.odd_quotes == counted.odd_quotes &&
                   same.has_nul == counted.has_nul));
            CHECK(each.after_plain_text(ended.data()) == &*special);
        }
    }
}

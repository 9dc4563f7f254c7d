#include "bytes/kernels.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/byte_scan.hpp"
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

namespace {

struct text_of_number {
    bool is_one = false;
    std::uint64_t digits = 0;
    std::uint64_t places = 0;
};

/// Digit by digit.
text_of_number spelled(std::string_view text, char mark) {
    text_of_number found;
    std::size_t at = 0;
    const auto take_digits = [&] {
        const std::size_t from = at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
            found.digits = found.digits * 10 + static_cast<std::uint64_t>(text[at] - '0');
        }
        return at - from;
    };
    const std::size_t whole = take_digits();
    found.is_one = text.size() <= 8 && (whole == 1 || (whole > 1 && text[0] != '0'));
    if (found.is_one && at < text.size() && text[at] == mark) {
        ++at;
        found.places = take_digits();
        found.is_one = found.places != 0;
    }
    found.is_one &= at == text.size();
    return found;
}

}  // namespace

TEST_CASE("Every reader of short numbers reads what the grammar has, whatever is behind it") {
    constexpr char met[] = "0123456789012345678900000..,-e \xae\xb0";
    std::mt19937_64 random(17);
    std::size_t numbers = 0;
    for (int round = 0; round < 10000; ++round) {
        const char mark = random() % 2 == 0 ? '.' : ',';
        const unsigned noted = random() % 4 == 0 ? static_cast<unsigned>(random()) % 16 : 0;
        short_numbers all;
        std::string texts[short_numbers::count];
        for (std::size_t i = 0; i < short_numbers::count; ++i) {
            for (std::size_t at = 0; at < 12; ++at) {
                texts[i] += met[random() % (random() % 8 == 0 ? sizeof met - 1 : 26)];
            }
            all.words[i] = bytes::load(texts[i].data());
            all.sizes[i] = random() % 12;
            texts[i].resize(all.sizes[i]);
        }
        for (const byte_kernels& each : runnable_kernels()) {
            each.read_short_numbers(all, mark, noted);
            for (std::size_t i = 0; i < short_numbers::count; ++i) {
                const text_of_number wanted = spelled(texts[i], mark);
                const bool is_one = wanted.is_one && (noted >> wanted.places & 1) == 0;
                INFO(texts[i] << " with the mark " << mark);
                const bool same = is_one ? all.digits[i] == wanted.digits && all.places[i] == wanted.places
                                         : all.digits[i] == 0 && all.places[i] < 8;
                if (!same || (all.other[i] == 0) != (is_one || texts[i].empty())) {
                    FAIL();
                }
                numbers += is_one ? 1 : 0;
            }
        }
    }
    CHECK(numbers > 100000);
}

TEST_CASE("Every kernel gives dates as most write them the same place, and nothing else") {
    std::mt19937_64 random(19);
    std::size_t dates = 0;
    for (int round = 0; round < 10000; ++round) {
        plain_dates all;
        bool is_date[plain_dates::count];
        std::size_t months[plain_dates::count];
        std::size_t days[plain_dates::count];
        for (std::size_t i = 0; i < plain_dates::count; ++i) {
            std::string text = "2024-03-15T12:30:00";
            for (const std::size_t at : {3u, 5u, 6u, 8u, 9u, 11u, 12u, 14u, 15u, 17u, 18u}) {
                text[at] = static_cast<char>('0' + random() % (at == 5       ? 2
                                                               : at == 8     ? 4
                                                               : at == 11    ? 3
                                                               : at % 3 == 2 ? 6
                                                                             : 10));
            }
            text[10] = "T "[random() % 2];
            if (random() % 4 == 0) {
                text[8 + random() % 11] = static_cast<char>(random());
            }
            const auto within = [&](std::size_t at, char low, char high) {
                return text[at] >= low && text[at] <= high;
            };
            is_date[i] = within(8, '0', '3') && within(9, '0', '?') && (text[10] == 'T' || text[10] == ' ') &&
                         within(11, '0', '2') && within(12, '0', '9') && text.substr(11, 2) <= "24" &&
                         text[13] == ':' && within(14, '0', '5') && within(15, '0', '9') && text[16] == ':' &&
                         within(17, '0', '5') && within(18, '0', '9');
            months[i] = static_cast<std::size_t>(text[3] - '0' + (text[5] - '0') * 16 + (text[6] - '0') * 32);
            days[i] = static_cast<std::size_t>((text[8] & 3) * 16 + (text[9] & 15));
            all.begins[i] = bytes::load(text.data());
            all.days[i] = bytes::load(text.data() + 8) & 0xffffff;
            all.times[i] = bytes::load(text.data() + 11);
        }
        for (const byte_kernels& each : runnable_kernels()) {
            each.place_dates(all);
            for (std::size_t i = 0; i < plain_dates::count; ++i) {
                REQUIRE(all.places[i] == (is_date[i] ? months[i] * 64 + days[i] : plain_dates::no_place));
                dates += is_date[i] ? 1 : 0;
            }
        }
    }
    CHECK(dates > 100000);
}

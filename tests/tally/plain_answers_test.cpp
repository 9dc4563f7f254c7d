#include "tally/plain_answers.hpp"

#include <string>

#include "catch.hpp"

using namespace cxm;

TEST_CASE("plain answers are the whole numbers of the scale in one or two digits, told from all other texts") {
    struct scale {
        int low, high;
    };
    const auto [low, high] = GENERATE(scale{0, 10}, scale{1, 5}, scale{1, 100}, scale{9, 12});
    const plain_answers plain(low, high);
    const auto check = [&, first = low, last = high](std::string text) {
        text.reserve(16);
        bool is_answer = text.empty();
        std::size_t wanted = 0;
        for (int answer = first; answer <= last && answer < 100; ++answer) {
            if (text == std::to_string(answer)) {
                is_answer = true;
                wanted = static_cast<std::size_t>(answer - first);
            }
        }
        std::size_t place = 0;
        REQUIRE(plain.find(text, place) == is_answer);
        REQUIRE((!is_answer || place == wanted));
    };
    check("");
    for (int first = 0; first < 256; ++first) {
        check(std::string(1, static_cast<char>(first)));
        for (int second = 0; second < 256; second += first < '0' || first > '9' ? 37 : 1) {
            check({static_cast<char>(first), static_cast<char>(second)});
        }
    }
    for (const char* text : {"100", "10.", "1 1", "5.0", "0010", "10 thousand"}) {
        check(text);
    }
}

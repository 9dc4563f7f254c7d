#include <cstring>

#include "tally/counter.hpp"
#include "text/problem.hpp"

// Answers that weigh more, or less, than others.
namespace cxm {

namespace {

/// The square of a weight in units of 10^-18, what is below cut off; nothing where it is too large.
std::optional<int128> square(int128 weight) {
    constexpr std::int64_t half = 1'000'000'000;
    const int128 whole = weight / half;
    const int128 rest = weight % half;
    int128 of_whole = 0;
    if (__builtin_mul_overflow(whole, whole, &of_whole)) {
        return std::nullopt;
    }
    return of_whole + 2 * whole * rest / half + rest * rest / fixed_of(1);
}

void add_to(std::uint64_t* words, int128 value, std::size_t cell) {
    int128 sum = wide(words);
    if (!add(sum, value)) {
        throw cell_problem{cell, "the sum of the weights is beyond 1.7e20, the largest that is exact"};
    }
    std::memcpy(words, &sum, sizeof sum);
}

}  // namespace

void counter::add_weighted(std::size_t number, const row_batch& batch) {
    const program::survey& survey = plan_.surveys[number];
    const std::string_view* const cells = batch.column(survey.cell);
    const std::string_view* const weights = batch.column(plan_.weight);
    for_picked([&](std::size_t k, std::size_t row) {
        if (cells[row].empty()) {
            return;
        }
        std::size_t place = 0;
        if (!plain_answers_[number].find(cells[row], place)) {
            place = answer_words_[number].place_of(cells[row]);
        }
        if (weights[row].empty()) {
            throw cell_problem{plan_.weight, "is blank: an answer needs its weight"};
        }
        const int128 weight = summand(plan_.weight, weights[row], number_kind::any);
        const auto squared = square(weight);
        if (weight < 0 || !squared) {
            throw cell_problem{plan_.weight, quote_of(weights[row]) + (weight < 0 ? " is below 0, and no weight"
                                                                                  : " is too large a weight")};
        }
        std::uint64_t* const words = groups_.words(groups_of_[k]);
        add_to(words + survey.word + survey.each * place, weight, plan_.weight);
        add_to(words + survey.squares_word(), *squared, plan_.weight);
    });
}

}  // namespace cxm

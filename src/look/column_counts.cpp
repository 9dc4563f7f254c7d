#include "look/column_counts.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "rows/column_match.hpp"
#include "text/ascii.hpp"
#include "values/calendar_words.hpp"
#include "values/dates.hpp"
#include "values/duration.hpp"
#include "values/fixed.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

/// A number as people write it, with its own mark of decimals: `€ 24.50`, `1 204,50`, `(30.00)`.
std::optional<written_number> written_by_itself(std::string_view cell) {
    number_looks look;
    look.look(cell);
    return read_written(cell, {look.commas ? ',' : '.', true}, number_kind::any);
}

std::size_t place_of_recent(std::string_view cell, std::size_t places) {
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(cell[i])); };
    return (byte(0) * 31 + byte(cell.size() - 1) * 7 + byte(cell.size() / 2) * 3 + cell.size()) % places;
}

}  // namespace

void column_counts::add(std::span<const std::string_view> cells) {
    if (over_ && numbers == filled) {
        add_numbers(cells);
        return;
    }
    for (const std::string_view cell : cells) {
        add_one(cell);
    }
}

/// Of what were numbers so far, too many to be told apart: read all at once, as most are written.
void column_counts::add_numbers(std::span<const std::string_view> cells) {
    static const number_reader with_point;
    short_numbers read;
    read_numbers(cells.data(), cells.size(), with_point, read);
    for (std::size_t row = 0; row < cells.size(); ++row) {
        if (read.sizes[row] == 0 || read.other[row] != 0) {
            add_one(cells[row]);
            continue;
        }
        const auto digits = static_cast<double>(read.digits[row]);
        const auto one = static_cast<double>(powers_of_ten.of[read.places[row]]);
        const double number = digits / one;
        ++filled;
        ++numbers;
        fractions += number != std::trunc(number) ? 1 : 0;
        least = std::min(least, number);
        most = std::max(most, number);
    }
}

void column_counts::add_one(std::string_view cell) {
    if (cell.empty()) {
        ++blank;
        return;
    }
    ++filled;
    if (over_) {
        classify(cell, 1);
        return;
    }
    recent& near = recent_[place_of_recent(cell, recents)];
    if (near.text != nullptr && *near.text == cell) {
        ++*near.count;
        return;
    }
    const auto at = texts_.find(cell);
    if (at != texts_.end()) {
        ++at->second;
        near = {&at->first, &at->second};
        return;
    }
    keep(cell, 1);
}

void column_counts::keep(std::string_view cell, std::uint64_t times) {
    const auto at = texts_.find(cell);
    if (at != texts_.end()) {
        at->second += times;
        return;
    }
    bytes_ += cell.size();
    texts_.emplace(cell, times);
    if (texts_.size() > most_ || bytes_ > most_ * 100) {
        give_up();
    }
}

/// Too many to be told apart: what they are is told, and they are forgotten.
void column_counts::give_up() {
    over_ = true;
    for (const auto& [text, times] : texts_) {
        classify(text, times);
    }
    texts_.clear();
    std::fill(std::begin(recent_), std::end(recent_), recent{});
}

void column_counts::finish() {
    if (!over_) {
        for (const auto& [text, times] : texts_) {
            classify(text, times);
        }
    }
}

void column_counts::classify(std::string_view cell, std::uint64_t times) {
    const bool is_date_again = days != 0 && numbers == 0 && cell.size() >= 10 && cell[4] == '-';
    const bool may_be_number = !is_date_again && (is_digit(cell[0]) || cell[0] == '-');
    auto number = may_be_number ? parse_number(cell) : std::nullopt;
    if (!number && may_be_number && cell.find(',') != std::string_view::npos) {
        number = parse_number(cell, ',');
        commas += number ? times : 0;
    }
    if (number) {
        numbers += times;
        fractions += *number != std::trunc(*number) ? times : 0;
        least = std::min(least, *number);
        most = std::max(most, *number);
        return;
    }
    const found_day iso = is_digit(cell[0]) ? parse_iso_day(cell) : found_day{0, not_iso_day};
    if (iso.problem == nullptr) {
        days += times;
        stamps += cell.size() > 10 ? times : 0;
        first_day = std::min(first_day, iso.day);
        last_day = std::max(last_day, iso.day);
        return;
    }
    classify_other(cell, times);
}

void column_counts::classify_other(std::string_view cell, std::uint64_t times) {
    others += times;
    if (formats != 0) {
        for (std::size_t i = 0; i < std::size(date_formats); ++i) {
            const std::uint32_t bit = std::uint32_t{1} << i;
            const bool fits = (formats & bit) != 0 && parse_formatted_day(cell, date_formats[i]).problem == nullptr;
            formats = fits ? formats : formats & ~bit;
        }
        formats &= (std::uint32_t{1} << std::size(date_formats)) - 1;
    }
    if (over_) {
        return;  // as many different ones are no periods, and amounts are not told from texts
    }
    const calendar_reading read = read_calendar(cell);
    periods += read.is == calendar_reading::kind::one && read.meant.of != grain::day ? times : 0;
    if (const auto amount = written_by_itself(cell)) {
        amounts += times;
        currencies += amount->currency.empty() ? 0 : times;
        const double number = parse_number(amount->plainly()).value_or(0);
        least = std::min(least, number);
        most = std::max(most, number);
    } else {
        const auto duration = read_duration(cell, '.');
        durations += duration && !duration->in_doubt ? times : 0;
    }
}

void column_counts::absorb(column_counts&& other) {
    blank += other.blank;
    filled += other.filled;
    if (other.over_ && !over_) {
        give_up();
    }
    numbers += other.numbers;
    fractions += other.fractions;
    commas += other.commas;
    amounts += other.amounts;
    currencies += other.currencies;
    durations += other.durations;
    days += other.days;
    stamps += other.stamps;
    periods += other.periods;
    others += other.others;
    formats &= other.formats;
    least = std::min(least, other.least);
    most = std::max(most, other.most);
    first_day = std::min(first_day, other.first_day);
    last_day = std::max(last_day, other.last_day);
    for (const auto& [text, times] : other.texts_) {
        if (over_) {
            classify(text, times);
        } else {
            keep(text, times);
        }
    }
}

}  // namespace cxm

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cxm {

/// Ways to write dates that are not ISO 8601, as `--date-format` takes them.
inline constexpr std::string_view date_formats[] = {
    "%d.%m.%Y",          "%d/%m/%Y",          "%m/%d/%Y",          "%d-%m-%Y",          "%Y/%m/%d",
    "%d.%m.%Y %H:%M",    "%d/%m/%Y %H:%M",    "%m/%d/%Y %H:%M",    "%Y/%m/%d %H:%M",    "%d.%m.%Y %H:%M:%S",
    "%d/%m/%Y %H:%M:%S", "%m/%d/%Y %H:%M:%S", "%Y/%m/%d %H:%M:%S", "%m/%d/%Y %I:%M %p", "%d %b %Y",
    "%b %d, %Y",         "%d %B %Y",          "%B %d, %Y"};

/// What the cells of a column hold, counted on one thread; kinds of text are told once a different one is met.
class column_counts {
public:
    /// Different texts are told apart up to so many.
    explicit column_counts(std::size_t most_distinct) : most_(most_distinct) {}

    /// Adds cells of at most 64 rows, each with 16 readable bytes.
    void add(std::span<const std::string_view> cells);

    /// Adds what comes from elsewhere in the file.
    void absorb(column_counts&& other);

    /// After the last cell: tells the kinds of the texts that are kept.
    void finish();

    /// Whether more different texts were met than are told apart.
    bool is_over() const { return over_; }

    /// The different texts and how often each is there; of no use once there are too many.
    const auto& texts() const { return texts_; }

    std::uint64_t blank = 0;
    std::uint64_t filled = 0;
    std::uint64_t numbers = 0;
    std::uint64_t fractions = 0;   ///< numbers that are not whole
    std::uint64_t commas = 0;      ///< numbers with a decimal comma
    std::uint64_t amounts = 0;     ///< numbers as people write them: grouped, in parentheses, with a currency
    std::uint64_t currencies = 0;  ///< those of them with one
    std::uint64_t durations = 0;   ///< `90 min`, `1:02:33`
    std::uint64_t days = 0;        ///< of ISO 8601
    std::uint64_t stamps = 0;      ///< those of them with a time
    std::uint64_t periods = 0;     ///< `2024-01`, `Q1 2024`: longer than a day
    std::uint64_t others = 0;
    std::uint32_t formats = ~std::uint32_t{0};  ///< a bit for each of the formats that reads all others
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();
    std::int32_t first_day = std::numeric_limits<std::int32_t>::max();
    std::int32_t last_day = std::numeric_limits<std::int32_t>::min();

private:
    struct hash_of_text {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct recent {
        const std::string* text = nullptr;
        std::uint64_t* count = nullptr;
    };
    static constexpr std::size_t recents = 64;

    std::size_t most_;
    std::size_t bytes_ = 0;
    bool over_ = false;
    std::unordered_map<std::string, std::uint64_t, hash_of_text, std::equal_to<>> texts_;
    recent recent_[recents];

    void add_one(std::string_view cell);
    void add_numbers(std::span<const std::string_view> cells);
    void keep(std::string_view cell, std::uint64_t times);
    void classify(std::string_view cell, std::uint64_t times);
    void classify_other(std::string_view cell, std::uint64_t times);
    void give_up();
};

}  // namespace cxm

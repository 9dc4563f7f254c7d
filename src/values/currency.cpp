#include "values/currency.hpp"

#include <algorithm>

#include "text/problem.hpp"

namespace cxm {

namespace {

struct sign_of_currency {
    std::string_view sign;
    std::string_view code;
};

/// Of signs that end alike the longer one stands first.
constexpr sign_of_currency signs[] = {
    {"\u20ac", "EUR"}, {"US$", "USD"},     {"CA$", "CAD"},       {"AU$", "AUD"},    {"NZ$", "NZD"},
    {"HK$", "HKD"},    {"R$", "BRL"},      {"C$", "CAD"},        {"A$", "AUD"},     {"S$", "SGD"},
    {"$", "$"},        {"\u00a3", "GBP"},  {"\u00a5", "\u00a5"}, {"\u20b9", "INR"}, {"\u20bd", "RUB"},
    {"\u20a9", "KRW"}, {"\u20ba", "TRY"},  {"\u20aa", "ILS"},    {"\u20ab", "VND"}, {"\u0e3f", "THB"},
    {"\u20b4", "UAH"}, {"z\u0142", "PLN"}, {"K\u010d", "CZK"},   {"Fr.", "CHF"},    {"kr.", "kr"},
    {"kr", "kr"},
};

constexpr std::string_view codes[] = {
    "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD",
    "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KES", "KRW", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP",
    "PLN", "QAR", "RON", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR"};

bool is_code(std::string_view text) { return std::binary_search(std::begin(codes), std::end(codes), text); }

}  // namespace

bool is_currency(std::string_view text) {
    constexpr std::size_t longest = 16;
    return text.size() <= longest && shown(text) == text;
}

std::string_view currency_at_front(std::string_view& text) {
    for (const auto& [sign, code] : signs) {
        if (text.starts_with(sign)) {
            text.remove_prefix(sign.size());
            return code;
        }
    }
    const std::string_view front = text.substr(0, 3);
    if (!is_code(front)) {
        return {};
    }
    text.remove_prefix(3);
    return *std::lower_bound(std::begin(codes), std::end(codes), front);
}

std::string_view currency_at_end(std::string_view& text) {
    for (const auto& [sign, code] : signs) {
        if (text.ends_with(sign)) {
            text.remove_suffix(sign.size());
            return code;
        }
    }
    const std::string_view end = text.substr(text.size() < 3 ? text.size() : text.size() - 3);
    if (!is_code(end)) {
        return {};
    }
    text.remove_suffix(3);
    return *std::lower_bound(std::begin(codes), std::end(codes), end);
}

}  // namespace cxm

#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <utility>
#include <vector>

#include <cxm/formula.hpp>

namespace cxm {

namespace detail {

/// A whole number of any size from 0 up, 32 bits a place: the lowest place first, the highest not 0.
using natural = std::vector<std::uint32_t>;

inline natural sum_of(const natural& a, const natural& b) {
    natural sum(std::max(a.size(), b.size()) + 1);
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        carry += i < a.size() ? a[i] : 0;
        carry += i < b.size() ? b[i] : 0;
        sum[i] = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
    while (!sum.empty() && sum.back() == 0) {
        sum.pop_back();
    }
    return sum;
}

inline natural product_of(const natural& a, const natural& b) {
    natural product(a.size() + b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::uint64_t carry = 0;
        for (std::size_t j = 0; j < b.size() || carry > 0; ++j) {
            carry += product[i + j] + (j < b.size() ? std::uint64_t{a[i]} * b[j] : 0);
            product[i + j] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
    }
    while (!product.empty() && product.back() == 0) {
        product.pop_back();
    }
    return product;
}

/// plus - minus, never subtracted: 0 exactly where both are equal.
struct whole {
    natural plus;
    natural minus;
};

inline whole sum_of(const whole& a, const whole& b) { return {sum_of(a.plus, b.plus), sum_of(a.minus, b.minus)}; }
inline whole negative(const whole& a) { return {a.minus, a.plus}; }
inline whole product_of(const whole& a, const whole& b) {
    return {sum_of(product_of(a.plus, b.plus), product_of(a.minus, b.minus)),
            sum_of(product_of(a.plus, b.minus), product_of(a.minus, b.plus))};
}

struct exact_fraction {
    whole top;
    whole bottom;
};

/// The decimal number that a double stands for: the shortest that reads back as it.
inline exact_fraction as_written(double number) {
    char text[32] = {};
    const char* const end = std::to_chars(text, text + sizeof text - 1, number, std::chars_format::scientific).ptr;
    const char* const exponent = std::find<const char*>(text, end, 'e');
    const natural ten{10};
    natural digits;
    bool behind_point = false;
    int scale = std::atoi(exponent + 1);
    for (const char* at = text; at != exponent; ++at) {
        behind_point = behind_point || *at == '.';
        if (*at >= '0' && *at <= '9') {
            digits = sum_of(product_of(digits, ten), natural(*at > '0', static_cast<std::uint32_t>(*at - '0')));
            scale -= behind_point ? 1 : 0;
        }
    }
    natural power{1};
    for (int i = 0; i < std::abs(scale); ++i) {
        power = product_of(power, ten);
    }
    const natural top = scale > 0 ? product_of(digits, power) : digits;
    return {number < 0 ? whole{{}, top} : whole{top, {}}, {scale < 0 ? power : natural{1}, {}}};
}

inline exact_fraction apply(operation does, const exact_fraction& a, const exact_fraction& b) {
    switch (does) {
        case operation::multiply: return {product_of(a.top, b.top), product_of(a.bottom, b.bottom)};
        case operation::divide: return {product_of(a.top, b.bottom), product_of(a.bottom, b.top)};
        default: break;
    }
    const whole other = product_of(b.top, a.bottom);
    return {sum_of(product_of(a.top, b.bottom), does == operation::add ? other : negative(other)),
            product_of(a.bottom, b.bottom)};
}

/// Whether what is left of a sum may be rounding alone: then, and only then, it is worth while to look closely.
constexpr bool nearly_cancels(double right, double sum) {
    const double size = right < 0 ? -right : right;
    const double left_over = sum < 0 ? -sum : sum;
    return left_over > 0 && left_over < 1e-6 * size;
}

constexpr bool is_leaf(step s) { return s.does == operation::input || s.does == operation::constant; }

/// Whether the step adds or subtracts something computed: of numbers as given no rounding is left over.
constexpr bool adds_computed(std::span<const step> steps, std::size_t at) {
    const bool adds = steps[at].does == operation::add || steps[at].does == operation::subtract;
    return adds && !(is_leaf(steps[at - 1]) && is_leaf(steps[at - 2]));
}

}  // namespace detail

/// Whether the operand of a formula that ends before step `end` is exactly 0, for inputs that stand for decimals, all
/// finite: 0.1 * 12 - 1.2 is, though doubles leave 2e-16 of it.
inline bool is_exactly_zero(const formula& f, std::span<const double> inputs, std::size_t end) {
    const formula operand = f.operand_before(end);
    std::vector<detail::exact_fraction> stack;
    for (const step s : operand.steps()) {
        if (detail::is_leaf(s)) {
            stack.push_back(detail::as_written(s.does == operation::input ? inputs[s.at] : operand.constant(s.at)));
            continue;
        }
        const detail::exact_fraction right = std::move(stack.back());
        stack.pop_back();
        stack.back() = detail::apply(s.does, stack.back(), right);
    }
    return stack.back().top.plus == stack.back().top.minus;
}

}  // namespace cxm

#pragma once

#include <charconv>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cxm/metric.hpp>
#include <cxm/outcome.hpp>

namespace cxm {

/// The shortest text that reads back as the same double; finite numbers only.
inline std::string spell(double number) {
    char text[32];
    // Whole numbers in full: 1e+06 customers would puzzle a reader.
    const bool short_enough = number < 1e15 && number > -1e15;
    const bool plain = short_enough && number == static_cast<double>(static_cast<long long>(number));
    const auto end = plain ? std::to_chars(text, text + sizeof text, static_cast<long long>(number)).ptr
                           : std::to_chars(text, text + sizeof text, number).ptr;
    return {text, end};
}

/// Spells a formula with the fewest brackets; `input` names or fills in the input at a position.
inline std::string spell(const formula& f, const std::function<std::string(std::size_t)>& input) {
    enum precedence { sum = 1, product = 2, atom = 3 };
    struct part {
        std::string text;
        precedence binds;
    };
    std::vector<part> stack;
    const auto bracketed = [](const part& p, bool needed) { return needed ? "(" + p.text + ")" : p.text; };
    for (const step s : f.steps()) {
        if (s.does == operation::input || s.does == operation::constant) {
            std::string text = s.does == operation::input ? input(s.at) : spell(f.constant(s.at));
            stack.push_back({std::move(text), atom});
            continue;
        }
        const part right = std::move(stack.back());
        stack.pop_back();
        part& left = stack.back();
        const bool additive = s.does == operation::add || s.does == operation::subtract;
        const precedence binds = additive ? sum : product;
        const bool not_associative = s.does == operation::subtract || s.does == operation::divide;
        const std::string_view sign = s.does == operation::add        ? " + "
                                      : s.does == operation::subtract ? " - "
                                      : s.does == operation::multiply ? " * "
                                                                      : " / ";
        left.text = bracketed(left, left.binds < binds) + std::string(sign) +
                    bracketed(right, right.binds < binds || (not_associative && right.binds == binds));
        left.binds = binds;
    }
    return stack.empty() ? std::string() : stack.back().text;
}

/// `customers_lost / customers_start`.
inline std::string spell(const formula& f) {
    return spell(f, [&](std::size_t at) { return std::string(f.inputs()[at]->key); });
}

/// `100 / 1000`: the formula with its numbers filled in; what is not given keeps its name.
inline std::string spell(const formula& f, std::span<const double> inputs) {
    return spell(f, [&](std::size_t at) {
        const double value = input_value(f, inputs, at);
        if (is_missing(value)) {
            return std::string(f.inputs()[at]->key);
        }
        return value < 0 ? "(" + spell(value) + ")" : spell(value);
    });
}

/// The inputs that a formula lacks, in its order.
inline std::vector<const measure*> lacking(const formula& f, std::span<const double> inputs) {
    std::vector<const measure*> all;
    for (std::size_t i = 0; i < f.inputs().size(); ++i) {
        if (is_missing(input_value(f, inputs, i))) {
            all.push_back(f.inputs()[i]);
        }
    }
    return all;
}

/// `customers_start, customers_end and customers_new`.
inline std::string listed(std::span<const measure* const> measures) {
    std::string names;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        names += i == 0 ? "" : i + 1 == measures.size() ? " and " : ", ";
        names += measures[i]->key;
    }
    return names;
}

/// Why a formula gave no number, of what is missing the first: `customers_start is 0`; empty where it did.
inline std::string reason(const formula& f, const outcome& result) {
    if (result.is == status::missing) {
        return f.empty() ? "nothing to compute" : std::string(f.inputs()[f.steps()[result.at].at]->key) + " is missing";
    }
    if (result.is == status::undefined) {
        if (f.steps()[result.at].does != operation::divide || result.value > 0) {
            return "the result is too large for a number";
        }
        const std::string denominator = spell(f.operand_before(result.at));
        return denominator + " is " + spell(result.value) + (result.value < 0 ? ", not above 0" : "");
    }
    return {};
}

}  // namespace cxm

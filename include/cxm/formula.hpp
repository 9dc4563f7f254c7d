#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>

#include <cxm/measure.hpp>

namespace cxm {

enum class operation : std::uint8_t { input, constant, add, subtract, multiply, divide };

/// One step of a formula in reverse Polish; `at` is a position among the inputs or the constants.
struct step {
    operation does;
    std::uint8_t at = 0;
};

/// Arithmetic over measures, kept as data: `customers_lost / customers_start` is a value of this type.
///
/// Formulas are made of measures, numbers, other formulas and `+ - * /`. One that outgrows the capacities below does
/// not compile (or throws std::length_error at run time).
class formula {
public:
    static constexpr std::size_t most_steps = 96;
    static constexpr std::size_t most_inputs = 20;
    static constexpr std::size_t most_constants = 12;

    constexpr formula() = default;
    constexpr formula(const measure& m) {
        inputs_[0] = &m;
        input_count_ = 1;
        push({operation::input, 0});
    }
    constexpr formula(const measure&&) = delete;
    constexpr formula(double number) {
        constants_[0] = number;
        constant_count_ = 1;
        push({operation::constant, 0});
    }

    /// The distinct measures, in the order of their first mention; values are given in this order.
    constexpr std::span<const measure* const> inputs() const { return {inputs_.data(), input_count_}; }
    constexpr std::span<const step> steps() const { return {steps_.data(), step_count_}; }
    constexpr double constant(std::size_t at) const { return constants_[at]; }
    constexpr bool empty() const { return step_count_ == 0; }

    /// The same formula over the part of the steps that ends before `end`: the operand that was last made there.
    constexpr formula operand_before(std::size_t end) const {
        formula part = *this;
        const std::size_t first = first_step_of_operand(end);
        part.step_count_ = 0;
        for (std::size_t i = first; i < end; ++i) {
            part.push(steps_[i]);
        }
        return part;
    }

    /// Where the operand that ends before `end` begins.
    constexpr std::size_t first_step_of_operand(std::size_t end) const {
        std::size_t wanted = 1;
        while (wanted > 0) {
            --end;
            const operation does = steps_[end].does;
            wanted += does == operation::input || does == operation::constant ? std::size_t(-1) : 1;
        }
        return end;
    }

    friend constexpr formula joined(const formula& left, const formula& right, operation does);

private:
    std::array<step, most_steps> steps_{};
    std::array<const measure*, most_inputs> inputs_{};
    std::array<double, most_constants> constants_{};
    std::size_t step_count_ = 0;
    std::size_t input_count_ = 0;
    std::size_t constant_count_ = 0;

    constexpr void push(step s) {
        if (step_count_ == most_steps) {
            throw std::length_error("the formula has too many steps");
        }
        steps_[step_count_++] = s;
    }

    constexpr std::uint8_t input_position(const measure* m) {
        for (std::size_t i = 0; i < input_count_; ++i) {
            if (*inputs_[i] == *m) {
                return static_cast<std::uint8_t>(i);
            }
        }
        if (input_count_ == most_inputs) {
            throw std::length_error("the formula has too many measures");
        }
        inputs_[input_count_] = m;
        return static_cast<std::uint8_t>(input_count_++);
    }

    constexpr std::uint8_t constant_position(double number) {
        for (std::size_t i = 0; i < constant_count_; ++i) {
            if (constants_[i] == number) {
                return static_cast<std::uint8_t>(i);
            }
        }
        if (constant_count_ == most_constants) {
            throw std::length_error("the formula has too many constants");
        }
        constants_[constant_count_] = number;
        return static_cast<std::uint8_t>(constant_count_++);
    }

    constexpr void append(const formula& other) {
        for (step s : other.steps()) {
            if (s.does == operation::input) {
                s.at = input_position(other.inputs_[s.at]);
            } else if (s.does == operation::constant) {
                s.at = constant_position(other.constants_[s.at]);
            }
            push(s);
        }
    }
};

/// The formula `left does right`.
constexpr formula joined(const formula& left, const formula& right, operation does) {
    formula both = left;
    both.append(right);
    both.push({does});
    return both;
}

constexpr formula operator+(const formula& a, const formula& b) { return joined(a, b, operation::add); }
constexpr formula operator-(const formula& a, const formula& b) { return joined(a, b, operation::subtract); }
constexpr formula operator*(const formula& a, const formula& b) { return joined(a, b, operation::multiply); }
constexpr formula operator/(const formula& a, const formula& b) { return joined(a, b, operation::divide); }

/// Where a measure stands among the inputs; their number if it is none of them.
constexpr std::size_t position(const formula& f, const measure& m) {
    const auto inputs = f.inputs();
    std::size_t at = 0;
    while (at < inputs.size() && !(*inputs[at] == m)) {
        ++at;
    }
    return at;
}

/// Both sides of the last division, the form of every share and rate; empty formulas if the last step is none.
struct fraction {
    formula top;
    formula bottom;
};

constexpr fraction split(const formula& f) {
    const std::size_t last = f.steps().size() - 1;
    if (f.empty() || f.steps()[last].does != operation::divide) {
        return {};
    }
    return {f.operand_before(f.first_step_of_operand(last)), f.operand_before(last)};
}

}  // namespace cxm

#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <cxm/metric.hpp>

#include "languages/language.hpp"

namespace cxm {

class dictionary;

/// What turns the English that a writer says into the language that is asked for; English itself unless made of a
/// dictionary, which must outlive it.
class wording {
public:
    wording() = default;
    explicit wording(const dictionary& of) : of_(&of) {}

    bool is_english() const { return of_ == nullptr; }

    /// The language's code, `en` of English.
    std::string_view code() const;

    /// A text of the language, typed with plain spaces and apostrophes, as it is printed.
    std::string printed(std::string_view typed) const;

    /// A word or a sentence; English where the language has none for it.
    std::string_view operator()(std::string_view english) const;

    /// The same with `{}` filled in.
    template <class First, class... Rest>
    std::string operator()(fmt::format_string<First, Rest...> english, First&& first, Rest&&... rest) const {
        return fmt::vformat(
            (*this)(std::string_view(fmt::string_view(english).data(), fmt::string_view(english).size())),
            fmt::make_format_args(first, rest...));
    }

    /// What is said of one, or of several: the languages part them differently.
    std::string_view of_number(double count, std::string_view one, std::string_view several) const;

    /// A sentence that is finished already, such as a reason: found by its form, its parts kept.
    std::string finished(std::string_view english) const;

    /// A number that is written as in English, `1,204.5`.
    std::string number(std::string english) const;

    /// What stands between a number and `%`, and between it and another unit.
    std::string_view before_percent() const;
    std::string_view before_unit() const;

    /// `janv. 2024` for `2024-01`, where the language writes it so.
    std::string period(std::string_view iso) const;

    // What the catalogue says; the user's own metrics and measures keep their words.
    std::string_view title(const metric& m) const;
    std::string_view meaning(const metric& m) const;
    std::string_view guide(const metric& m) const;
    std::string_view pitfalls(const metric& m) const;
    std::string_view rivals(const metric& m) const;
    std::string_view meaning(const measure& m) const;

private:
    const dictionary* of_ = nullptr;
};

}  // namespace cxm

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cxm {

/// A word of a condition or measure expression.
struct token {
    enum class kind { end, word, column, number, text, sign };
    kind is = kind::end;
    std::string value;   ///< without quotes
    std::size_t at = 0;  ///< its first byte

    /// Whether it is a keyword, in any case, or a sign.
    bool is_word(std::string_view keyword) const;
    bool is_sign(std::string_view sign) const { return is == kind::sign && value == sign; }
};

/// Cuts a text into tokens; throws bad_expression.
class lexer {
public:
    explicit lexer(std::string_view text);

    const token& peek() const { return next_; }
    token take();
    bool take_word(std::string_view keyword);
    bool take_sign(std::string_view sign);

    /// Refuses the next token: `where 'score >': found nothing, expected …`.
    [[noreturn]] void refuse(const std::string& expected) const;
    [[noreturn]] void refuse_at(std::size_t at, const std::string& finding) const;

private:
    void advance();
    void read_quoted(char quote);

    std::string_view text_;
    std::size_t at_ = 0;
    token next_;
};

}  // namespace cxm

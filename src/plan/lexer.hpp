#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace cxm {

/// Parentheses, `not` and the like go no deeper.
inline constexpr int deepest_nesting = 64;

/// What is wrong with a text of the language, and at which byte.
struct syntax_error : std::runtime_error {
    syntax_error(const std::string& finding, std::size_t place) : std::runtime_error(finding), at(place) {}
    std::size_t at;
};

/// Where a text of the language stands, which decides what a bare word is.
enum class dialect : std::uint8_t {
    sql,       ///< of plans: a bare word is a column, as is what "double quotes" hold
    sentence,  ///< of rules: a bare word is what the place wants, a label or its value, as is what any quotes hold
};

struct token {
    enum class kind : std::uint8_t { end, word, column, number, text, sign };
    kind is = kind::end;
    std::string value;   ///< without quotes
    std::size_t at = 0;  ///< its first byte

    /// Whether it is a keyword, in any case, or a sign.
    bool is_word(std::string_view keyword) const;
    bool is_sign(std::string_view sign) const { return is == kind::sign && value == sign; }
};

/// Cuts a text into tokens; throws syntax_error.
class lexer {
public:
    explicit lexer(std::string_view text, dialect of = dialect::sql);

    dialect speaks() const { return dialect_; }

    const token& peek() const { return next_; }
    token take();
    bool take_word(std::string_view keyword);
    bool take_sign(std::string_view sign);

    /// Whether the next token is a word with a parenthesis behind it.
    bool calls(std::string_view function) const;

    /// Of a sentence: the next token, where parentheses in front of a word belong to it.
    token take_value();

    /// The next token for messages: `'pro'`, or that there is none.
    std::string found() const;

    /// Refuses the next token: `found nothing more, expected …`.
    [[noreturn]] void refuse(const std::string& expected) const;

private:
    void advance();
    void read_quoted(char quote);
    void read_sql_word();
    void read_sentence_word();
    void read_sign();

    std::string_view text_;
    dialect dialect_;
    std::size_t at_ = 0;
    token next_;
};

/// Whether a value means itself in a sentence without quotes, where no keyword is looked for.
bool is_bare_value(std::string_view value);

}  // namespace cxm

#include "plan/lexer.hpp"

#include <algorithm>
#include <cctype>

#include "text/ascii.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::string_view sentence_signs = "<>=!";

constexpr std::string_view spaces = " \t\r\n\v\f";

bool is_space(char c) { return spaces.find(c) != std::string_view::npos; }

bool begins_word(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool continues_word(char c) { return begins_word(c) || is_digit(c) || c == '.' || c == '$'; }

bool ends_sentence_word(char c) {
    return is_space(c) || c == ',' || c == '\'' || c == '"' || sentence_signs.find(c) != std::string_view::npos;
}

/// All up to a blank, a sign or a quote; parentheses as far as they are closed within it.
std::size_t size_of_sentence_word(std::string_view text) {
    int open = 0;
    std::size_t size = 0;
    for (; size < text.size() && !ends_sentence_word(text[size]); ++size) {
        open += text[size] == '(' ? 1 : text[size] == ')' ? -1 : 0;
        if (open < 0) {
            break;
        }
    }
    return size;
}

}  // namespace

bool token::is_word(std::string_view keyword) const {
    return is == kind::word && std::equal(value.begin(), value.end(), keyword.begin(), keyword.end(),
                                          [](char a, char b) { return lower(a) == b; });
}

lexer::lexer(std::string_view text, dialect of) : text_(text), dialect_(of) { advance(); }

token lexer::take() {
    token taken = std::move(next_);
    advance();
    return taken;
}

bool lexer::take_word(std::string_view keyword) {
    const bool there = next_.is_word(keyword);
    if (there) {
        advance();
    }
    return there;
}

bool lexer::take_sign(std::string_view sign) {
    const bool there = next_.is_sign(sign);
    if (there) {
        advance();
    }
    return there;
}

bool lexer::calls(std::string_view function) const {
    const std::size_t behind = text_.find_first_not_of(spaces, at_);
    return next_.is_word(function) && behind != std::string_view::npos && text_[behind] == '(';
}

token lexer::take_value() {
    if (next_.is_sign("(")) {
        at_ = next_.at;
        read_sentence_word();
    }
    return take();
}

std::string lexer::found() const {
    return next_.is != token::kind::end ? quote_of(next_.value) : dialect_ == dialect::sql ? "the end" : "nothing more";
}

void lexer::refuse(const std::string& expected) const {
    throw syntax_error("found " + found() + ", expected " + expected, next_.at);
}

void lexer::advance() {
    while (at_ < text_.size() && is_space(text_[at_])) {
        ++at_;
    }
    next_ = {token::kind::end, "", at_};
    if (at_ == text_.size()) {
        return;
    }
    const char c = text_[at_];
    if (c == '\'' || c == '"') {
        read_quoted(c);
    } else if (dialect_ == dialect::sentence) {
        if (ends_sentence_word(c) || c == '(' || c == ')') {
            read_sign();
        } else {
            read_sentence_word();
        }
    } else if (begins_word(c) || is_digit(c) || (c == '-' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) {
        read_sql_word();
    } else {
        read_sign();
    }
}

/// A name, or a number with its sign and exponent.
void lexer::read_sql_word() {
    const bool is_name = begins_word(text_[at_]);
    next_.is = is_name ? token::kind::word : token::kind::number;
    const auto belongs = [&](char c) {
        const char before = text_[at_ - 1];
        return continues_word(c) || (!is_name && (c == '+' || c == '-') && (before == 'e' || before == 'E'));
    };
    for (++at_; at_ < text_.size() && belongs(text_[at_]); ++at_) {
    }
    next_.value = text_.substr(next_.at, at_ - next_.at);
}

void lexer::read_sentence_word() {
    next_.is = token::kind::word;
    next_.value = text_.substr(at_, size_of_sentence_word(text_.substr(at_)));
    at_ += next_.value.size();
}

void lexer::read_sign() {
    next_.is = token::kind::sign;
    if (dialect_ == dialect::sentence) {
        // All that stand together, so that `=>` is told of as one.
        at_ += std::max<std::size_t>(1, std::min(text_.find_first_not_of(sentence_signs, at_), text_.size()) - at_);
        next_.value = text_.substr(next_.at, at_ - next_.at);
        return;
    }
    if (text_.substr(at_, 2) == "==") {
        throw syntax_error("found '==', expected = (which compares here)", at_);
    }
    if (text_[at_] == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) {
        const std::size_t end = std::min(text_.find_first_not_of("0123456789", at_ + 1), text_.size());
        const std::string digits(text_.substr(at_, end - at_));
        throw syntax_error(
            "found " + quote_of(digits) + ", expected a number with a digit before its point: 0" + digits, at_);
    }
    constexpr std::string_view signs[] = {"!=", "<>", "<=", ">=", "=", "<", ">", "(", ")", ",", "+", "-", "*", "/"};
    const auto* const sign = std::find_if(std::begin(signs), std::end(signs), [&](std::string_view each) {
        return text_.substr(at_, each.size()) == each;
    });
    if (sign == std::end(signs)) {
        const char c = text_[at_];
        throw syntax_error("found " + quote_of(text_.substr(at_, 1)) + ", which means nothing here" +
                               (c == '&'   ? " (write and)"
                                : c == '|' ? " (write or)"
                                : c == '!' ? " (write not)"
                                           : ""),
                           at_);
    }
    next_.value = *sign;
    at_ += sign->size();
}

/// 'text' or "column"; a doubled quote stands for itself.
void lexer::read_quoted(char quote) {
    const bool is_column = quote == '"' && dialect_ == dialect::sql;
    next_.is = is_column ? token::kind::column : token::kind::text;
    for (++at_; at_ < text_.size(); ++at_) {
        if (text_[at_] == quote) {
            ++at_;
            if (at_ == text_.size() || text_[at_] != quote) {
                return;
            }
        }
        next_.value += text_[at_];
    }
    throw syntax_error(dialect_ == dialect::sentence
                           ? std::string("the quote ") + quote + " is never closed"
                           : std::string("the ") + (is_column ? "column" : "text") + " that opens here is never closed",
                       next_.at);
}

bool is_bare_value(std::string_view value) { return !value.empty() && size_of_sentence_word(value) == value.size(); }

}  // namespace cxm

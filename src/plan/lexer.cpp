#include "plan/lexer.hpp"

#include <algorithm>
#include <cctype>

#include "plan/condition.hpp"

namespace cxm {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool begins_word(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool continues_word(char c) { return begins_word(c) || is_digit(c) || c == '.' || c == '$'; }

}  // namespace

bool token::is_word(std::string_view keyword) const {
    return is == kind::word &&
           std::equal(value.begin(), value.end(), keyword.begin(), keyword.end(),
                      [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
}

lexer::lexer(std::string_view text) : text_(text) { advance(); }

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

void lexer::refuse(const std::string& expected) const {
    const std::string found = next_.is == token::kind::end ? "the end" : quoted(next_.value);
    refuse_at(next_.at, "found " + found + ", expected " + expected);
}

void lexer::refuse_at(std::size_t at, const std::string& finding) const { throw bad_expression(text_, at, finding); }

void lexer::advance() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) {
        ++at_;
    }
    next_ = {token::kind::end, "", at_};
    if (at_ == text_.size()) {
        return;
    }
    const char c = text_[at_];
    const std::size_t begin = at_;
    const auto take_while = [&](auto belongs) {
        while (at_ < text_.size() && belongs(text_[at_])) {
            ++at_;
        }
        next_.value = text_.substr(begin, at_ - begin);
    };
    if (c == '\'' || c == '"') {
        read_quoted(c);
    } else if (begins_word(c)) {
        next_.is = token::kind::word;
        take_while(continues_word);
    } else if (is_digit(c) || (c == '-' && begin + 1 < text_.size() && is_digit(text_[begin + 1]))) {
        next_.is = token::kind::number;
        ++at_;
        take_while([&](char d) {
            return continues_word(d) || ((d == '+' || d == '-') && (text_[at_ - 1] == 'e' || text_[at_ - 1] == 'E'));
        });
    } else {
        constexpr std::string_view signs[] = {"!=", "<>", "<=", ">=", "=", "<", ">", "(", ")", ","};
        const auto* const sign = std::find_if(std::begin(signs), std::end(signs), [&](std::string_view each) {
            return text_.substr(at_, each.size()) == each;
        });
        if (sign == std::end(signs)) {
            refuse_at(at_, "found " + quoted(text_.substr(at_, 1)) + ", which means nothing here" +
                               (c == '&'   ? " (write and)"
                                : c == '|' ? " (write or)"
                                : c == '!' ? " (write not)"
                                           : ""));
        }
        next_.is = token::kind::sign;
        next_.value = *sign;
        at_ += sign->size();
    }
}

/// 'text' or "column"; a doubled quote stands for itself.
void lexer::read_quoted(char quote) {
    next_.is = quote == '"' ? token::kind::column : token::kind::text;
    for (++at_; at_ < text_.size(); ++at_) {
        if (text_[at_] == quote) {
            ++at_;
            if (at_ == text_.size() || text_[at_] != quote) {
                return;
            }
        }
        next_.value += text_[at_];
    }
    refuse_at(next_.at, std::string("the ") + (quote == '"' ? "column" : "text") + " that opens here is never closed");
}

}  // namespace cxm

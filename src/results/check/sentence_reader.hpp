#pragma once

#include <string>
#include <string_view>

#include "catalogue/metrics_in_use.hpp"
#include "plan/lexer.hpp"
#include "results/check/sentence.hpp"

namespace cxm {

/// Reads a sentence word by word: what is required of a metric, then clauses that say of what.
class sentence_reader {
public:
    sentence_reader(std::string_view text, const catalogue& known) : words_(text, dialect::sentence), known_(known) {}

    sentence read();

private:
    using kind = token::kind;

    void read_metric();
    void read_figure(const std::string& name, std::size_t at);
    void read_movement();
    void read_relation();
    void read_limit();

    void read_clause();
    void once(bool first);
    void read_baseline();
    void read_labels();
    void read_period();
    std::string value(std::string_view expected);

    const token& next() const { return words_.peek(); }
    bool is_word(std::string_view word) const { return next().is == kind::word && next().value == word; }
    bool take_word(std::string_view word) { return is_word(word) && words_.take_word(word); }
    std::string found() const { return words_.found(); }
    [[noreturn]] void refuse(const std::string& what) const { throw syntax_error(what, next().at); }

    lexer words_;
    const catalogue& known_;
    sentence says_;
};

}  // namespace cxm

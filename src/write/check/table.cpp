#include <algorithm>

#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "write/check/formats.hpp"
#include "write/check/text.hpp"
#include "write/lines.hpp"

namespace cxm {

namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t gap = 3;

/// The cells of a finding: verdict, where, value, interval, n, limit.
using table_cells = std::array<std::string, 6>;

table_cells cells_of(const finding& f, const notation& in) {
    const std::string n = count_text(f);
    return {std::string(name(f.is)), judged_text(f, in),       value_text(f, in),
            interval_text(f, in),    n.empty() ? n : "n " + n, limit_text(f, in)};
}

style looks_of(check_verdict v) {
    switch (v) {
        case check_verdict::pass: return style::good;
        case check_verdict::fail: return style::bad;
        case check_verdict::no_data: return style::dim;
        default: return style::bold;
    }
}

class check_table {
public:
    check_table(const check_result& of, const look& drawn)
        : of_(of), in_{of.currency, drawn.ascii}, out_(drawn.colour) {
        for (const finding& f : of.findings) {
            cells_.push_back(cells_of(f, in_));
            for (std::size_t i = 0; i < widths_.size(); ++i) {
                widths_[i] = std::max(widths_[i], display_width(cells_.back()[i]));
            }
        }
    }

    std::string text() {
        for (std::size_t i = 0; i < of_.findings.size(); ++i) {
            const finding& f = of_.findings[i];
            if (i == 0 || of_.findings[i - 1].of != f.of) {
                head(*f.of);
            }
            row(f, cells_[i]);
        }
        out_.end_line();
        out_.left(0, summary_text(of_), of_.failed() ? style::bad : style::good);
        out_.end_line();
        return out_.text();
    }

private:
    const check_result& of_;
    notation in_;
    lines out_;
    std::vector<table_cells> cells_;
    std::array<std::size_t, 6> widths_{};

    void head(const rule& r) {
        out_.left(0, rule_text(r), style::bold);
        const std::string options = rule_options_text(r);
        out_.left(0, options.empty() ? options : "(" + options + ")", style::dim);
        out_.end_line();
    }

    void row(const finding& f, const table_cells& cells) {
        std::size_t column = indent;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool is_value = i == 2;
            if (is_value) {
                out_.right(column + widths_[i], cells[i]);
            } else {
                out_.left(column, cells[i], i == 0 ? looks_of(f.is) : style::plain);
            }
            column += widths_[i] + (widths_[i] == 0 ? 0 : gap);
        }
        out_.end_line();
        const std::size_t below = indent + widths_[0] + gap;
        for (const std::string& remark : {change_in_words(f, in_), f.reason}) {
            if (!remark.empty()) {
                out_.left(below, remark, style::dim);
                out_.end_line();
            }
        }
    }
};

}  // namespace

std::string write_check_table(const check_result& of, const look& drawn) { return check_table(of, drawn).text(); }

}  // namespace cxm

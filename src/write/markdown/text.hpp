#pragma once

#include <string>
#include <string_view>

namespace cxm {

/// Foreign text on one line that Markdown leaves as it is, also within a table: no mark-up, HTML, link, mention or
/// reference comes to life on GitHub.
std::string markdown_text(std::string_view foreign);

/// Writes a table of Markdown row by row.
class markdown_table {
public:
    explicit markdown_table(std::string& out) : out_(out) {}

    void text(std::string_view foreign) { own(markdown_text(foreign)); }

    /// Words and numbers of our own, which may have mark-up.
    void own(std::string_view cell) {
        out_ += first_ ? "|" : "";
        first_ = false;
        out_.append(cell.empty() ? "" : " ").append(cell).append(" |");
    }

    void end_row() {
        out_ += '\n';
        first_ = true;
    }

private:
    std::string& out_;
    bool first_ = true;
};

}  // namespace cxm

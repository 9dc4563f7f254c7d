#include "run/summary.hpp"

#include "run/warnings.hpp"
#include "text/shown.hpp"
#include "write/lines.hpp"
#include "write/markdown/text.hpp"
#include "write/receipt.hpp"

namespace cxm {

namespace {

std::string as_opening(const std::vector<std::string>& sentences, const output_settings& how) {
    if (sentences.empty()) {
        return {};
    }
    if (how.form == format::markdown) {
        std::string text;
        for (const std::string& sentence : sentences) {
            text += markdown_text(sentence) + "\n\n";
        }
        return text;
    }
    lines text(how.drawn.colour);
    for (const std::string& sentence : sentences) {
        text.paragraph(0, sentence, how.drawn.width, style::bold);
    }
    text.end_line();
    return text.text();
}

/// A line each, however long: what becomes of it elsewhere is not for this terminal to say.
std::string as_lines(const std::vector<std::string>& sentences, format form) {
    std::string text;
    for (const std::string& sentence : sentences) {
        text += (form == format::markdown ? markdown_text(sentence) : sentence) + "\n";
    }
    return without_commands(text);
}

}  // namespace

std::string opened(const output_settings& how, const streams& io,
                   const std::function<std::vector<std::string>()>& sentences,
                   const std::function<std::string()>& answer) {
    if (how.form == format::html && how.sentences == opening::first && io.kept != nullptr) {
        io.kept->opening = sentences();
    }
    if (how.sentences == opening::never || !is_for_readers(how.form)) {
        return answer();
    }
    const std::vector<std::string> each = sentences();
    if (how.sentences == opening::first) {
        return as_opening(each, how) + answer();
    }
    if (each.empty()) {
        note(io, "nothing can be said in a sentence; without --brief there are the numbers");
    }
    return as_lines(each, how.form);
}

}  // namespace cxm

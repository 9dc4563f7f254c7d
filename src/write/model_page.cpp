#include "write/model_page.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "write/json/object.hpp"
#include "write/lines.hpp"

namespace cxm {

namespace {

using titled_text = std::pair<std::string_view, std::string_view>;

std::array<titled_text, 6> entries_of(const model_page& of) {
    return {{{"Assumes", of.assumes},
             {"Reading", of.reading},
             {"Not for", of.not_for},
             {"Rivals", of.rivals},
             {"Source", of.source},
             {"Test", of.tested}}};
}

/// As keys are compared: `markov:2` is markov, and dashes are underscores.
std::string plain_key(std::string_view typed) {
    std::string key(typed.substr(0, typed.starts_with("markov:") ? typed.find(':') : typed.npos));
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
}

}  // namespace

const model_page* find_model_page(std::string_view key) {
    for (const std::span<const model_page> pages : {forecast_pages(), credit_pages()}) {
        for (const model_page& page : pages) {
            if (plain_key(page.key) == plain_key(key)) {
                return &page;
            }
        }
    }
    return nullptr;
}

std::string write_model_page(const model_page& of, const look& drawn) {
    constexpr std::size_t text_begins = 14;
    lines to(drawn.colour);
    to.left(0, drawn.say(of.title), style::bold);
    to.left(0, fmt::format("({}, {} {})", of.key, drawn.say(of.by), of.command));
    to.end_line();
    to.end_line();
    for (const auto& [title, text] : entries_of(of)) {
        to.left(0, drawn.say(title), style::dim);
        to.paragraph(text_begins, drawn.say(text), drawn.width);
    }
    return to.text();
}

std::string model_page_json(const model_page& of) {
    std::string text;
    json_object object(text);
    object.text("model", of.key);
    object.text("title", of.title);
    object.text("command", of.command);
    object.text("assumes", of.assumes);
    object.text("reading", of.reading);
    object.text("not_for", of.not_for);
    object.text("rivals", of.rivals);
    object.text("source", of.source);
    object.text("tested", of.tested);
    object.end();
    return text + '\n';
}

}  // namespace cxm

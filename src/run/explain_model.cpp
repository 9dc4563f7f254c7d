#include "run/explain_model.hpp"

#include <algorithm>

#include "catalogue/metrics_in_use.hpp"
#include "run/flags/output_flags.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "write/model_page.hpp"

namespace cxm {

namespace {

struct model_page_writer {
    format form;
    std::string (*write)(const model_page& of, const output_settings& how);
};

constexpr model_page_writer model_page_writers[] = {
    {format::table,
     [](const model_page& of, const output_settings& how) {
         look drawn = how.drawn;
         drawn.width = std::min<std::size_t>(drawn.width, 100);
         return write_model_page(of, drawn);
     }},
    {format::json, [](const model_page& of, const output_settings&) { return model_page_json(of); }},
};

}  // namespace

choices words_of_models() {
    choices words;
    for (const std::span<const model_page> pages : {forecast_pages(), credit_pages()}) {
        for (const model_page& page : pages) {
            words.emplace_back(page.key, page.title);
        }
    }
    return words;
}

namespace {

/// The first that is no flag; empty where there is none.
std::string first_word(const arguments& given) {
    const auto word =
        std::find_if(given.begin(), given.end(), [](const std::string& a) { return !a.starts_with('-'); });
    return word == given.end() ? std::string() : *word;
}

}  // namespace

bool names_model(const arguments& given) { return find_model_page(first_word(given)) != nullptr; }

void refuse_misspelt_model(const arguments& given) {
    const std::string word = first_word(given);
    const catalogue known;
    std::vector<std::string_view> metrics;
    for (const metric* m : known.metrics()) {
        metrics.push_back(m->key);
    }
    const choices pages = words_of_models();
    std::vector<std::string_view> models;
    for (const auto& [key, title] : pages) {
        models.push_back(key);
    }
    const bool is_metric = word.empty() || known.find_metric_typed(word) != nullptr || !nearest(word, metrics).empty();
    if (!is_metric && !nearest(word, models).empty()) {
        throw bad_usage("unknown metric or model " + quote_of(word) + did_you_mean(word, models));
    }
}

int run_explain_model(const arguments& given, const streams& io) {
    std::vector<std::string> models;
    output_flags output_texts;
    const choices formats = formats_in(model_page_writers);
    command_line line = line_for("explain", "MODEL");
    line.operands_name = "MODEL";
    line.operands_help = "A model that forecasts, or that divides credit";
    line.operands = &models;
    line.operand_words = words_of_models();
    add_flags(line.flags, output_texts, formats, {.money = false, .drawing = false, .words = true});
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(output_texts, line, formats, io);
    if (models.size() != 1) {
        throw bad_usage("cxm explain tells of one model at a time");
    }
    put_as(io, output, writer_of(output.form, model_page_writers)(*find_model_page(models.front()), output));
    return 0;
}

}  // namespace cxm

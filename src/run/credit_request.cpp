#include "run/credit_request.hpp"

#include <algorithm>

#include "run/flags/interval_flags.hpp"
#include "text/folded.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

namespace {

constexpr word_for<attribution_model> model_words[] = {
    {"first", attribution_model::first},
    {"last", attribution_model::last},
    {"last-non-direct", attribution_model::last_non_direct},
    {"linear", attribution_model::linear},
    {"position", attribution_model::position},
    {"decay", attribution_model::time_decay},
    {"markov", attribution_model::markov},
    {"shapley", attribution_model::shapley},
    {"shapley-rate", attribution_model::shapley_rate},
};

}  // namespace

void add_flags(command_line& line, credit_flags& f) {
    constexpr const char* group = "Credit";
    line.flags.push_back({"--touches", "ID,TIME,CHANNEL",
                          "The columns of who, when, and by which channel; without a channel a row is no touch",
                          &f.touches, "Rows"});
    add_row_flags(line, f.rows);
    line.flags.push_back(
        {"--conversion", "CONDITION", "Which rows are conversions: \"event = 'buy'\"", &f.conversion, group});
    line.flags.push_back({"--value", "COLUMN", "What a conversion is worth", &f.value, group});
    line.flags.push_back({"--paths", "PATH,CONVERSIONS,NULLS[,VALUE]",
                          "Paths that are there already, 'email > search', with how many converted and did not",
                          &f.paths, group});
    line.flags.push_back({"--model", "MODEL",
                          "One of " + listed(words_in(model_words)) + ", and markov:2 and so on (repeatable; all)",
                          &f.models, group});
    line.flags.push_back(
        {"--direct", "CHANNEL", "What last-non-direct passes over (direct; repeatable)", &f.direct, group});
    line.flags.push_back(
        {"--lookback", "LENGTH", "How old a touch may be when the conversion comes (30d)", &f.lookback, group});
    line.flags.push_back(
        {"--half-life", "LENGTH", "The age at which decay halves the credit (7d)", &f.half_life, group});
    line.flags.push_back({"--bootstrap", "N",
                          "Limits of the shares from so many resamples of the journeys, the same "
                          "at each run",
                          &f.resamples, group});
    line.flags.push_back({"--cost", "FILE", "CSV of channel and cost: cost a conversion, and return", &f.cost, group});
    line.flags.push_back({"--level", "LEVEL", "The confidence level of --bootstrap (95%)", &f.level, group});
}

namespace {

/// `markov:2` is a chain that remembers two touches.
named_model model_of(const std::string& text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string word = text.substr(0, colon);
    named_model model{text, {.model = value_of("--model", word, model_words)}};
    if (model.rules.model != attribution_model::markov) {
        if (colon != text.size()) {
            throw bad_usage("--model: " + quote_of(text) + ": only markov takes a number");
        }
        return model;
    }
    const auto order = colon == text.size() ? std::optional(1.0) : parse_number(text.substr(colon + 1));
    if (!order || *order < 1 || *order > 9 || *order != static_cast<double>(static_cast<std::size_t>(*order))) {
        throw bad_usage("--model: " + quote_of(text) + " is not markov:1 to markov:9");
    }
    model.rules.order = static_cast<std::size_t>(*order);
    model.name = "markov:" + std::to_string(model.rules.order);
    return model;
}

std::vector<named_model> models_of(const credit_flags& given) {
    std::vector<named_model> models;
    for (const std::string& text : given.models) {
        const named_model model = model_of(text);
        if (std::any_of(models.begin(), models.end(), [&](const named_model& m) { return m.name == model.name; })) {
            throw bad_usage("--model: " + model.name + " is given twice");
        }
        models.push_back(model);
    }
    for (std::size_t i = 0; models.size() < std::size(model_words) && given.models.empty(); ++i) {
        models.push_back(model_of(std::string(model_words[i].word)));
    }
    return models;
}

std::size_t resamples_of(const credit_flags& given) {
    if (!given.resamples) {
        if (given.level) {
            throw bad_usage("--level is about the limits of --bootstrap N, which is not given");
        }
        return 0;
    }
    const auto number = parse_number(*given.resamples);
    if (!number || *number < 100 || *number > 1e6 ||
        *number != static_cast<double>(static_cast<std::size_t>(*number))) {
        throw bad_usage("--bootstrap: " + quote_of(*given.resamples) + " is not a whole number from 100 to 1,000,000");
    }
    return static_cast<std::size_t>(*number);
}

/// Refuses what has nothing to act on.
void require_use(const credit_flags& given, const std::vector<named_model>& models) {
    const auto has = [&](attribution_model wanted) {
        return std::any_of(models.begin(), models.end(), [&](const auto& m) { return m.rules.model == wanted; });
    };
    if (!given.direct.empty() && !has(attribution_model::last_non_direct)) {
        throw bad_usage("--direct is about the model last-non-direct, which is not asked for");
    }
    if (given.half_life && !has(attribution_model::time_decay)) {
        throw bad_usage("--half-life is about the model decay, which is not asked for");
    }
    if (given.paths) {
        const raw_flags& raw = given.rows.input.raw;
        const bool of_rows = given.touches || given.conversion || given.value || given.lookback || given.half_life ||
                             given.rows.until || raw.date_format || raw.time_zone || raw.one_per || raw.plan;
        if (of_rows) {
            throw bad_usage("--paths takes paths as they are: --touches, --conversion, --value, --lookback, "
                            "--half-life, --until, --date-format, --time-zone, --one-per and --plan are about rows "
                            "that paths are made of");
        }
        return;
    }
    if (!given.touches || !given.conversion) {
        throw bad_usage("credit needs touches and conversions; give --touches ID,TIME,CHANNEL, which are columns, and "
                        "--conversion \"event = 'buy'\"");
    }
}

}  // namespace

credit_request request_of(const credit_flags& given) {
    credit_request asked;
    asked.models = models_of(given);
    require_use(given, asked.models);
    for (const std::string& channel : given.direct) {
        asked.direct.push_back(folded(channel));
    }
    if (given.direct.empty()) {
        asked.direct = {"direct", "(direct)", "(none)", "(direct) / (none)"};
    }
    asked.lookback = given.lookback ? length_of("--lookback", *given.lookback) : 30 * microseconds_a_day;
    asked.half_life = given.half_life ? length_of("--half-life", *given.half_life) : 7 * microseconds_a_day;
    if (asked.half_life == 0) {
        throw bad_usage("--half-life: at 0 no touch would have any credit");
    }
    asked.until = last_moment_of(given.rows);
    asked.has_values = given.value.has_value();
    asked.resamples = resamples_of(given);
    asked.level = given.level ? level_of(*given.level) : asked.level;
    return asked;
}

}  // namespace cxm

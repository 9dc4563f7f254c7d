#include "look/proposals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "look/columns_for.hpp"
#include "look/name_hints.hpp"
#include "plan/column.hpp"
#include "text/shell_word.hpp"

namespace cxm {

namespace {

const column_facts* date_in(const file_facts& facts) {
    return first_column(facts, [](const column_facts& c) { return is_dated(c) && c.blank == 0; });
}

/// The flags for the period; no word where no column has dates.
command_words period_flags(const file_facts& facts) {
    const column_facts* const dates = date_in(facts);
    if (dates == nullptr) {
        return {};
    }
    const command_words flags = {"--period", dates->name + ":" + grain_of(*dates)};
    return dates->date_format.empty() ? flags : flags + command_words{"--date-format", dates->date_format};
}

struct survey_found {
    const survey_kind* of;
    const column_facts* column;
    std::string scale;  ///< empty where it is the usual one
};

bool is_on(const column_facts& c, double low, double high) { return c.least >= low && c.most <= high; }

/// The answers of surveys, at most a column for each kind, in the order of the kinds.
std::vector<survey_found> surveys_in(const file_facts& facts) {
    std::vector<survey_found> surveys;
    const auto find = [&](std::span<const std::string_view> hints, double low, double high) {
        return first_column(facts, [&](const column_facts& c) {
            const bool taken =
                std::any_of(surveys.begin(), surveys.end(), [&](const auto& s) { return s.column == &c; });
            return !taken && c.is == column_kind::answers && hints_at(c.name, hints) && is_on(c, low, high);
        });
    };
    if (const auto* const effort = find(hints_of_ces, 1, 7)) {
        surveys.push_back({&survey_kinds[2], effort, ""});
    }
    // Answers that never pass 5 are none of 0..10.
    const auto* const likely = find(hints_of_nps, 0, 10);
    if (likely != nullptr && likely->most > 5) {
        surveys.insert(surveys.begin(), {&survey_kinds[0], likely, ""});
    }
    for (const int high : {5, 7, 10}) {
        if (const auto* const rating = find(hints_of_csat, 1, high)) {
            surveys.insert(surveys.begin() + (likely != nullptr && likely->most > 5 ? 1 : 0),
                           {&survey_kinds[1], rating, high == 5 ? "" : fmt::format(":1..{}", high)});
            break;
        }
    }
    const column_facts* const worded = first_column(facts, [](const column_facts& c) { return !c.answers.empty(); });
    const auto is_csat = [](const survey_found& s) { return s.of == &survey_kinds[1]; };
    if (worded != nullptr && std::none_of(surveys.begin(), surveys.end(), is_csat)) {
        const bool behind_nps = !surveys.empty() && surveys[0].of == &survey_kinds[0];
        surveys.insert(surveys.begin() + (behind_nps ? 1 : 0), {&survey_kinds[1], worded, ":" + worded->answers});
    }
    return surveys;
}

/// The metric that answers of a kind make.
std::string metric_of(const survey_kind& kind) { return std::string(kind.key); }

command_words flag_of(const survey_found& survey) {
    return {"--" + std::string(survey.of->key), survey.column->name + survey.scale};
}

/// Columns of stays: a first day in every row, a last day in some.
std::optional<std::pair<const column_facts*, const column_facts*>> stays_in(const file_facts& facts) {
    const auto of = [&](std::span<const std::string_view> hints) {
        return first_column(facts, [&](const column_facts& c) { return is_dated(c) && hints_at(c.name, hints); });
    };
    const column_facts* const start = of(hints_of_start);
    const column_facts* const end = of(hints_of_end);
    const bool fit = start != nullptr && end != nullptr && start != end && start->blank == 0 && end->blank != 0 &&
                     start->date_format == end->date_format;
    return fit ? std::optional(std::pair(start, end)) : std::nullopt;
}

/// A word of a column of events, which says that something was bought.
struct deed {
    const column_facts* column;
    std::string word;
};

std::optional<deed> purchase_in(const file_facts& facts) {
    constexpr std::array<std::string_view, 4> events = {"event", "action", "activity", "type"};
    constexpr std::array<std::string_view, 6> words = {"buy", "bought", "order", "purchase", "sale", "checkout"};
    for (const column_facts& c : facts.columns) {
        if (c.is != column_kind::words || !hints_at(c.name, events)) {
            continue;
        }
        for (const auto& [word, times] : c.commonest) {
            if (hints_at(word, words) && word.find('\'') == word.npos) {
                return deed{&c, word};
            }
        }
    }
    return std::nullopt;
}

const column_facts* money_in(const file_facts& facts) {
    return first_column(facts, [](const column_facts& c) {
        return c.is == column_kind::money && c.date_format.empty() && c.most != 0 && hints_at(c.name, hints_of_revenue);
    });
}

const column_facts* customer_in(const file_facts& facts) {
    return first_column(facts, [](const column_facts& c) {
        return c.is == column_kind::id &&
               (hints_at(c.name, std::array<std::string_view, 4>{"customer", "user", "client", "kunde"}));
    });
}

/// The flags that say that rows, maybe those of a deed, are orders of customers who come back; none where they are not.
command_words orders_in(const file_facts& facts, const std::optional<deed>& purchase) {
    const column_facts* const customer = customer_in(facts);
    const column_facts* const dates = date_in(facts);
    const column_facts* const money = money_in(facts);
    const bool is_named = customer != nullptr && dates != nullptr && customer->name.find(',') == std::string::npos &&
                          dates->name.find(',') == std::string::npos;
    if (!is_named || customer->blank != 0 || (money == nullptr && !purchase) ||
        (!customer->over && customer->distinct >= customer->filled)) {
        return {};
    }
    const bool has_amounts =
        money != nullptr && money->blank == 0 && money->least >= 0 && money->name.find(',') == std::string::npos;
    command_words flags = {"--orders", customer->name + "," + dates->name + (has_amounts ? "," + money->name : "")};
    if (!dates->date_format.empty()) {
        flags = flags + command_words{"--date-format", dates->date_format};
    }
    if (purchase) {
        flags = flags + command_words{"--where", spell_column(purchase->column->name) + " = '" + purchase->word + "'"};
    }
    return flags;
}

/// Measures that can be counted of any rows: amounts, customers, or the rows themselves.
std::vector<std::string> measures_for(const file_facts& facts) {
    const std::optional<deed> purchase = purchase_in(facts);
    const column_facts* const money = money_in(facts);
    const column_facts* const customer = customer_in(facts);
    const column_facts* const wait = first_column(facts, [](const column_facts& c) {
        return c.is == column_kind::duration && hints_at(c.name, hints_of_response);
    });
    std::vector<std::string> measures;
    if (wait != nullptr) {
        const std::string column = spell_column(wait->name);
        return {"response_seconds=sum " + column, "tickets_answered=count where " + column + " is not blank"};
    }
    if (money != nullptr) {
        measures.push_back("revenue=sum " + spell_column(money->name));
    }
    measures.push_back(
        "transactions=count" +
        (purchase ? " where " + spell_column(purchase->column->name) + " = '" + purchase->word + "'" : std::string()));
    if (customer != nullptr) {
        measures.push_back("customers_active=distinct " + spell_column(customer->name));
    }
    return measures;
}

}  // namespace

std::vector<proposal> proposals_of_rows(const file_facts& facts) {
    std::vector<proposal> all;
    const command_words file = {facts.file};
    const command_words dated = period_flags(facts);
    const command_words reading = reading_of(facts);
    const column_facts* const label = label_in(facts);
    const command_words by = label == nullptr ? command_words() : command_words{"--by", label->name};
    const auto add = [&](std::string why, const command_words& line) {
        all.push_back({std::move(why), line + reading});
    };
    if (const std::vector<survey_found> surveys = surveys_in(facts); !surveys.empty()) {
        const survey_found& first = surveys[0];
        const std::string scale =
            first.scale.empty() ? fmt::format("{}..{}", first.of->low, first.of->high) : first.scale.substr(1);
        const bool may_be_nps = first.scale == ":1..10";
        add(fmt::format("{} looks like answers {}{}", first.column->name,
                        first.column->answers.empty() ? "of " + scale : "in words",
                        may_be_nps ? "; were it 0..10, --nps would count it" : ""),
            command_words{"report"} + file + flag_of(first) + dated + by);
        command_words ask;
        for (const survey_found& survey : surveys) {
            ask = ask + flag_of(survey);
        }
        if (surveys.size() > 1) {
            add("all its answers together", command_words{"report"} + file + ask + dated);
        }
        if (!dated.empty() && has_several_periods(*date_in(facts))) {
            add("whether it moved more than it does anyway", command_words{"trend"} + file + flag_of(first) + dated +
                                                                 command_words{"--metric", metric_of(*first.of)});
        }
        add("the counts behind them, as records", command_words{"tally"} + file + ask + dated + by);
        return all;
    }
    if (const auto stays = stays_in(facts)) {
        const column_facts& start = *stays->first;
        command_words ask = {"--subscriptions", start.name + "," + stays->second->name, "--period", ":month"};
        if (!start.date_format.empty()) {
            ask = ask + command_words{"--date-format", start.date_format};
        }
        add(fmt::format("a row is a customer's stay, from {} to {}: churn and retention by month", start.name,
                        stays->second->name),
            command_words{"report"} + file + ask + command_words{"--metric", "churn", "--metric", "retention"});
        add("whether churn moved more than it does anyway",
            command_words{"trend"} + file + ask + command_words{"--metric", "churn"});
        add("customers by month, as records", command_words{"tally"} + file + ask + by);
        return all;
    }
    // What tells events apart is no segment of those that are counted.
    const std::optional<deed> purchase = purchase_in(facts);
    const command_words parts = purchase && purchase->column == label ? command_words() : by;
    if (const command_words orders = orders_in(facts, purchase); !orders.empty()) {
        add("who buys again, by " + grain_of(*date_in(facts)),
            command_words{"report"} + file + orders +
                command_words{"--period", ":" + grain_of(*date_in(facts)), "--metric", "repeat_purchase"});
        add("how many of those who came first in the same month came back", command_words{"cohorts"} + file + orders);
    }
    command_words ask;
    for (const std::string& measure : measures_for(facts)) {
        ask = ask + command_words{"--measure", measure};
    }
    if (ask.size() > 2) {
        const bool of_tickets = ask[1].starts_with("response_seconds");
        add(of_tickets ? "how long an answer takes" : "what a transaction, or a customer, brings",
            command_words{"report"} + file + ask + dated + parts);
    }
    add(dated.empty() ? "how many there are" : "how many there are, by " + grain_of(*date_in(facts)),
        command_words{"tally"} + file + ask + dated + parts);
    return all;
}

std::string proposal::line() const {
    std::string text = "cxm";
    for (const std::string& word : words) {
        text += " " + shell_word(word, true);
    }
    return text;
}

std::vector<proposal> proposals_for(const file_facts& facts, const catalogue& known) {
    return facts.holds_records() ? proposals_of_records(facts, known) : proposals_of_rows(facts);
}

std::optional<plan> plan_for(const file_facts& facts, const catalogue& known) {
    if (facts.holds_records() || facts.columns.empty()) {
        return std::nullopt;
    }
    plan made;
    if (const column_facts* const dates = date_in(facts)) {
        add_period(made, dates->name + ":" + grain_of(*dates));
        if (!dates->date_format.empty()) {
            set_date_format(made, dates->date_format);
        }
    }
    if (const column_facts* const label = label_in(facts)) {
        add_label(made, label->name);
    }
    const std::vector<survey_found> surveys = surveys_in(facts);
    const auto stays = stays_in(facts);
    for (const survey_found& survey : surveys) {
        add_survey(made, *survey.of, survey.column->name + survey.scale);
    }
    if (surveys.empty() && stays) {
        made.period.clear();
        made.every = grain::month;
        made.date_format = stays->first->date_format;
        add_subscriptions(made, stays->first->name + "," + stays->second->name);
    } else if (surveys.empty()) {
        for (const std::string& measure : measures_for(facts)) {
            add_measure(made, measure);
        }
    }
    validate(made, known);
    return made;
}

}  // namespace cxm

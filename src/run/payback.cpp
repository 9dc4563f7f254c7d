#include <cxm/metrics/customers.hpp>

#include "results/pay_back.hpp"
#include "run/command.hpp"
#include "run/flags/output_flags.hpp"
#include "text/problem.hpp"
#include "values/amount.hpp"
#include "values/number.hpp"
#include "write/number/number_text.hpp"
#include "write/pay_back_text.hpp"

namespace cxm {

namespace {

struct pay_back_writer {
    format form;
    std::string (*write)(const pay_back& p, const output_settings& how);
};

constexpr pay_back_writer payback_writers[] = {
    {format::table,
     [](const pay_back& p, const output_settings& how) { return write_pay_back(p, how.shown_currency(), how.drawn); }},
    {format::json,
     [](const pay_back& p, const output_settings& how) { return pay_back_json(p, how.shown_currency()); }},
};

/// What was typed after `cxm payback`.
struct payback_flags {
    std::optional<std::string> cost = {};
    std::optional<std::string> margin = {};
    std::optional<std::string> retention = {};
    std::optional<std::string> churn = {};
};

double money_of(std::string_view flag, const std::optional<std::string>& text) {
    if (!text) {
        throw bad_usage("cxm payback needs " + std::string(flag) + "; see 'cxm payback --help'");
    }
    const auto money = parse_number(*text);
    if (!money || *money < 0) {
        throw bad_usage(std::string(flag) + ": " + quote_of(*text) + " is no amount of 0 or more");
    }
    return *money;
}

double share_of(const metric& m, std::string_view flag, const std::string& text) {
    const auto share = parse_amount(text);
    if (!share) {
        throw bad_usage(std::string(flag) + ": " + quote_of(text) + " is no number; write 95% or 0.95");
    }
    if (const std::string wrong = objection_to_level(m, *share); !wrong.empty()) {
        throw bad_usage(std::string(flag) + ": " + wrong);
    }
    return share->number;
}

double kept_of(const payback_flags& given) {
    if (given.retention.has_value() == given.churn.has_value()) {
        throw bad_usage(given.churn ? "--retention and --churn say the same thing; give one"
                                    : "cxm payback needs --retention or --churn, of one period");
    }
    return given.retention ? share_of(retention, "--retention", *given.retention)
                           : 1 - share_of(churn, "--churn", *given.churn);
}

std::string raw_text(const pay_back& p) {
    if (!p.periods) {
        throw bad_input("", std::string(why_never()) + "; --raw has no number to print");
    }
    std::string text;
    append_count(text, *p.periods);
    return text + "\n";
}

}  // namespace

int run_payback(const arguments& given, const streams& io) {
    payback_flags texts;
    output_flags output_texts;
    const choices formats = formats_in(payback_writers);
    command_line line = line_for("payback");
    line.flags = {{"--cac,--acquisition-cost", "MONEY", "What it takes to win a customer", &texts.cost, "Question"},
                  {"--margin", "MONEY", "What a customer who stays brings in a period", &texts.margin, "Question"},
                  {"--retention", "SHARE", "The customers kept in a period: 95%, 0.95", &texts.retention, "Question"},
                  {"--churn", "SHARE", "Or those lost in a period: 5%, 0.05", &texts.churn, "Question"},
                  raw_flag(output_texts)};
    add_flags(line.flags, output_texts, formats, {.drawing = false, .words = true});
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(output_texts, line, formats, io);
    const double cost = money_of("--cac", texts.cost);
    const double margin = money_of("--margin", texts.margin);
    const pay_back p = pay_back_of(cost, margin, kept_of(texts));
    put_as(io, output, output.raw ? raw_text(p) : writer_of(output.form, payback_writers)(p, output));
    return 0;
}

}  // namespace cxm

#include <algorithm>
#include <cmath>
#include <iterator>

#include "plan/expression.hpp"
#include "plan/plan.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

/// Reads the parts of a plan, each with its path for messages.
class plan_reader {
public:
    explicit plan_reader(std::string file) : file_(std::move(file)) {}

    [[noreturn]] void refuse(const document& at, const std::string& path, const std::string& finding) const {
        throw bad_usage(place(file_, at) + ": " + (path.empty() ? "" : shown(path) + ": ") + finding);
    }

    const document& object(const document& value, const std::string& path,
                           const std::vector<std::string_view>& known) const {
        if (value.is != document::kind::object) {
            refuse(value, path, "must be an object");
        }
        for (const auto& [key, each] : value.members) {
            if (!known.empty() && std::find(known.begin(), known.end(), key) == known.end()) {
                refuse(each, path.empty() ? key : path + "." + key, "is no part of a plan" + did_you_mean(key, known));
            }
        }
        return value;
    }

    const std::string& text(const document& value, const std::string& path) const {
        if (value.is != document::kind::text || value.text.empty()) {
            refuse(value, path, "must be a text");
        }
        return value.text;
    }

    /// Runs what reads a text and throws bad_usage, and adds the place.
    template <class F>
    void at(const std::string& path, const document& value, F run) const {
        const std::string& written = text(value, path);
        try {
            run(written);
        } catch (const bad_usage& error) {
            refuse(value, path, error.what());
        }
    }

    void period(plan& p, const document& value) const {
        object(value, "period", {"column", "grain"});
        if (const document* column = value.find("column")) {
            p.period = text(*column, "period.column");
        }
        if (const document* grain = value.find("grain")) {
            at("period.grain", *grain, [&](const std::string& name) { p.every = parse_grain(name); });
        }
    }

    void blanks(plan& p, const document& value) const {
        if (value.is != document::kind::list) {
            p.blanks.push_back(blank(value));
        }
        for (const document& each : value.items) {
            p.blanks.push_back(blank(each));
        }
    }

    void types(plan& p, const document& value) const {
        for (const auto& [column, each] : object(value, "types", {}).members) {
            at("types." + column, each, [&, &of = column](const std::string& type) { add_type(p, of, type); });
        }
    }

    void labels(plan& p, const document& value) const {
        if (value.is != document::kind::list) {
            refuse(value, "by", "must be an array");
        }
        for (const document& each : value.items) {
            if (each.is == document::kind::text) {
                p.by.push_back({text(each, "by"), text(each, "by")});
                continue;
            }
            const document* label = object(each, "by", {"label", "column"}).find("label");
            const document* column = each.find("column");
            if (label == nullptr || column == nullptr) {
                refuse(each, "by", R"(must hold columns, or {"label": …, "column": …})");
            }
            p.by.push_back({text(*label, "by.label"), text(*column, "by.column")});
        }
    }

    void surveys(plan& p, const document& value) const {
        std::vector<std::string_view> keys;
        for (const survey_kind& kind : survey_kinds) {
            keys.push_back(kind.key);
        }
        object(value, "surveys", keys);
        for (const survey_kind& kind : survey_kinds) {
            if (const document* given = value.find(kind.key)) {
                add_survey(p, survey(*given, "surveys." + std::string(kind.key), kind));
            }
        }
    }

    void measures(plan& p, const document& value) const {
        for (const auto& [name, each] : object(value, "measures", {}).members) {
            at("measures." + name, each, [&, &called = name](const std::string& written) {
                own_name says = parse_own_name(called);
                p.measures.push_back({says.key, parse_expression(written), written, says});
            });
        }
    }

    void metrics(plan& p, const document& value) const {
        for (const auto& [name, each] : object(value, "metrics", {}).members) {
            p.metrics.push_back(name + " = " + text(each, "metrics." + name));
        }
    }

    void subscriptions(plan& p, const document& value) const {
        const document* start =
            object(value, "subscriptions", {"start", "end", "rejoin_within", "leaving_where"}).find("start");
        const document* end = value.find("end");
        if (start == nullptr || end == nullptr) {
            refuse(value, "subscriptions", "needs both start and end");
        }
        p.subscriptions = plan::stays{text(*start, "subscriptions"), text(*end, "subscriptions")};
        part_of(p, value, "subscriptions", "rejoin_within", set_rejoin_within);
        part_of(p, value, "subscriptions", "leaving_where", add_leaving);
    }

    void people(plan& p, const document& value) const {
        p.people = people_source{column(object(value, "people", {"id", "time"}), "people", "id"),
                                 column(value, "people", "time")};
        if (p.people->id.empty()) {
            refuse(value, "people", "names no id, the column that says whose row it is");
        }
    }

    /// What it does not say itself the people's block says.
    void orders(plan& p, const document& value) const {
        object(value, "orders", {"id", "time", "amount", "lost_after"});
        p.orders = order_source{column(value, "orders", "id"), column(value, "orders", "time"),
                                column(value, "orders", "amount")};
        part_of(p, value, "orders", "lost_after", set_lost_after);
    }

    void amounts(plan& p, const document& value) const {
        object(value, "amounts", {"id", "month", "mrr"});
        p.amounts = amount_source{column(value, "amounts", "id"), column(value, "amounts", "month"),
                                  column(value, "amounts", "mrr")};
        if (p.amounts->amount.empty()) {
            refuse(value, "amounts", "names no mrr, the column of the amounts");
        }
    }

    /// Orders and amounts that say nothing of it have the columns of people.
    void complete(plan& p, const document& whole) const {
        const people_source of = p.people.value_or(people_source());
        const auto fill = [&](std::string& id, std::string& time, const char* part, const char* of_time) {
            id = id.empty() ? of.id : id;
            time = time.empty() ? of.time : time;
            if (id.empty() || time.empty()) {
                refuse(*whole.find(part), part,
                       std::string("names no ") + (id.empty() ? "id" : of_time) + R"(; say it there, or in "people")");
            }
        };
        if (p.orders) {
            fill(p.orders->id, p.orders->time, "orders", "time");
        }
        if (p.amounts) {
            fill(p.amounts->id, p.amounts->month, "amounts", "month");
        }
    }

private:
    std::string file_;

    /// Empty where it is not there.
    std::string column(const document& of, const std::string& path, const char* key) const {
        const document* const given = of.find(key);
        return given == nullptr ? std::string() : text(*given, path + "." + key);
    }

    void part_of(plan& p, const document& of, const std::string& path, const char* key,
                 void (*set)(plan&, std::string_view)) const {
        if (const document* const given = of.find(key)) {
            at(path + "." + key, *given, [&](const std::string& written) { set(p, written); });
        }
    }

    blank_text blank(const document& value) const {
        if (value.is != document::kind::object) {
            return {text(value, "blank")};
        }
        const document* column = object(value, "blank", {"column", "text"}).find("column");
        const document* blank = value.find("text");
        if (column == nullptr || blank == nullptr) {
            refuse(value, "blank", "needs both column and text");
        }
        return {text(*blank, "blank.text"), text(*column, "blank.column")};
    }

    plan::survey survey(const document& value, const std::string& path, const survey_kind& kind) const {
        plan::survey read{&kind, "", kind.low, kind.high};
        if (value.is == document::kind::text) {
            read.column = text(value, path);
            return read;
        }
        const document* column = object(value, path, {"column", "scale", "answers", "cuts"}).find("column");
        if (column == nullptr) {
            refuse(value, path, "names no column");
        }
        read.column = text(*column, path + ".column");
        if (const document* scale = value.find("scale")) {
            at(path + ".scale", *scale, [&](const std::string& written) { set_scale(read, written); });
        }
        if (const document* given = value.find("answers")) {
            answers(read, *given, path + ".answers", value.find("scale") == nullptr);
        }
        const document* given = value.find("cuts");
        if (given != nullptr && !set_cuts(read, cuts_of(*given))) {
            refuse(*given, path + ".cuts",
                   "must be two whole numbers, of nps: the least passive and the least promoter; or one of csat: the "
                   "least that is satisfied");
        }
        return read;
    }

    /// `{"good": 1, "bad": 0}`; without a scale that of the answers is meant.
    void answers(plan::survey& to, const document& value, const std::string& path, bool sets_scale) const {
        for (const auto& [answer, each] : object(value, path, {}).members) {
            const auto number = each.is == document::kind::number ? parse_number(each.text) : std::nullopt;
            if (!number || *number < 0 || *number > 100 || *number != std::floor(*number)) {
                refuse(each, path + "." + answer,
                       "must be a whole number from 0 to 100, the answer that it stands for");
            }
            to.answers.push_back({answer, static_cast<int>(*number)});
        }
        const auto by_value = [](const plan::answer& a, const plan::answer& b) { return a.value < b.value; };
        const auto [least, most] = std::minmax_element(to.answers.begin(), to.answers.end(), by_value);
        if (to.answers.empty() || least->value == most->value) {
            refuse(value, path, "must hold two answers or more that differ");
        }
        if (sets_scale) {
            to.low = least->value;
            to.high = most->value;
        } else if (least->value < to.low || most->value > to.high) {
            refuse(value, path, "must be on the scale");
        }
    }

    /// Those that are answers of a scale; others are left out.
    static std::vector<int> cuts_of(const document& value) {
        std::vector<int> cuts;
        for (const document& each : value.items) {
            const auto cut = each.is == document::kind::number ? parse_number(each.text) : std::nullopt;
            if (cut && *cut >= 0 && *cut <= 100 && *cut == std::floor(*cut)) {
                cuts.push_back(static_cast<int>(*cut));
            }
        }
        return cuts.size() == value.items.size() ? cuts : std::vector<int>();
    }
};

document document_of(std::string_view text, const std::string& file) {
    try {
        return parse_document(text, file);
    } catch (const bad_input& error) {
        throw bad_usage(error.what());
    }
}

struct part {
    std::string_view key;
    void (*read)(const plan_reader&, plan&, const document&);
};

constexpr part parts[] = {
    {"period", [](const plan_reader& r, plan& p, const document& value) { r.period(p, value); }},
    {"date_format",
     [](const plan_reader& r, plan& p, const document& value) {
         r.at("date_format", value, [&](const std::string& format) { set_date_format(p, format); });
     }},
    {"time_zone",
     [](const plan_reader& r, plan& p, const document& value) {
         r.at("time_zone", value, [&](const std::string& zone) { set_time_zone(p, zone); });
     }},
    {"weight",
     [](const plan_reader& r, plan& p, const document& value) {
         r.at("weight", value, [&](const std::string& column) { set_weight(p, column); });
     }},
    {"blank", [](const plan_reader& r, plan& p, const document& value) { r.blanks(p, value); }},
    {"types", [](const plan_reader& r, plan& p, const document& value) { r.types(p, value); }},
    {"by", [](const plan_reader& r, plan& p, const document& value) { r.labels(p, value); }},
    {"where",
     [](const plan_reader& r, plan& p, const document& value) {
         r.at("where", value, [&](const std::string& condition) { add_where(p, condition); });
     }},
    {"surveys", [](const plan_reader& r, plan& p, const document& value) { r.surveys(p, value); }},
    {"measures", [](const plan_reader& r, plan& p, const document& value) { r.measures(p, value); }},
    {"metrics", [](const plan_reader& r, plan& p, const document& value) { r.metrics(p, value); }},
    {"subscriptions", [](const plan_reader& r, plan& p, const document& value) { r.subscriptions(p, value); }},
    {"people", [](const plan_reader& r, plan& p, const document& value) { r.people(p, value); }},
    {"orders", [](const plan_reader& r, plan& p, const document& value) { r.orders(p, value); }},
    {"amounts", [](const plan_reader& r, plan& p, const document& value) { r.amounts(p, value); }},
    {"one_per",
     [](const plan_reader& r, plan& p, const document& value) {
         r.at("one_per", value, [&](const std::string& key) { set_one_per(p, key); });
     }},
};

}  // namespace

plan parse_plan(std::string_view text, const std::string& file) {
    const plan_reader read(file);
    const document whole = document_of(text, file);
    std::vector<std::string_view> known;
    for (const part& each : parts) {
        known.push_back(each.key);
    }
    read.object(whole, "", known);
    plan p;
    for (const auto& [key, value] : whole.members) {
        std::find_if(std::begin(parts), std::end(parts), [&, &called = key](const part& each) {
            return each.key == called;
        })->read(read, p, value);
    }
    read.complete(p, whole);
    return p;
}

}  // namespace cxm

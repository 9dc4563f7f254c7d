#include "write/json/plan.hpp"

#include <fmt/format.h>

#include <utility>

#include "values/document.hpp"
#include "values/length_of_time.hpp"
#include "write/json/string.hpp"

namespace cxm {

namespace {

document text_of(std::string_view text) { return {document::kind::text, false, std::string(text), {}, {}}; }

document number_of(int number) { return {document::kind::number, false, std::to_string(number), {}, {}}; }

document object_of(std::vector<document::member> members) {
    return {document::kind::object, false, {}, {}, std::move(members)};
}

document list_of(std::vector<document> items) { return {document::kind::list, false, {}, std::move(items), {}}; }

document period_of(const plan& p) {
    std::vector<document::member> parts;
    if (!p.period.empty()) {
        parts.push_back({"column", text_of(p.period)});
    }
    if (p.every != grain::free) {
        parts.push_back({"grain", text_of(name(p.every))});
    }
    return object_of(std::move(parts));
}

document label_of(const plan::label& l) {
    return l.name == l.column ? text_of(l.name)
                              : object_of({{"label", text_of(l.name)}, {"column", text_of(l.column)}});
}

document blank_of(const blank_text& b) {
    return b.column.empty() ? text_of(b.text) : object_of({{"column", text_of(b.column)}, {"text", text_of(b.text)}});
}

document survey_of(const plan::survey& s) {
    const bool usual_cuts = s.passives_from == 7 && s.promoters_from == 9;
    const bool usual_scale = s.low == s.of->low && s.high == s.of->high && !s.reversed;
    if (usual_scale && usual_cuts && !s.satisfied_from && s.answers.empty()) {
        return text_of(s.column);
    }
    const std::string scale = s.reversed ? fmt::format("{}..{}", s.high, s.low) : fmt::format("{}..{}", s.low, s.high);
    document written = object_of({{"column", text_of(s.column)}, {"scale", text_of(scale)}});
    document answers = object_of({});
    for (const plan::answer& each : s.answers) {
        answers.members.push_back({each.text, number_of(each.value)});
    }
    if (!s.answers.empty()) {
        written.members.push_back({"answers", std::move(answers)});
    }
    if (!usual_cuts) {
        written.members.push_back({"cuts", list_of({number_of(s.passives_from), number_of(s.promoters_from)})});
    }
    if (s.satisfied_from) {
        written.members.push_back({"cuts", list_of({number_of(*s.satisfied_from)})});
    }
    return written;
}

document columns_of_people(const people_source& of) {
    document written = object_of({{"id", text_of(of.id)}});
    if (!of.time.empty()) {
        written.members.push_back({"time", text_of(of.time)});
    }
    return written;
}

document orders_of(const order_source& of) {
    document written = object_of({{"id", text_of(of.id)}, {"time", text_of(of.time)}});
    if (!of.amount.empty()) {
        written.members.push_back({"amount", text_of(of.amount)});
    }
    if (of.lost_after) {
        written.members.push_back({"lost_after", text_of(spell_length_of_time(*of.lost_after))});
    }
    return written;
}

document stays_of(const plan::stays& of) {
    document written = object_of({{"start", text_of(of.start)}, {"end", text_of(of.end)}});
    if (of.rejoin_within) {
        written.members.push_back({"rejoin_within", text_of(spell_length_of_time(*of.rejoin_within))});
    }
    if (!of.leaving.text.empty()) {
        written.members.push_back({"leaving_where", text_of(of.leaving.text)});
    }
    return written;
}

document document_of(const plan& p) {
    document written = object_of({});
    const auto add = [&](std::string_view key, document value) {
        if (!value.text.empty() || !value.items.empty() || !value.members.empty()) {
            written.members.push_back({std::string(key), std::move(value)});
        }
    };
    document blanks = list_of({});
    for (const blank_text& each : p.blanks) {
        blanks.items.push_back(blank_of(each));
    }
    document types = object_of({});
    for (const typed_column& each : p.types) {
        types.members.push_back({each.column, text_of(name(each.type))});
    }
    document labels = list_of({});
    for (const plan::label& each : p.by) {
        labels.items.push_back(label_of(each));
    }
    document surveys = object_of({});
    for (const plan::survey& each : p.surveys) {
        surveys.members.push_back({std::string(each.of->key), survey_of(each)});
    }
    document measures = object_of({});
    for (const plan::own_measure& each : p.measures) {
        measures.members.push_back({spell(each.says), text_of(each.text)});
    }
    document metrics = object_of({});
    for (const std::string& each : p.metrics) {
        const std::size_t equals = each.find(" = ");
        metrics.members.push_back({each.substr(0, equals), text_of(each.substr(equals + 3))});
    }
    add("period", period_of(p));
    add("date_format", text_of(p.date_format));
    add("time_zone", text_of(p.time_zone));
    add("weight", text_of(p.weight));
    add("blank", std::move(blanks));
    add("types", std::move(types));
    add("by", std::move(labels));
    add("where", text_of(p.where.text));
    add("surveys", std::move(surveys));
    add("measures", std::move(measures));
    add("metrics", std::move(metrics));
    if (p.people) {
        add("people", columns_of_people(*p.people));
    }
    add("one_per", text_of(p.one_per ? spell(*p.one_per) : ""));
    if (p.orders) {
        add("orders", orders_of(*p.orders));
    }
    if (p.amounts) {
        add("amounts", object_of({{"id", text_of(p.amounts->id)},
                                  {"month", text_of(p.amounts->month)},
                                  {"mrr", text_of(p.amounts->amount)}}));
    }
    if (p.subscriptions) {
        add("subscriptions", stays_of(*p.subscriptions));
    }
    return written;
}

void append(std::string& out, const document& value, std::size_t indent);

/// One line each, between brackets that stand on lines of their own.
template <class Parts, class F>
void append_lines(std::string& out, std::string_view brackets, const Parts& parts, std::size_t indent, F append_part) {
    out += brackets[0];
    for (const auto& part : parts) {
        out += &part == &parts.front() ? "\n" : ",\n";
        out.append(indent + 2, ' ');
        append_part(part);
    }
    out += parts.empty() ? "" : "\n" + std::string(indent, ' ');
    out += brackets[1];
}

void append(std::string& out, const document& value, std::size_t indent) {
    if (value.is == document::kind::object) {
        append_lines(out, "{}", value.members, indent, [&](const document::member& each) {
            append_json_string(out, each.name);
            out += ": ";
            append(out, each.value, indent + 2);
        });
    } else if (value.is == document::kind::list) {
        append_lines(out, "[]", value.items, indent, [&](const document& each) { append(out, each, indent + 2); });
    } else if (value.is == document::kind::text) {
        append_json_string(out, value.text);
    } else {
        out += value.text;
    }
}

}  // namespace

std::string spell(const plan& p) {
    std::string out;
    append(out, document_of(p), 0);
    return out + "\n";
}

}  // namespace cxm

#include "results/forecast_file.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "results/figure.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

constexpr std::string_view lower_is_better[] = {"risk", "risk_seen", "next_losses", "customers_without_purchase",
                                                "money_at_stake"};

/// What says that a number may have limits; those of a forecast are written down beside it.
std::optional<interval> written_limits(const metric&, std::span<const double>, double) { return std::nullopt; }

as shown_by_unit(std::string_view unit) {
    return unit == name(figure_unit::share) ? as::share : unit == name(figure_unit::money) ? as::money : as::score;
}

class reader {
public:
    reader(std::string_view text, const std::string& file) : file_(file) {
        const document root = parse_document(text, file);
        expect(root, document::kind::object, file_, "a forecast");
        made_.name = file;
        made_.command = text_in(root, "command");
        made_.level = number_in(root, "level").value_or(made_.level);
        made_.currency = text_in(root, "currency");
        const document* const list = root.find("records");
        if (list == nullptr) {
            throw bad_input(place(file_, root), "a forecast needs \"records\"");
        }
        for (const document& each : expect(*list, document::kind::list, file_, "\"records\"").items) {
            add_record(each);
        }
    }

    forecast_file take() { return std::move(made_); }

private:
    const std::string& file_;
    forecast_file made_;

    std::string text_in(const document& object, std::string_view member) const {
        const document* const value = object.find(member);
        return value == nullptr ? std::string() : expect(*value, document::kind::text, file_, member).text;
    }

    std::optional<double> number_in(const document& object, std::string_view member) const {
        const document* const value = object.find(member);
        if (value == nullptr || value->is == document::kind::null) {
            return std::nullopt;
        }
        const auto number = parse_number(expect(*value, document::kind::number, file_, member).text);
        if (!number) {
            throw bad_input(place(file_, *value), quote_of(value->text) + " is no number");
        }
        return number;
    }

    std::string_view kept(std::string text) { return made_.texts.emplace_back(std::move(text)); }

    std::size_t metric_of(const std::string& key, as shown, const document& at) {
        const auto known =
            std::find_if(made_.metrics.begin(), made_.metrics.end(), [&](const metric& m) { return m.key == key; });
        if (known != made_.metrics.end()) {
            if (known->shown != shown) {
                throw bad_input(place(file_, at), key + " has two units");
            }
            return static_cast<std::size_t>(known - made_.metrics.begin());
        }
        const bool lower =
            std::find(std::begin(lower_is_better), std::end(lower_is_better), key) != std::end(lower_is_better);
        const std::string_view own = kept(key);
        made_.metrics.push_back({.key = own,
                                 .title = own,
                                 .meaning = "A figure of a forecast.",
                                 .shown = shown,
                                 .better = lower ? good::lower : good::higher,
                                 .limits = written_limits});
        return made_.metrics.size() - 1;
    }

    result figure_in(const document& object, const std::string& key) {
        result r;
        const auto value = number_in(object, "value");
        const auto low = number_in(object, "low");
        const auto high = number_in(object, "high");
        if (low.has_value() != high.has_value() || (low && (!value || *low > *value || *value > *high))) {
            throw bad_input(place(file_, object), "the limits of " + key + " do not hold its value");
        }
        r.note = kept(text_in(object, "reason"));
        if (!value) {
            r.comes_to = {status::undefined, 0, 0};
            r.impossible = true;
            r.note = r.note.empty() ? "the forecast has no value" : r.note;
            return r;
        }
        r.comes_to = {status::ok, *value, 0};
        if (low) {
            r.limits = interval{*low, *high, number_in(object, "level").value_or(made_.level),
                                kept(text_in(object, "method"))};
        }
        r.n = number_in(object, "n").value_or(not_given);
        return r;
    }

    void add_record(const document& object) {
        expect(object, document::kind::object, file_, "a record");
        forecast_file::record& record = made_.records.emplace_back();
        record.period = text_in(object, "period");
        if (const document* const labels = object.find("labels")) {
            for (const auto& [label, value] : expect(*labels, document::kind::object, file_, "\"labels\"").members) {
                record.labels.emplace_back(label, expect(value, document::kind::text, file_, label).text);
            }
        }
        const document* const metrics = object.find("metrics");
        if (metrics == nullptr) {
            throw bad_input(place(file_, object), "a record needs \"metrics\"");
        }
        for (const auto& [key, written] : expect(*metrics, document::kind::object, file_, "\"metrics\"").members) {
            expect(written, document::kind::object, file_, key);
            const std::size_t of = metric_of(key, shown_by_unit(text_in(written, "unit")), written);
            record.figures.push_back({of, figure_in(written, key)});
        }
        const auto is_same = [&](const forecast_file::record& other) {
            return other.period == record.period && other.labels == record.labels;
        };
        if (std::count_if(made_.records.begin(), made_.records.end(), is_same) > 1) {
            throw bad_input(place(file_, object), "a record of the same period and labels stands above");
        }
    }
};

/// Adds a record's period and labels; where it stands is its line.
void add_row(records& to, const forecast_file::record& from) {
    const std::size_t row = to.size();
    to.periods.push_back(from.period);
    to.lines.push_back(row);
    for (const auto& [label, value] : from.labels) {
        auto column = std::find_if(to.labels.begin(), to.labels.end(),
                                   [&](const records::label_column& c) { return c.name == label; });
        if (column == to.labels.end()) {
            column = to.labels.insert(column, {label, {}});
        }
        column->values.resize(row);
        column->values.push_back(value);
    }
}

}  // namespace

const metric* forecast_file::find(std::string_view key) const {
    const auto at = std::find_if(metrics.begin(), metrics.end(), [&](const metric& m) { return m.key == key; });
    return at == metrics.end() ? nullptr : &*at;
}

report forecast_file::report_of(const std::vector<const metric*>& wanted) const {
    report made{{}, wanted, {}, {}};
    made.options.level = level;
    made.rows.source = name;
    made.rows.currency = currency;
    for (const record& each : records) {
        std::vector<result> row(wanted.size());
        bool any = false;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto at = std::find_if(each.figures.begin(), each.figures.end(),
                                         [&](const figure& f) { return metrics[f.of].key == wanted[i]->key; });
            row[i] = at == each.figures.end() ? result() : at->value;
            row[i].of = wanted[i];
            any = any || at != each.figures.end();
        }
        if (any) {
            add_row(made.rows, each);
            made.results.insert(made.results.end(), row.begin(), row.end());
        }
    }
    for (cxm::records::label_column& column : made.rows.labels) {
        column.values.resize(made.rows.size());
    }
    return made;
}

bool is_forecast(std::string_view text) {
    constexpr std::string_view schema = "\"cxm.forecast/";
    const std::string_view front = text.substr(0, 200);
    const std::size_t at = front.find(schema);
    return at != front.npos && front.substr(0, at).find("\"schema\"") != front.npos;
}

bool is_forecast_file(const std::string& file) {
    struct stat about {};
    if (stat(file.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) {
        return false;
    }
    std::ifstream in(file, std::ios::binary);
    std::array<char, 200> front{};
    in.read(front.data(), front.size());
    return is_forecast({front.data(), static_cast<std::size_t>(in.gcount())});
}

forecast_file read_forecast(std::string_view text, const std::string& file) {
    if (!is_forecast(text)) {
        throw bad_input(shown_end(file), "is no forecast; one is written by cxm project or cxm customers with --json");
    }
    return reader(text, file).take();
}

}  // namespace cxm

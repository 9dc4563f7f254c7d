#include "histories/joined_figures.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "plan/label_source.hpp"
#include "tally/figures.hpp"
#include "text/problem.hpp"
#include "values/calendar_words.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

/// Which record it is: the first day of its period, and its labels.
using record_of = std::pair<std::int32_t, std::vector<std::string>>;

constexpr std::size_t in_none = static_cast<std::size_t>(-1);

/// Where a record stands among those that were counted, then in each table.
using places_of_record = std::vector<std::size_t>;

std::map<record_of, places_of_record> places_in(const records& counted, const std::vector<figure_table>& tables) {
    std::map<record_of, places_of_record> places;
    const auto note = [&](record_of which, std::size_t source, std::size_t row) {
        places.try_emplace(std::move(which), tables.size() + 1, in_none).first->second[source] = row;
    };
    for (std::size_t row = 0; row < counted.size(); ++row) {
        record_of which{no_day, {}};
        if (!counted.periods[row].empty()) {
            which.first = calendar_period(counted.periods[row]).value().first;
        }
        for (const records::label_column& label : counted.labels) {
            which.second.emplace_back(label.values[row]);
        }
        note(std::move(which), 0, row);
    }
    for (std::size_t table = 0; table < tables.size(); ++table) {
        for (std::size_t row = 0; row < tables[table].rows.size(); ++row) {
            note({tables[table].rows[row].period, tables[table].rows[row].labels}, table + 1, row);
        }
    }
    return places;
}

/// By period, then labels, each in the order of its source.
std::vector<const std::pair<const record_of, places_of_record>*> in_order(
    const std::map<record_of, places_of_record>& places, const std::vector<plan::label>& by) {
    std::vector<label_source> sources;
    for (const plan::label& each : by) {
        sources.push_back(parse_label_source(each.column));
    }
    std::vector<const std::pair<const record_of, places_of_record>*> sorted;
    for (const auto& each : places) {
        sorted.push_back(&each);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [&](const auto* a, const auto* b) {
        if (a->first.first != b->first.first) {
            return a->first.first < b->first.first;
        }
        for (std::size_t i = 0; i < sources.size(); ++i) {
            const std::string& label = a->first.second[i];
            const std::string& other = b->first.second[i];
            if (label != other) {
                const double place = place_among(sources[i], label);
                const double other_place = place_among(sources[i], other);
                return place != other_place ? place < other_place : label < other;
            }
        }
        return false;
    });
    return sorted;
}

bool is_wanted(std::int32_t first, grain every, const tally_options& options) {
    if (first == no_day) {
        return true;
    }
    const period p = containing(first, every);
    return (!options.from || p.last >= options.from->first) && (!options.to || p.first <= options.to->last);
}

/// Texts that views point into.
class text_room {
public:
    std::string_view keep(std::string_view text) {
        return text.empty() ? std::string_view() : *texts_.emplace_back(std::make_unique<std::string>(text));
    }

private:
    std::vector<std::unique_ptr<std::string>> texts_;
};

/// The table and the place in it that tell a measure; nothing where it was counted row by row.
std::optional<std::pair<std::size_t, std::size_t>> source_of(const measure& m,
                                                             const std::vector<figure_table>& tables) {
    for (std::size_t table = 0; table < tables.size(); ++table) {
        const auto& measures = tables[table].measures;
        const auto at = std::find(measures.begin(), measures.end(), m.key);
        if (at != measures.end()) {
            return std::pair(table, static_cast<std::size_t>(at - measures.begin()));
        }
    }
    return std::nullopt;
}

/// Adds the value of a measure to its column, from the row of the table that tells it.
void add_figure(records::number_column& to, const figure_table& table, std::size_t row, std::size_t place,
                const std::vector<std::string_view>& reasons) {
    const bool is_there = row != in_none;
    const std::uint8_t why = is_there ? table.rows[row].why[place] : 0;
    const int128 value = is_there ? table.rows[row].values[place] : 0;
    const bool is_given = why == 0 && (is_there || table.is_zero_elsewhere);
    if (const std::string wrong = is_given ? objection(*to.of, value) : ""; !wrong.empty()) {
        throw bad_input("", std::string(to.of->key) + ": " + wrong);
    }
    to.values.push_back(is_given ? to_double(value) : not_given);
    to.why.push_back(reasons[why]);
}

}  // namespace

records joined(const plan& how, const catalogue& known, const records& counted, const std::vector<figure_table>& tables,
               const tally_options& options) {
    const auto room = std::make_shared<text_room>();
    records to;
    to.owners = counted.owners;
    to.owners.push_back(room);
    for (const plan::label& each : how.by) {
        to.labels.push_back({each.name, {}});
    }
    std::vector<std::vector<std::string_view>> reasons;
    for (const figure_table& table : tables) {
        reasons.emplace_back();
        for (const std::string& reason : table.reasons) {
            reasons.back().push_back(room->keep(reason));
        }
    }
    const std::map<record_of, places_of_record> places = places_in(counted, tables);
    std::vector<const std::pair<const record_of, places_of_record>*> wanted = in_order(places, how.by);
    std::erase_if(wanted, [&](const auto* each) { return !is_wanted(each->first.first, how.every, options); });
    for (const auto* each : wanted) {
        const auto& [first, labels] = each->first;
        to.periods.push_back(first == no_day ? std::string_view() : room->keep(spell(containing(first, how.every))));
        to.lines.push_back(to.lines.size() + 1);
        for (std::size_t i = 0; i < to.labels.size(); ++i) {
            to.labels[i].values.push_back(room->keep(labels[i]));
        }
    }
    for (const measure* m : measures_of(how, known)) {
        records::number_column& column = to.numbers.emplace_back(records::number_column{m, {}});
        const auto source = source_of(*m, tables);
        const records::number_column* const own = source ? nullptr : counted.find(*m);
        for (const auto* each : wanted) {
            if (source) {
                const auto& [table, place] = *source;
                add_figure(column, tables[table], each->second[table + 1], place, reasons[table]);
            } else {
                const std::size_t row = each->second[0];
                const bool is_there = own != nullptr && row != in_none;
                column.values.push_back(is_there ? own->values[row] : m->joins == over_time::alone ? not_given : 0);
            }
        }
        if (std::all_of(column.why.begin(), column.why.end(), [](std::string_view why) { return why.empty(); })) {
            column.why.clear();
        }
    }
    return to;
}

}  // namespace cxm

#include "histories/people_histories.hpp"

#include <algorithm>
#include <atomic>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "histories/each_part.hpp"
#include "histories/gatherer.hpp"
#include "histories/one_per_rows.hpp"
#include "histories/similar_ids.hpp"
#include "text/problem.hpp"

namespace cxm {

struct people_histories::by_person {
    std::vector<std::size_t> begins;
    std::vector<history_event> events;  ///< and maybe more behind, of another part
};

namespace {

/// What is asked, as far as it says which of the rows with a key counts.
plan keys_of(const people_question& asked) {
    plan keys;
    keys.one_per = asked.one_per;
    keys.people = people_source{asked.id, asked.time};
    keys.date_format = asked.date_format;
    keys.time_zone = asked.time_zone;
    keys.blanks = asked.blanks;
    keys.where = asked.where;
    return keys;
}

}  // namespace

people_histories::people_histories(const people_question& asked, const row_options& options)
    : program_(compile(asked)),
      budget_(options.max_memory, options.memory_parts, "what is kept of people's rows",
              "--where leaves rows out, a database sorts more than memory holds, or allow more"),
      person_numbers_(parts_of_people) {
    for (unsigned i = 0; i < threads_of(options); ++i) {
        gatherers_.push_back(std::make_unique<gatherer>(program_, budget_));
    }
}

people_histories::people_histories(const people_question& asked, const std::vector<std::string>& files,
                                   const row_options& options)
    : people_histories(asked, options) {
    require_columns_of_blanks(program_);
    if (asked.one_per) {
        read_one_per(keys_of(asked), files, program_, sinks(), options, found);
    } else {
        read_rows(files, program_, sinks(), options, found);
    }
    finish();
}

std::vector<file_sink*> people_histories::sinks() const {
    std::vector<file_sink*> sinks;
    for (const auto& each : gatherers_) {
        sinks.push_back(each.get());
    }
    return sinks;
}

void people_histories::finish() {
    join_labels();
    add_facts();
    tell_of_conditions();
    join_people();
}

people_histories::~people_histories() = default;

void people_histories::join_labels() {
    std::set<std::string_view> texts;
    for (const auto& each : gatherers_) {
        texts.insert(each->labels.texts().begin(), each->labels.texts().end());
    }
    labels_.assign(texts.begin(), texts.end());
    for (const auto& each : gatherers_) {
        std::vector<std::uint32_t>& places = label_places_.emplace_back();
        for (const std::string& text : each->labels.texts()) {
            const auto at = std::lower_bound(labels_.begin(), labels_.end(), text);
            places.push_back(static_cast<std::uint32_t>(at - labels_.begin()));
        }
    }
}

void people_histories::add_facts() {
    std::uint64_t without_amount = 0;
    bool saw_zones = false;
    bool saw_none = false;
    for (const auto& each : gatherers_) {
        rows += each->rows;
        if (each->fitting != 0) {
            first = first ? std::min(*first, each->first) : each->first;
            last = last ? std::max(*last, each->last) : each->last;
        }
        fitting += each->fitting;
        without_amount += each->without_amount;
        of_nobody += each->of_nobody;
        open_ends += each->open_ends;
        saw_zones |= each->times().saw_zones();
        saw_none |= each->times().saw_none();
    }
    if (program_.asked.clock == clock_of_rows::utc && saw_zones && saw_none) {
        throw bad_input("", quote_of(program_.asked.time) +
                                " has times with a zone and times without one: nobody knows which come first");
    }
    if (without_amount != 0) {
        found.warnings.push_back(fmt::format("{} row{} without {}: counted as 0", without_amount,
                                             without_amount == 1 ? "" : "s", quote_of(program_.asked.amount)));
    }
}

void people_histories::tell_of_conditions() {
    gatherer& seen = *gatherers_[0];
    for (std::size_t i = 1; i < gatherers_.size(); ++i) {
        seen.watch.absorb(gatherers_[i]->watch);
        for (std::size_t event = 0; event < seen.event_watches.size(); ++event) {
            seen.event_watches[event].absorb(gatherers_[i]->event_watches[event]);
        }
    }
    std::set<std::string> warned;
    const auto warn = [&](const std::string& text) {
        if (warned.insert(text).second) {
            found.warnings.push_back(text);
        }
    };
    if (fitting == 0 && rows != 0) {
        none_fits = fmt::format("none of {} row{} meets the condition {}{}", rows, rows == 1 ? "" : "s",
                                shown(program_.asked.where.text), seen.watch.values_there_are());
        warn(none_fits);
    }
    for (const std::string& objection : seen.watch.objections("row")) {
        warn(objection);
    }
    for (std::size_t event = 0; event < seen.event_watches.size(); ++event) {
        const condition_watch& watch = seen.event_watches[event];
        if (!watch.was_met() && watch.rows() != 0) {
            warn(fmt::format("none of {} row{} meets {}{}", watch.rows(), watch.rows() == 1 ? "" : "s",
                             shown(program_.asked.events[event].text), watch.values_there_are()));
        }
        for (const std::string& objection : watch.objections("row")) {
            warn(objection);
        }
    }
}

/// Gives the people of all gatherers the numbers of the first, and tells of ids that may be one person's.
void people_histories::join_people() {
    std::vector<similar_ids> similar(workers());
    std::atomic<std::uint64_t> persons{0};
    for_each_part(workers(), [&](std::size_t part, unsigned worker) {
        gathered_part& joined = gatherers_[0]->parts[part];
        char room[32] = {};
        for (std::size_t i = 1; i < gatherers_.size(); ++i) {
            const gathered_part& other = gatherers_[i]->parts[part];
            budget_.take(sizeof(std::uint32_t) * other.persons);
            std::vector<std::uint32_t> numbers(other.persons);
            other.ids.for_each([&](const kept_text& id) {
                bool is_new = false;
                numbers[id.value()] = joined.person_of(other.ids.text_of(id, room), is_new);
            });
            person_numbers_[part].push_back(std::move(numbers));
        }
        persons += joined.persons;
        joined.ids.for_each([&](const kept_text& id) { similar[worker].add(joined.ids.text_of(id, room)); });
        similar[worker].forget();
    });
    people = persons;
    for (unsigned worker = 1; worker < workers(); ++worker) {
        similar[0].absorb(similar[worker]);
    }
    if (std::string told = similar[0].told(program_.asked.id); !told.empty()) {
        found.warnings.push_back(std::move(told));
    }
}

void people_histories::sort_part(std::size_t part, by_person& sorted) {
    const auto person_of = [&](std::size_t from, std::uint32_t number) {
        return from == 0 ? number : person_numbers_[part][from - 1][number];
    };
    sorted.begins.assign(gatherers_[0]->parts[part].persons + 2, 0);
    std::size_t total = 0;
    for (std::size_t from = 0; from < gatherers_.size(); ++from) {
        const gathered_part& of = gatherers_[from]->parts[part];
        total += of.events.size();
        for (std::size_t i = 0; i < of.events.size(); ++i) {
            ++sorted.begins[person_of(from, of.events[i].person) + 2];
        }
    }
    for (std::size_t person = 2; person < sorted.begins.size(); ++person) {
        sorted.begins[person] += sorted.begins[person - 1];
    }
    if (sorted.events.size() < total) {
        budget_.take(sizeof(history_event) * (total - sorted.events.size()));
        sorted.events.resize(total);
    }
    for (std::size_t from = 0; from < gatherers_.size(); ++from) {
        const gathered_part& of = gatherers_[from]->parts[part];
        for (std::size_t i = 0; i < of.events.size(); ++i) {
            const gathered_event& each = of.events[i];
            const std::uint32_t label = of.labels.size() == 0 ? no_label : of.labels[i];
            sorted.events[sorted.begins[person_of(from, each.person) + 1]++] = {
                each.time, each.events, label == no_label ? label : label_places_[from][label],
                of.amounts.size() == 0 ? 0 : of.amounts[i]};
        }
    }
}

template <class Each>
void people_histories::read_part(std::size_t part, by_person& sorted, const Each& each) {
    sort_part(part, sorted);
    const auto earlier = [](const history_event& a, const history_event& b) {
        return std::tie(a.time, a.events, a.label, a.amount) < std::tie(b.time, b.events, b.label, b.amount);
    };
    for (std::size_t person = 0; person + 2 < sorted.begins.size(); ++person) {
        const auto begin = sorted.events.begin() + static_cast<std::ptrdiff_t>(sorted.begins[person]);
        const auto end = sorted.events.begin() + static_cast<std::ptrdiff_t>(sorted.begins[person + 1]);
        if (!std::is_sorted(begin, end, earlier)) {
            std::sort(begin, end, earlier);
        }
        each(person, std::span<const history_event>(begin, end));
    }
}

/// Calls `each` with every part, the worker, and room for the part in order.
template <class Each>
void people_histories::read_parts(const Each& each) {
    std::vector<by_person> rooms(workers());
    for_each_part(workers(), [&](std::size_t part, unsigned worker) { each(part, worker, rooms[worker]); });
    for (const by_person& room : rooms) {
        budget_.give_back(sizeof(history_event) * room.events.size());
    }
}

void people_histories::read(const person_reader& reader) {
    read_parts([&](std::size_t part, unsigned worker, by_person& room) {
        read_part(part, room, [&](std::size_t, std::span<const history_event> history) { reader(worker, history); });
    });
}

void people_histories::read(const named_person_reader& reader) {
    read_parts([&](std::size_t part, unsigned worker, by_person& room_of) {
        const gathered_part& people_of = gatherers_[0]->parts[part];
        std::vector<kept_text> ids(people_of.persons);
        people_of.ids.for_each([&](const kept_text& id) { ids[id.value()] = id; });
        char room[32] = {};
        read_part(part, room_of, [&](std::size_t person, std::span<const history_event> history) {
            reader(worker, people_of.ids.text_of(ids[person], room), history);
        });
    });
}

}  // namespace cxm

#include "run/compare_sides.hpp"

#include <algorithm>
#include <cxm/period.hpp>

#include "records/period_kinds.hpp"
#include "run/input.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// Which records belong to a side: those with a label's value, or whose period lies in another.
struct selector {
    std::string label;
    std::string value;
};

selector selector_of(std::string_view name, const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw bad_usage(std::string(name) + ": " + quoted(text) +
                        " is no LABEL=VALUE; write period=2024-01 or arm=control");
    }
    return {text.substr(0, equals), text.substr(equals + 1)};
}

bool lies_in(std::string_view inner, const std::string& outer) {
    if (inner == outer) {
        return true;
    }
    const auto in = parse_period(inner);
    const auto out = parse_period(outer);
    return in && out && in->of != grain::free && out->of != grain::free && in->first >= out->first &&
           in->last <= out->last;
}

std::vector<std::string_view> label_names(const records& all) {
    std::vector<std::string_view> names = {"period"};
    for (const records::label_column& label : all.labels) {
        names.push_back(label.name);
    }
    return names;
}

std::vector<std::size_t> selected_rows(const records& all, const selector& by) {
    std::vector<std::size_t> rows;
    const records::label_column* const label = all.find_label(by.label);
    if (by.label != "period" && label == nullptr) {
        throw bad_usage("no record has a label " + quoted(by.label) + did_you_mean(by.label, label_names(all)));
    }
    for (std::size_t row = 0; row < all.size(); ++row) {
        if (by.label == "period" ? lies_in(all.periods[row], by.value) : label->values[row] == by.value) {
            rows.push_back(row);
        }
    }
    if (rows.empty()) {
        std::vector<std::string_view> values = by.label == "period" ? all.periods : label->values;
        throw bad_input(shown(all.source),
                        "no record has " + shown(by.label) + "=" + shown(by.value) + did_you_mean(by.value, values));
    }
    return rows;
}

/// The records of one side, without the label that told the sides apart.
records side_of(const records& all, const selector& by) {
    records side = picked(all, selected_rows(all, by));
    std::erase_if(side.labels, [&](const records::label_column& label) { return label.name == by.label; });
    return side;
}

std::optional<grain> usual_kind(const records& side) {
    period_kinds kinds;
    kinds.add(side);
    return kinds.usual();
}

/// A period that is still under way is never compared without saying so.
void warn_of_partial(const records& side, const streams& io) {
    std::string_view last;
    for (std::size_t row = 0; row < side.size(); ++row) {
        if (!side.is_complete(row) && side.periods[row] != last) {
            last = side.periods[row];
            warn(io, "period " + quoted(last) + " is not complete, so its counts are not those of a whole one");
        }
    }
}

/// A quarter counts three times what a month does.
void warn_of_two_kinds(const sides& both, const streams& io) {
    const std::optional<grain> before = usual_kind(both.before);
    const std::optional<grain> after = usual_kind(both.after);
    const bool dated = before && after && *before != grain::free && *after != grain::free;
    if (dated && *before != *after) {
        warn(io, "the periods before are " + plural(*before) + ", those after " + plural(*after));
    }
}

sides unmarked_sides(const compare_request& r, const catalogue& known, const streams& io) {
    std::vector<std::string> labels;
    const auto read = [&](std::vector<std::string> files) {
        record_input input(std::move(files), known, r.input, io, labels);
        records all = input.all();
        if (!input.why_empty().empty()) {
            throw bad_input(shown(all.source), input.why_empty());
        }
        input.warn_of_mixed_periods();
        return all;
    };
    if (r.by) {
        labels.push_back(*r.by);
    }
    if (r.from || r.to) {
        if (!r.from || !r.to) {
            throw bad_usage("--from and --to go together");
        }
        const selector from = selector_of("--from", *r.from);
        const selector to = selector_of("--to", *r.to);
        if (r.by && (*r.by == from.label || *r.by == to.label)) {
            throw bad_usage("--by " + shown(*r.by) + " is what is compared; split by another label");
        }
        for (const std::string& label : {from.label, to.label}) {
            if (label != "period" && std::find(labels.begin(), labels.end(), label) == labels.end()) {
                labels.push_back(label);
            }
        }
        const records all = read(r.files);
        return {side_of(all, from), side_of(all, to), shown(from.value), shown(to.value)};
    }
    if (r.files.size() != 2) {
        throw bad_usage("cxm compare takes two files, or one with --from and --to; see 'cxm compare --help'");
    }
    return {read({r.files[0]}), read({r.files[1]}), "before", "after"};
}

}  // namespace

sides read_sides(const compare_request& r, const catalogue& known, const streams& io) {
    sides both = unmarked_sides(r, known, io);
    warn_of_two_kinds(both, io);
    const auto mark = [&](const records& side, std::string& name) {
        warn_of_partial(side, io);
        // Wherever the name goes, it goes with the reservation.
        name += side.all_complete() ? "" : "*";
    };
    mark(both.before, both.before_name);
    mark(both.after, both.after_name);
    return both;
}

}  // namespace cxm

#include "write/one.hpp"

#include <algorithm>
#include <vector>

#include "text/utf8.hpp"
#include "write/lines.hpp"
#include "write/people.hpp"
#include "write/reason.hpp"
#include "write/words.hpp"

namespace cxm {

namespace {

constexpr std::size_t between_columns = 3;

std::string value_text(const result& r, const notation& in) {
    return r.comes_to.ok() ? people_value(*r.of, r.comes_to.value, in)
           : r.left_out    ? std::string(in.say("not given"))
                           : std::string(in.say(name(r.comes_to.is)));
}

std::string range_text(const result& r, const notation& in) {
    if (!r.comes_to.ok() || !r.limits) {
        return {};
    }
    return in.say("{} interval {}", people_level(r.limits->level, in.say),
                  people_range(*r.of, *r.limits, people_decimals(r.of->shown, r.comes_to.value), in));
}

/// What is to be known about the number besides its interval.
std::vector<std::string> remarks(const result& r, bool is_alone, const notation& in) {
    std::vector<std::string> texts;
    if (!r.comes_to.ok()) {
        return {reason_for_people(r, in)};
    }
    if (!r.note.empty()) {
        texts.push_back(in.say.finished(r.note));
    }
    // Terms of a sum have their uncertainty shown with the sum.
    if (const std::string why = r.limits || !is_alone ? std::string() : why_no_interval(r); !why.empty()) {
        texts.push_back(in.say("no interval: {}", in.say.finished(why)));
    }
    return texts;
}

}  // namespace

std::string write_ones(std::span<const result> results, std::string_view currency, const look& drawn) {
    const notation in{currency, drawn.ascii, drawn.say};
    std::size_t keys = 0;
    std::size_t values = 0;
    std::size_t ranges = 0;
    for (const result& r : results) {
        keys = std::max(keys, r.of->key.size());
        values = std::max(values, display_width(value_text(r, in)));
        ranges = std::max(ranges, display_width(range_text(r, in)));
    }
    lines out(drawn.colour);
    const std::size_t value_end = keys + 2 + values;
    const std::size_t after_range = value_end + between_columns + (ranges == 0 ? 0 : ranges + between_columns);
    for (const result& r : results) {
        out.left(0, r.of->key);
        out.right(value_end, value_text(r, in), r.comes_to.ok() ? style::bold : style::dim);
        out.left(value_end + between_columns, range_text(r, in));
        if (r.comes_to.ok() && !is_missing(r.n)) {
            out.left(after_range, in.say("n {}", people_count(r.n, in.say)));
        }
        const std::vector<std::string> texts = remarks(r, results.size() == 1, in);
        if (!r.comes_to.ok()) {
            out.paragraph(value_end + between_columns, texts.front(), drawn.width, style::dim);
            continue;
        }
        out.end_line();
        for (const std::string& remark : texts) {
            out.paragraph(keys + 2, remark, drawn.width, style::dim);
        }
    }
    return out.text();
}

std::string write_one(const result& r, std::string_view currency, const look& drawn) {
    return write_ones({&r, 1}, currency, drawn);
}

}  // namespace cxm

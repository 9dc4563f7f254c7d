#include "write/footnotes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "write/reason.hpp"

namespace cxm {

namespace {

/// Things that share a text: `2024-01, 2024-02` and why.
struct shared_text {
    std::vector<std::string> who;
    std::string text;
};

void add(std::vector<shared_text>& texts, const std::string& who, std::string text) {
    const auto same = std::find_if(texts.begin(), texts.end(), [&](const shared_text& s) { return s.text == text; });
    if (same != texts.end()) {
        same->who.push_back(who);
    } else {
        texts.push_back({{who}, std::move(text)});
    }
}

/// `a, b, c`; of many the first and the last.
std::string listed(const std::vector<std::string>& names, const wording& say) {
    constexpr std::size_t most = 4;
    if (names.size() > most) {
        return people_span(names.front(), names.back(), say);
    }
    std::string text;
    for (const std::string& each : names) {
        text += text.empty() ? each : ", " + each;
    }
    return text;
}

std::vector<shared_text> gaps(const table_block& block, const table_row& row, std::size_t periods, bool keep_missing,
                              const notation& in) {
    std::vector<shared_text> reasons;
    const std::size_t count = row.results.size();
    for (std::size_t i = count - std::min(count, periods); i < count; ++i) {
        const status is = row.results[i]->comes_to.is;
        if (is == status::undefined || (is == status::missing && keep_missing)) {
            add(reasons, block.periods[i], reason_for_people(*row.results[i], in));
        }
    }
    return reasons;
}

/// A note and the metric that it is about; the text is empty for a number that has none.
struct metric_note {
    const metric* of;
    std::string_view text;

    auto operator<=>(const metric_note&) const = default;
};

/// Of the last numbers of a block.
std::vector<metric_note> notes_of(const table_block& block) {
    std::vector<metric_note> notes;
    for (const table_part& part : block.parts) {
        for (const table_row& row : part.rows) {
            const result& last = *row.results.back();
            if (row.has_number() && last.comes_to.ok()) {
                notes.push_back({row.of, last.note});
            }
        }
    }
    return notes;
}

/// The notes that hold of every number which their metric has at last, in the order of the metrics.
std::vector<metric_note> held_everywhere(const std::vector<table_block>& blocks) {
    std::map<const metric*, std::map<std::string_view, std::size_t>> counts;
    std::vector<metric_note> notes;
    for (const table_block& block : blocks) {
        for (const metric_note& note : notes_of(block)) {
            if (counts[note.of][note.text]++ == 0 && !note.text.empty()) {
                notes.push_back(note);
            }
        }
    }
    std::erase_if(notes, [&](const metric_note& note) { return counts[note.of].size() > 1; });
    return notes;
}

/// `churn, retention: the shares kept, multiplied`: metrics that share a note are named together.
std::vector<std::string> told(const std::vector<metric_note>& notes, const wording& say) {
    std::vector<shared_text> shared;
    for (const metric_note& note : notes) {
        add(shared, std::string(note.of->key), say.finished(note.text));
    }
    std::vector<std::string> texts;
    for (const shared_text& note : shared) {
        texts.push_back(say("{}: {}", fmt::format("{}", fmt::join(note.who, ", ")), note.text));
    }
    return texts;
}

std::vector<std::string> gaps_of(const table_block& block, std::size_t periods, bool keep_missing, const notation& in) {
    std::vector<shared_text> reasons;
    for (const table_part& part : block.parts) {
        for (const table_row& row : part.rows) {
            if (!row.has_number()) {
                continue;
            }
            for (const shared_text& gap : gaps(block, row, periods, keep_missing, in)) {
                add(reasons, std::string(row.of->key), in.say("{}: {}", listed(gap.who, in.say), gap.text));
            }
        }
    }
    std::vector<std::string> texts;
    for (const shared_text& reason : reasons) {
        texts.push_back(fmt::format("{} {}", fmt::join(reason.who, ", "), reason.text));
    }
    return texts;
}

}  // namespace

table_footnotes footnotes(const std::vector<table_block>& blocks, std::size_t periods, bool keep_missing,
                          const notation& in) {
    const std::vector<metric_note> everywhere =
        blocks.size() > 1 ? held_everywhere(blocks) : std::vector<metric_note>();
    table_footnotes notes{{}, told(everywhere, in.say)};
    for (const table_block& block : blocks) {
        std::vector<metric_note> here = notes_of(block);
        std::erase_if(here, [&](const metric_note& note) {
            return note.text.empty() || std::find(everywhere.begin(), everywhere.end(), note) != everywhere.end();
        });
        notes.of_blocks.push_back(gaps_of(block, periods, keep_missing, in));
        for (std::string& text : told(here, in.say)) {
            notes.of_blocks.back().push_back(std::move(text));
        }
    }
    return notes;
}

}  // namespace cxm

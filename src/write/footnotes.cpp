#include "write/footnotes.hpp"

#include <algorithm>
#include <utility>

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
std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t most = 4;
    if (names.size() > most) {
        return names.front() + " to " + names.back();
    }
    std::string text;
    for (const std::string& each : names) {
        text += text.empty() ? each : ", " + each;
    }
    return text;
}

std::vector<shared_text> gaps(const table_block& block, const table_row& row, std::size_t periods, bool keep_missing) {
    std::vector<shared_text> reasons;
    const std::size_t count = row.results.size();
    for (std::size_t i = count - std::min(count, periods); i < count; ++i) {
        const status is = row.results[i]->comes_to.is;
        if (is == status::undefined || (is == status::missing && keep_missing)) {
            add(reasons, block.periods[i], why_no_value(*row.results[i]));
        }
    }
    return reasons;
}

}  // namespace

std::vector<std::string> footnotes(const table_block& block, std::size_t periods, bool keep_missing) {
    std::vector<std::string> texts;
    std::vector<shared_text> notes;
    for (const table_part& part : block.parts) {
        for (const table_row& row : part.rows) {
            if (!row.has_number()) {
                continue;
            }
            const std::string key(row.of->key);
            for (const shared_text& gap : gaps(block, row, periods, keep_missing)) {
                texts.push_back(key + " " + listed(gap.who) + ": " + gap.text);
            }
            const result& last = *row.results.back();
            if (last.comes_to.ok() && !last.note.empty()) {
                add(notes, key, std::string(last.note));
            }
        }
    }
    for (const shared_text& note : notes) {
        std::string who;
        for (const std::string& key : note.who) {
            who += who.empty() ? key : ", " + key;
        }
        texts.push_back(who + ": " + note.text);
    }
    return texts;
}

}  // namespace cxm

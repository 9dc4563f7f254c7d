#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "histories/one_per_rows.hpp"
#include "text/packed_texts.hpp"
#include "text/problem.hpp"

// What becomes of rows once all are read.
namespace cxm {

void one_per_rows::absorb(one_per_rows& other, std::size_t part) {
    char room[32] = {};
    keyed_part& theirs = other.parts[part];
    theirs.keys.for_each([&](const kept_text& key) {
        bool is_new = false;
        const std::string text(theirs.keys.text_of(key, room));
        kept_row& row = theirs.rows[key.value()];
        kept_row& known = row_of(text, is_new);
        if (is_new) {
            known = std::move(row);
        } else {
            join(known, row);
        }
    });
    std::vector<kept_row>().swap(theirs.rows);
}

std::string one_per_rows::key_of(std::string_view cells) const {
    const std::vector<std::string> texts = unpacked(cells);
    std::string key;
    for (const std::size_t cell : program_.key) {
        key += (key.empty() ? "" : ", ") + shown(program_.columns[cell]) + " " + quote_of(texts[cell]);
    }
    return key;
}

void one_per_rows::hand_on(std::size_t part, file_sink& to, std::vector<number_reader>& of_files) const {
    std::vector<const kept_row*> sorted;
    for (const kept_row& row : parts[part].rows) {
        sorted.push_back(&row);
    }
    std::sort(sorted.begin(), sorted.end(), [](const kept_row* a, const kept_row* b) {
        return std::tie(a->chunk, a->number) < std::tie(b->chunk, b->number);
    });
    row_batch batch(program_.columns.size());
    constexpr std::size_t readable = 16;
    std::vector<std::string> room(row_batch::most * program_.columns.size());
    for (std::size_t from = 0; from < sorted.size();) {
        const std::size_t file = sorted[from]->chunk >> 40;
        batch.size = 0;
        for (; from < sorted.size() && batch.size < row_batch::most && sorted[from]->chunk >> 40 == file; ++from) {
            std::string_view cells = sorted[from]->cells;
            for (std::size_t cell = 0; cell < program_.columns.size(); ++cell) {
                std::string& text = room[cell * row_batch::most + batch.size];
                text.assign(take_packed(cells));
                const std::size_t size = text.size();
                text.append(readable, '\0');
                batch.column(cell)[batch.size] = std::string_view(text).substr(0, size);
            }
            ++batch.size;
        }
        std::swap(to.numbers, of_files[file]);
        try {
            to.add(batch);
        } catch (const cell_problem& problem) {
            const kept_row& row = *sorted[from - batch.size + problem.row];
            throw bad_input("", fmt::format("{}: {}, in the row with {}", shown(program_.columns[problem.cell]),
                                            problem.not_utf8 ? "is not UTF-8" : problem.finding, key_of(row.cells)));
        }
        std::swap(to.numbers, of_files[file]);
    }
}

}  // namespace cxm

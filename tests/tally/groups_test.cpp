#include "tally/groups.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "catch.hpp"

using namespace cxm;

namespace {

/// Groups rows of drawn periods and labels, and compares with a map.
void check_groups(std::mt19937& random, const std::function<std::int32_t()>& period,
                  const std::function<std::string()>& label) {
    memory_budget budget(0);
    group_table table(2, 1, budget);
    std::vector<std::int32_t> firsts;
    const auto number_of = [&](std::int32_t first) {
        const auto at = std::find(firsts.begin(), firsts.end(), first);
        const auto number = static_cast<std::uint32_t>(at - firsts.begin());
        if (at == firsts.end()) {
            firsts.push_back(first);
        }
        return number;
    };
    std::map<std::tuple<std::int32_t, std::string, std::string>, std::uint32_t> known;
    for (int round = 0; round < 500; ++round) {
        std::vector<std::string> rooms[2];
        std::vector<std::string_view> columns[2];
        std::vector<std::uint32_t> periods;
        std::vector<std::uint32_t> rows;
        for (std::uint32_t row = 0; row < 50; ++row) {
            for (std::vector<std::string>& column : rooms) {
                column.push_back(label());
                column.back().reserve(64);
            }
            if (random() % 4 != 0) {
                rows.push_back(row);
                periods.push_back(number_of(period()));
            }
        }
        for (int i = 0; i < 2; ++i) {
            columns[i].assign(rooms[i].begin(), rooms[i].end());
        }
        std::vector<std::uint32_t> groups(rows.size());
        const std::vector<const std::string_view*> labels = {columns[0].data(), columns[1].data()};
        table.find({rows, periods.data(), firsts, labels}, groups.data());
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const auto [at, is_new] =
                known.try_emplace({firsts[periods[k]], rooms[0][rows[k]], rooms[1][rows[k]]}, groups[k]);
            CHECK(at->second == groups[k]);
            if (k == 0) {
                CHECK(table.find_one(firsts[periods[k]], labels, rows[k]) == groups[k]);
            }
        }
    }
    CHECK(table.size() == known.size());
    for (const auto& [key, group] : known) {
        std::string_view labels[2];
        table.labels(group, labels);
        CHECK(std::tuple(table.period(group), std::string(labels[0]), std::string(labels[1])) == key);
    }
}

}  // namespace

TEST_CASE("groups are told apart by their period and by labels of any length") {
    std::mt19937 random(13);
    const auto period = [&] { return static_cast<std::int32_t>(random() % 2); };
    check_groups(random, period,
                 [&] { return std::string(random() % 40, 'x') + static_cast<char>('a' + random() % 3); });
}

TEST_CASE("groups of a few values that come one after another, blank ones too, are told apart") {
    std::mt19937 random(14);
    std::uint32_t drawn = 0;
    const auto of_more_and_more = [&](std::uint32_t most) { return random() % (1 + std::min(most, ++drawn / 200)); };
    check_groups(
        random, [&] { return static_cast<std::int32_t>(30 * of_more_and_more(30)) - 15; },
        [&] { return std::string(of_more_and_more(17), 'x'); });
}

TEST_CASE("groups of very many values, or combinations of them, are told apart") {
    std::mt19937 random(15);
    const std::uint32_t values = GENERATE(200u, 3000u);
    check_groups(
        random, [&] { return static_cast<std::int32_t>(random() % 40); },
        [&] { return std::to_string(random() % values); });
}

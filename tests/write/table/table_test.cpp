#include "write/table/table.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "catch.hpp"
#include "records/records_from.hpp"
#include "text/utf8.hpp"
#include "write/sample_report.hpp"

using namespace cxm;

namespace {

std::string table(const report& r, const look& drawn = {.width = 100}, bool all = false) {
    return write_table(r, sample::themes(), all, drawn);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        all.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string without_escapes(std::string text) {
    for (std::size_t at = 0; (at = text.find('\x1b', at)) != std::string::npos;) {
        text.erase(at, text.find('m', at) + 1 - at);
    }
    return text;
}

const char* const months[] = {"2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"};

/// Six months with a gap in churn, money and multiples, csat missing throughout.
report half_year(const std::vector<const char*>& segments) {
    sample::builder b({&nps, &cac, &churn, &csat, &roi_multiple}, {"segment"});
    for (int month = 0; month < 6; ++month) {
        for (const char* segment : segments) {
            const double up = month;
            b.add(months[month], {segment},
                  {sample::value(nps, 30 + 2 * up, 25, 45, 480 + up), sample::value(cac, 1200 - 100 * up),
                   month == 4 ? sample::from(churn, {0, 0})
                              : sample::value(churn, 0.05 + 0.01 * up, 0.041, 0.0625, 12345),
                   sample::nothing(csat), sample::value(roi_multiple, 3 - 0.5 * up)});
        }
    }
    b.made().rows.currency = "EUR";
    return b.made();
}

/// Values of every size, unknown ones in between, wide labels and long free periods.
report random_report(unsigned seed) {
    static const char* const segments[] = {"pro", "日本の東京都", "🎉 party 🎉", nullptr,
                                           "a segment whose name is longer than a terminal of sixty columns is wide"};
    static const char* const free_periods[] = {"launch", "the week after the launch", "発売後の週", "later"};
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    const std::vector<const metric*> metrics = {&churn, &nps, &cac, &roi_multiple, &csat, &ctr, &session_duration};
    sample::builder b(metrics, {"segment"});
    const bool free = below(2) == 0;
    const unsigned periods = 1 + below(free ? 4 : 6);
    const unsigned segment_count = 1 + below(5);
    for (unsigned p = 0; p < periods; ++p) {
        for (unsigned s = 0; s < segment_count; ++s) {
            std::vector<result> results;
            for (const metric* m : metrics) {
                const double size = std::pow(10.0, static_cast<double>(below(24)) - 9) * (below(2) == 0 ? 1 : -1.37);
                const unsigned kind = below(6);
                results.push_back(kind == 0   ? sample::nothing(*m)
                                  : kind == 1 ? sample::from(*m, std::vector<double>(m->value.inputs().size(), 0))
                                  : kind == 2 ? sample::value(*m, size)
                                              : sample::value(*m, size, size / 3, size * 2, below(1000000)));
            }
            b.add(free ? free_periods[p] : months[p], {segments[s]}, results);
        }
    }
    return b.made();
}

}  // namespace

TEST_CASE("A table of one period has a value, an interval and n") {
    sample::builder b({&churn, &cac}, {});
    b.add("2024-01", {}, {sample::value(churn, 0.1, 0.083, 0.12, 1000), sample::value(cac, 40)});
    CHECK("\n" + table(b.made()) == R"(
         2024-01    95 % interval      n
Customers
  churn     10.0 %    8.3 to 12.0  1,000
Value
  cac      40.00
)");
}

TEST_CASE("A record without a period has its values under that name") {
    sample::builder b({&nps}, {});
    b.add("", {}, {sample::value(nps, 40)});
    CHECK(table(b.made()) == "     value\nnps   40.0\n");
}

TEST_CASE("A table shows the last periods that fit, changes, intervals and trends") {
    CHECK("\n" + table(half_year({"pro"})) == R"(
segment: pro      2024-04    2024-05    2024-06      95 % interval       n   change  trend
Customers
  churn               8.0  undefined       10.0 %      4.1 to 6.3   12,345           ▁▂▄▅ █
Surveys
  nps                36.0       38.0       40.0       25.0 to 45.0     485   +2.0    ▁▂▄▅▇█
Value
  cac              900.00     800.00     700.00 EUR                         -12.5 %  █▇▅▄▂▁
  roi_multiple       1.50       1.00       0.50 ×                           -50.0 %  █▇▅▄▂▁
    churn 2024-05: customers_start is 0
n: how many people, answers or events a value is of
… 3 earlier periods: --format csv shows all
)");
}

TEST_CASE("A table of several segments is a block each in the same columns") {
    CHECK("\n" + table(half_year({"pro", "日本"}), {.width = 80}) == R"(
segment: pro      2024-05    2024-06      95 % interval       n   change  trend
  churn         undefined       10.0 %      4.1 to 6.3   12,345           ▁▂▄▅ █
  nps                38.0       40.0       25.0 to 45.0     485   +2.0    ▁▂▄▅▇█
  cac              800.00     700.00 EUR                         -12.5 %  █▇▅▄▂▁
  roi_multiple       1.00       0.50 ×                           -50.0 %  █▇▅▄▂▁
    churn 2024-05: customers_start is 0

segment: 日本     2024-05    2024-06      95 % interval       n   change  trend
  churn         undefined       10.0 %      4.1 to 6.3   12,345           ▁▂▄▅ █
  nps                38.0       40.0       25.0 to 45.0     485   +2.0    ▁▂▄▅▇█
  cac              800.00     700.00 EUR                         -12.5 %  █▇▅▄▂▁
  roi_multiple       1.00       0.50 ×                           -50.0 %  █▇▅▄▂▁
    churn 2024-05: customers_start is 0
n: how many people, answers or events a value is of
… 4 earlier periods: --format csv shows all
)");
}

TEST_CASE("Segments of few metrics stand close together under one header") {
    sample::builder b({&churn}, {"country"});
    b.add("2024", {"Canada"}, {sample::value(churn, 0.3, 0.28, 0.32, 2509)});
    b.add("2024", {"Guinea"}, {sample::value(churn, 0.16, 0.15, 0.17, 2477)});
    b.add("2023", {"Mali"}, {sample::value(churn, 0.16, 0.1599, 0.1601, 90000000)});
    CHECK("\n" + table(b.made()) == R"(
country: Canada   2024     95 % interval           n
  churn           30.0 %   28.0 to 32.0        2,509
country: Guinea
  churn           16.0 %   15.0 to 17.0        2,477
country: Mali     2023     95 % interval           n
  churn           16.0 %  15.99 to 16.01  90,000,000
)");
}

TEST_CASE("A long reason goes on below") {
    sample::builder b({&churn, &nps}, {});
    result r = sample::nothing(churn);
    r.note = "a reason that is longer than what is left of sixty columns beside the key";
    b.add("2024", {}, {r, sample::value(nps, 40)});
    CHECK("\n" + table(b.made(), {.width = 60}, true) == R"(
          2024
Customers
  churn  -  a reason that is longer than what is left of
         sixty columns beside the key
Surveys
  nps     40.0
)");
}

TEST_CASE("A table in ASCII has no other characters") {
    const std::string text = table(half_year({"pro"}), {.width = 80, .ascii = true});
    CHECK(first_invalid_utf8(text) == std::string::npos);
    INFO(text);
    CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; }));
    CHECK(contains(text, "0.50 x"));
    CHECK(contains(text, "... 4 earlier periods"));
}

TEST_CASE("A table of all metrics says what the missing ones lack") {
    CHECK_FALSE(contains(table(half_year({"pro"})), "csat"));
    CHECK(contains(table(half_year({"pro"}), {.width = 100}, true), "  csat          -  csat_satisfied is missing\n"));
}

TEST_CASE("A metric that is undefined throughout says why in its row") {
    sample::builder b({&churn}, {});
    b.add("2024-01", {}, {sample::from(churn, {0, 0})});
    CHECK(table(b.made()) == "       2024-01\nchurn  undefined: customers_start is 0\n");
}

TEST_CASE("A segment from which nothing can be computed says so") {
    sample::builder b({&churn}, {"segment"});
    b.add("2024-01", {"pro"}, {sample::nothing(churn)});
    CHECK(contains(table(b.made()), "no metric can be computed"));
}

TEST_CASE("Changes are coloured as they are judged, by the direction of their metric; what may be chance is not") {
    const auto coloured = [](std::string_view csv, const metric& m) {
        return table(make_report(records_from(csv), {&m}, {}), {.width = 100, .colour = true});
    };
    constexpr std::string_view churn_doubles =
        "period,customers_start,customers_lost\n2024-01,1000,100\n2024-02,1000,200\n";
    CHECK(contains(coloured(churn_doubles, churn), "\x1b[31m+10.0\x1b[0m"));
    CHECK(contains(coloured("period,promoters,passives,detractors\n2024-01,300,100,100\n2024-02,400,50,50\n", nps),
                   "\x1b[32m+30.0\x1b[0m"));
    CHECK(contains(coloured("period,customers_start,customers_lost\n2024-01,100,10\n2024-02,100,12\n", churn),
                   " +2.0 pp"));
    CHECK(contains(coloured("period,acquisition_cost,customers_new\n2024-01,1000,10\n2024-02,500,10\n", cac),
                   " -50.0 %"));
}

TEST_CASE("Periods that are not complete are marked") {
    report r = half_year({"pro"});
    r.rows.partial = {false, false, false, false, false, true};
    CHECK(contains(table(r), " 2024-06* "));
    CHECK(contains(table(r), "* the period is not complete, so no change is told from it\n"));
}

TEST_CASE("Notes on the last period stand below its block") {
    sample::builder b({&churn, &retention}, {});
    result kept = sample::value(retention, 0.9);
    result lost = sample::value(churn, 0.1);
    kept.note = lost.note = "the shares kept in each period, multiplied";
    b.add("2024", {}, {lost, kept});
    CHECK(contains(table(b.made()), "\n  churn, retention: the shares kept in each period, multiplied\n"));
}

TEST_CASE("A note that holds of every segment is said once, at the end; one of some below those") {
    sample::builder b({&churn, &nps}, {"segment"});
    result lost = sample::value(churn, 0.1);
    lost.note = "multiplied";
    result few = sample::value(nps, 40);
    few.note = "few answers";
    b.add("2024", {"pro"}, {lost, few});
    b.add("2024", {"free"}, {lost, sample::value(nps, 30)});
    const std::string text = table(b.made());
    CHECK(text.ends_with("\nchurn: multiplied\n"));
    CHECK(text.find("multiplied") == text.rfind("multiplied"));
    CHECK(contains(text, "\n    nps: few answers\n"));
}

TEST_CASE("Labels and periods cannot steer the terminal") {
    sample::builder b({&nps}, {"segment"});
    b.add("\x1b[2J", {"a\x1b]0;title\x07"}, {sample::value(nps, 1)});
    CHECK_FALSE(contains(table(b.made()), "\x1b"));
}

TEST_CASE("No table is wider than asked for, ends lines in spaces or depends on colour for its text") {
    int failures = 0;
    for (unsigned seed = 0; seed < 120; ++seed) {
        const report r = random_report(seed);
        for (const std::size_t width : {60u, 61u, 80u, 97u, 120u, 200u}) {
            const look drawn{.width = width, .ascii = seed % 3 == 0};
            const bool all = seed % 2 == 0;
            const std::string text = table(r, drawn, all);
            for (const std::string& line : lines_of(text)) {
                const bool good = display_width(line) <= width && !line.ends_with(' ');
                if (!good && ++failures < 5) {
                    UNSCOPED_INFO("seed " << seed << ", width " << width << ": " << line);
                }
            }
            look coloured = drawn;
            coloured.colour = true;
            const std::string stripped = without_escapes(table(r, coloured, all));
            if (stripped != text && ++failures < 5) {
                UNSCOPED_INFO("seed " << seed << ": another text in colour");
            }
        }
    }
    CHECK(failures == 0);
}

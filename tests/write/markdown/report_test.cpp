#include "write/markdown/report.hpp"

#include "catch.hpp"
#include "write/sample_report.hpp"

using namespace cxm;

TEST_CASE("Markdown is a table a segment, with the interval, n and change of the last period") {
    sample::builder b({&cac, &churn, &csat}, {"segment"});
    b.add("2024-01", {"a|b <i>"},
          {sample::value(cac, 40), sample::value(churn, 0.1, 0.083, 0.12, 1000), sample::nothing(csat)});
    b.add("2024-02", {"a|b <i>"},
          {sample::value(cac, 30), sample::value(churn, 0.12, 0.101, 0.142, 1000), sample::nothing(csat)});
    b.add("2024-02", {"pro"}, {sample::nothing(cac), sample::from(churn, {0, 0}), sample::nothing(csat)});
    b.made().rows.currency = "EUR";
    CHECK(write_markdown(b.made(), sample::themes(), {}) ==
          "### segment: a\\|b \\<i\\>\n"
          "\n"
          "| metric | 2024-01 | 2024-02 | 95 % interval | n | change |\n"
          "|:--|--:|--:|--:|--:|--:|\n"
          "| churn | 10.0 % | 12.0 % | 10.1 to 14.2 % | 1,000 | +2.0 pp |\n"
          "| cac | 40.00 EUR | 30.00 EUR | | | -25.0 % |\n"
          "\n"
          "### segment: pro\n"
          "\n"
          "| metric | 2024-02 |\n"
          "|:--|--:|\n"
          "| churn | undefined: customers_start is 0 |\n");
}

TEST_CASE("Markdown shows the last periods and says how many are left out") {
    sample::builder b({&churn}, {});
    b.add("a", {}, {sample::value(churn, 0.1)});
    b.add("b", {}, {sample::from(churn, {0, 0})});
    b.add("c", {}, {sample::value(churn, 0.3)});
    CHECK(write_markdown(b.made(), sample::themes(), {2, false}) ==
          "| metric | b | c |\n"
          "|:--|--:|--:|\n"
          "| churn | undefined | 30.0 % |\n"
          "\n"
          "churn b: customers_start is 0\n"
          "\n"
          "1 earlier period left out: --format csv shows all.\n");
}

TEST_CASE("Markdown shows what the last values are held against, with who says so") {
    sample::builder b({&nps, &churn}, {"segment"});
    b.add("2024-01", {"a|b"},
          {sample::value(nps, 40, 32.77, 46.75, 500), sample::value(churn, 0.1, 0.083, 0.12, 1000)});
    b.made().options.targets = {{&nps, 45, "@board", "2024-01"}};
    b.made().options.benchmarks = {{&churn, 0.05, "", ""}};
    const std::string text = write_markdown(b.made(), sample::themes(), {});
    CHECK(text.substr(text.find("\n**Against")) ==
          "\n**Against the targets**\n\n"
          "| group | metric | value | target | gap | standing | period | source |\n"
          "|:--|:--|--:|--:|--:|:--|:--|:--|\n"
          "| segment: a\\|b | nps | 40.0 | 45.0 | -5.0 | undecided | 2024-01 (a month) | @&#8203;board, 2024-01 |\n"
          "\n**Against the benchmarks**\n\n"
          "| group | metric | value | benchmark | gap | standing | period | source |\n"
          "|:--|:--|--:|--:|--:|:--|:--|:--|\n"
          "| segment: a\\|b | churn | 10.0 % | 5.0 % | +5.0 pp | misses | 2024-01 (a month) | |\n");
}

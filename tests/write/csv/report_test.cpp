#include "write/csv/report.hpp"

#include "catch.hpp"
#include "write/sample_report.hpp"

using namespace cxm;

namespace {

const csv_form form{.labels = {"segment", "country, or region"}};

report two_records() {
    sample::builder b({&churn, &cac, &csat}, {"country, or region", "segment"});
    b.add("2024-01", {"DE", "say \"pro\""},
          {sample::value(churn, 0.1, 0.083, 0.12, 1000), sample::value(cac, 40), sample::nothing(csat)});
    b.add("2024-02", {nullptr, "=1+1"},
          {sample::from(churn, {0, 0}), sample::value(cac, 0.125), sample::nothing(csat)});
    return b.made();
}

}  // namespace

TEST_CASE("Tidy CSV is a row a result, with the labels in the order asked for") {
    std::string out;
    append_csv_header(out, form);
    append_csv(out, two_records(), form);
    CHECK(out == "period,segment,\"country, or region\",metric,value,unit,low,high,n,status,reason\n"
                 "2024-01,\"say \"\"pro\"\"\",DE,churn,0.1,share,0.083,0.12,1000,ok,\n"
                 "2024-01,\"say \"\"pro\"\"\",DE,cac,40.0,money,,,,ok,\n"
                 "2024-02,=1+1,,churn,,share,,,,undefined,customers_start is 0\n"
                 "2024-02,=1+1,,cac,0.125,money,,,,ok,\n");
}

TEST_CASE("Tidy CSV has the missing where all are asked for") {
    std::string out;
    append_csv(out, two_records(), {.keep_missing = true});
    CHECK(out.find("2024-02,csat,,share,,,,missing,csat_satisfied is missing\n") != std::string::npos);
}

TEST_CASE("Wide CSV is a row a record, empty where there is no number") {
    const report r = two_records();
    std::string out;
    append_wide_csv_header(out, form, r.metrics);
    append_wide_csv(out, r.rows, values_of(r), form);
    CHECK(out == "period,segment,\"country, or region\",churn,cac,csat\n"
                 "2024-01,\"say \"\"pro\"\"\",DE,0.1,40.0,\n"
                 "2024-02,=1+1,,,0.125,\n");
}

TEST_CASE("Wide CSV has room for long labels, quoted wherever something asks for it") {
    for (const std::size_t length :
         {std::size_t(0), std::size_t(7), std::size_t(8), std::size_t(9), std::size_t(4000)}) {
        for (const char* const special : {"\"", ",", "\n", "\r"}) {
            const std::string label = std::string(length, 'x') + special + std::string(length, 'y');
            sample::builder b({&nps}, {"country, or region"});
            b.add("2024-01", {label.c_str()}, {sample::value(nps, 40)});
            std::string out;
            append_wide_csv(out, b.made().rows, values_of(b.made()), {.labels = {"country, or region"}});
            std::string cell;
            append_csv_cell(cell, label, csv_texts::plain);
            CHECK(out == "2024-01," + cell + ",40.0\n");
            CHECK(cell.size() == label.size() + (*special == '"' ? 3 : 2));
        }
    }
}

TEST_CASE("A part of a report that lacks a label leaves its CSV cells empty") {
    sample::builder b({&nps}, {});
    b.add("a, free\nlabel", {}, {sample::value(nps, 40)});
    std::string out;
    append_wide_csv(out, b.made().rows, values_of(b.made()), form);
    CHECK(out == "\"a, free\nlabel\",,,40.0\n");
}

TEST_CASE("Tidy CSV has columns for what values are held against where that is given") {
    report r = two_records();
    r.options.targets = {{&churn, 0.05, "=board", "2024-01"}};
    std::string out;
    const csv_form with{.targets = true, .texts = csv_texts::safe};
    append_csv_header(out, with);
    append_csv(out, r, with);
    CHECK(out == "period,metric,value,unit,low,high,n,status,reason,"
                 "target,target_gap,target_standing,target_source,target_date,"
                 "target_poor,target_per,target_span,target_carried_on\n"
                 "2024-01,churn,0.1,share,0.083,0.12,1000,ok,,0.05,0.05,misses,'=board,2024-01,,,month,\n"
                 "2024-01,cac,40.0,money,,,,ok,,,,,,,,,,\n"
                 "2024-02,churn,,share,,,,undefined,customers_start is 0,,,,,,,,,\n"
                 "2024-02,cac,0.125,money,,,,ok,,,,,,,,,,\n");
}

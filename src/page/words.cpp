#include "page/words.hpp"

#include <cstddef>
#include <iterator>

namespace cxm {

namespace {

struct word_entry {
    page_word of;
    std::string_view english;
};

constexpr word_entry word_entries[] = {
    {page_word::language, "en"},
    {page_word::title_report, "Customer experience"},
    {page_word::title_compare, "What changed"},
    {page_word::title_trend, "Customer experience over time"},
    {page_word::title_check, "Checks"},
    {page_word::title_cohorts, "Cohorts"},
    {page_word::title_funnel, "Funnel"},
    {page_word::title_attribute, "Credit for conversions"},
    {page_word::title_project, "Retention, seen and expected"},
    {page_word::contents, "Contents"},
    {page_word::overview, "Overview"},
    {page_word::trends, "Trends"},
    {page_word::segments, "Segments"},
    {page_word::every_value, "Every value"},
    {page_word::why_moved, "Why it moved"},
    {page_word::changes, "Changes"},
    {page_word::checks, "Checks"},
    {page_word::cohorts, "Cohorts"},
    {page_word::funnel, "Funnel"},
    {page_word::credit, "Credit"},
    {page_word::curve, "Curve"},
    {page_word::figures, "Figures"},
    {page_word::quality, "Data quality"},
    {page_word::method, "Method and definitions"},
    {page_word::receipt, "Receipt"},
    {page_word::periods_of, "{} periods, {} to {}."},
    {page_word::groups_of, "{} groups beside the whole."},
    {page_word::level_of, "Intervals at {}."},
    {page_word::as_of, "The data are as of {}."},
    {page_word::everyone, "everyone"},
    {page_word::better, "▲ better"},
    {page_word::worse, "▼ worse"},
    {page_word::no_change, "● no clear change"},
    {page_word::change_since, "{} since {}"},
    {page_word::without_interval, "no interval"},
    {page_word::no_interval, "none: {}"},
    {page_word::interval_of, "{} to {}"},
    {page_word::interval_in_full, "{}, {} confidence, {}"},
    {page_word::target, "target"},
    {page_word::meets, "met"},
    {page_word::misses, "missed"},
    {page_word::undecided, "undecided"},
    {page_word::targets_missed, "{} of {} targets missed"},
    {page_word::targets_met, "{} of {} targets met"},
    {page_word::targets_undecided, "{} undecided"},
    {page_word::period, "period"},
    {page_word::value, "value"},
    {page_word::limits, "interval"},
    {page_word::mean, "mean"},
    {page_word::n, "n"},
    {page_word::lower, "lower limit"},
    {page_word::upper, "upper limit"},
    {page_word::signal, "signal"},
    {page_word::change, "change"},
    {page_word::segment, "segment"},
    {page_word::metric, "metric"},
    {page_word::course, "course"},
    {page_word::before, "before"},
    {page_word::after, "after"},
    {page_word::p, "p"},
    {page_word::verdict, "verdict"},
    {page_word::unfinished, "not complete"},
    {page_word::remark, "remark"},
    {page_word::values, "Values of {}"},
    {page_word::all_values, "Every period: {}"},
    {page_word::by_period, "the whole"},
    {page_word::chart_of, "{}, {} to {}: {}; {}"},
    {page_word::spark_of, "{} from {} to {}"},
    {page_word::dots_of, "{} of {} groups, each with its interval; the values are in the table below"},
    {page_word::none_yet, "No period has a value."},
    {page_word::legend_trend, "▲ improvement, ▼ concern, ● usual variation, ○ a period that is not complete. The band is what the periods vary by anyway; the line in it is their mean."},
    {page_word::legend_segments, "A dot is a value, the line its interval; the first, dark, is of all together."},
    {page_word::lacks_nothing, "No warning was given, and no value is missing without a reason."},
    {page_word::key, "Key"},
    {page_word::direction, "{}, {} is better"},
    {page_word::formula, "Formula"},
    {page_word::filled_in, "Filled in"},
    {page_word::interval, "Interval"},
    {page_word::method_of, "Method"},
    {page_word::command_of_number, "The same number"},
    {page_word::reading, "Reading"},
    {page_word::pitfalls, "Pitfalls"},
    {page_word::rivals, "Rivals"},
    {page_word::source, "Source"},
    {page_word::command_of_page, "Command"},
    {page_word::inputs, "Inputs"},
    {page_word::bytes_of, "({} bytes)"},
    {page_word::size_unknown, "(a pipe)"},
    {page_word::rows, "Rows"},
    {page_word::rows_of, "{} read, {} passed over, {} with numbers that cannot be together"},
    {page_word::version, "Made by"},
};

constexpr bool stand_in_their_order() {
    for (std::size_t i = 0; i < std::size(word_entries); ++i) {
        if (static_cast<std::size_t>(word_entries[i].of) != i || word_entries[i].english.empty()) {
            return false;
        }
    }
    return true;
}
static_assert(stand_in_their_order(), "every word has its entry, at its place");

}  // namespace

std::string_view say(page_word word) { return word_entries[static_cast<std::size_t>(word)].english; }

}  // namespace cxm

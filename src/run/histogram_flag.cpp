#include <algorithm>
#include <cxm/catalogue.hpp>
#include <cxm/histogram.hpp>
#include <cxm/spell.hpp>

#include "run/flags/scales.hpp"
#include "run/measures.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

/// `; as many fit: cxm ces --histogram …`, where another metric's usual scale has so many answers; empty otherwise.
std::string metrics_of_scale(const metric& but, const std::string& histogram, std::size_t counts) {
    for (const metric* m : all_metrics()) {
        if (counts_answers(*m) && m->key != but.key) {
            const answer_scale usual = usual_scale(*m);
            if (usual.highest - usual.lowest + 1 == static_cast<double>(counts)) {
                return "; as many fit: cxm " + std::string(m->key) + " --histogram " + histogram;
            }
        }
    }
    return {};
}

}  // namespace

void measure_flags::read_histogram(const report_options& options, std::vector<double>& values) const {
    const answer_scale said = options.scale_of(*of_);
    const answer_scale scale = said.highest > said.lowest ? said : usual_scale(*of_);
    std::vector<double> counts;
    for (const std::string_view text : between_commas(*histogram_)) {
        const auto count = parse_number(text);
        if (count && *count < 0) {
            throw bad_input("--histogram", quote_of(text) + " is below 0: these are counts, of the answers " +
                                               scale_in_words(scale) + ", lowest first");
        }
        if (!count || *count > largest_count || *count != static_cast<double>(static_cast<long long>(*count))) {
            throw bad_input("--histogram", quote_of(text) + " is not a whole number");
        }
        counts.push_back(*count);
    }
    try {
        values = from_histogram(*of_, counts, scale);
    } catch (const std::invalid_argument& wrong) {
        throw bad_input("--histogram", spell(static_cast<double>(counts.size())) + " counts for the answers " +
                                           scale_in_words(scale) + ": " + wrong.what() +
                                           metrics_of_scale(*of_, *histogram_, counts.size()));
    }
}

}  // namespace cxm

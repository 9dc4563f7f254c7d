#include "tally/tally.hpp"

#include <memory>
#include <optional>

#include "bytes/byte_source.hpp"
#include "tally/counter.hpp"
#include "tally/harvest.hpp"
#include "tally/slips.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// Days are told as times are written, and words such as GMT+1 and GMT+2 tell different ones.
void require_one_zone(const std::vector<std::unique_ptr<counter>>& counters, const std::string& file) {
    std::optional<std::int32_t> named;
    for (const auto& each : counters) {
        const auto zone = each->zone_named();
        if (named && zone && *named != *zone) {
            throw bad_input(name_of(file), "has times of several time zones; --time-zone Europe/Paris says on which "
                                           "day each falls");
        }
        named = named ? named : zone;
    }
}

}  // namespace

tallying::tallying(const plan& how, const catalogue& known, const tally_options& options)
    : options_(options),
      program_(std::make_unique<const program>(compile(how, known))),
      budget_(options.max_memory, options.memory_parts),
      shared_(std::make_unique<shared_counts>(*program_, budget_)) {
    for (unsigned i = 0; i < threads_of(options); ++i) {
        counters_.push_back(std::make_unique<counter>(*program_, *shared_, budget_));
    }
}

tallying::~tallying() = default;

const wanted_cells& tallying::wanted() const { return *program_; }

std::vector<file_sink*> tallying::sinks() const {
    std::vector<file_sink*> sinks;
    for (const auto& each : counters_) {
        sinks.push_back(each.get());
    }
    return sinks;
}

void tallying::listen(tally_result& into) const {
    into.names = [this, &into](const std::string& file, const std::vector<std::string>& names) {
        warn_of_periods(*program_, file, names, into);
    };
    into.ended = [this](const std::string& file) { require_one_zone(counters_, file); };
}

void tallying::finish(tally_result& into) {
    into.names = nullptr;
    into.ended = nullptr;
    const std::vector<std::uint64_t> texts = join(counters_, *shared_);
    harvest(*counters_[0], texts, options_, budget_, into);
    std::size_t number = 0;
    for (const program::measured& m : program_->measures) {
        if (m.kind == counting::distinct && shared_->texts.repeats(number++)) {
            into.repeating.emplace_back(m.of->key);
        }
    }
}

tally_result tally(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                   const tally_options& options) {
    tallying counted(how, known, options);
    require_columns_of_blanks(counted.wanted());
    tally_result result;
    counted.listen(result);
    read_rows(files, counted.wanted(), counted.sinks(), options, result);
    counted.finish(result);
    result.counted.currency = result.currency;
    return result;
}

}  // namespace cxm

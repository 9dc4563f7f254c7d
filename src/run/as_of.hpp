#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "records.hpp"
#include "run/command.hpp"
#include "run/flags.hpp"

namespace cxm {

/// Adds `--as-of`; reading the records marks what is still under way at that day.
void add_as_of_flag(std::vector<flag>& to, std::optional<std::string>& into);

/// The day that `--as-of` names, counted from 1970-01-01; throws bad_usage for what is no day.
std::optional<std::int32_t> day_of(const std::optional<std::string>& date);

/// Warns of records that are not complete, the first few of a run by name.
class partial_warnings {
public:
    explicit partial_warnings(const streams& io) : io_(io) {}

    void add(const std::vector<std::string>& titles);
    void finish() const;

private:
    streams io_;
    std::size_t count_ = 0;
};

/// The titles of the records that are not complete.
std::vector<std::string> partial_titles(const records& rows);

}  // namespace cxm

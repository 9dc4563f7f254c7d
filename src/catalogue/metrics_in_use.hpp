#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/metric.hpp>

namespace cxm {

/// The measures and metrics in use: those of the library, and the user's own on top.
class catalogue {
public:
    /// The library's.
    catalogue();

    /// Adds a user's metrics under a theme of their own; the text is a JSON file's, its name is for messages.
    ///
    /// Throws bad_input for what is no such file, and for a key that is taken: a column's, or one of the `reserved`.
    void add(std::string_view json, const std::string& file, std::span<const std::string_view> reserved = {});

    struct group {
        std::string_view title;
        std::vector<const metric*> metrics;
    };

    const std::vector<group>& themes() const { return themes_; }
    const std::vector<const measure*>& measures() const { return measures_; }
    std::vector<const metric*> metrics() const;

    /// Null where there is none of that key.
    const metric* find_metric(std::string_view key) const;

    /// By its key as people may type it, with `-` for `_`.
    const metric* find_metric_typed(std::string key) const;
    const measure* find_measure(std::string_view key) const;

private:
    std::vector<group> themes_;
    std::vector<const measure*> measures_;
    std::deque<metric> own_;        ///< the user's metrics
    std::deque<std::string> text_;  ///< what they point into
};

}  // namespace cxm

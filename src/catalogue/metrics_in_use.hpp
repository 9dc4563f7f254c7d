#pragma once

#include <deque>
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
    void add(std::string_view json, const std::string& file);

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

/// Names of commands and columns that no metric may have.
bool is_reserved(std::string_view key);

}  // namespace cxm

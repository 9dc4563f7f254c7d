#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/metric.hpp>

#include "catalogue/own_name.hpp"

namespace cxm {

struct document;

/// The measures and metrics in use: those of the library, and the user's own on top.
class catalogue {
public:
    /// The library's.
    catalogue();

    /// Adds a user's metrics under a theme of their own; the text is a JSON file's, its name is for messages.
    ///
    /// Throws bad_input for what is no such file, and for a key that is taken: a column's, or one of the `reserved`.
    void add(std::string_view json, const std::string& file, std::span<const std::string_view> reserved = {});

    /// Adds a measure of the user's own, whose unit and rule are those of its name, or else these. Throws bad_usage for
    /// a name that no measure of theirs can have.
    void declare(const own_name& name, unit of, over_time joins, std::string_view meaning = "A measure of your own.");

    /// Adds a metric as a flag or a plan writes it: `arpu = revenue / customers_start`, its unit and what is better
    /// beside the name where they do not follow, `load:rate:lower = tickets / transactions`. Throws bad_usage.
    void define(std::string_view text, std::span<const std::string_view> reserved = {});

    /// Adds the mean of a measure's rows, whose three sums have been declared; throws bad_usage for a key that is
    /// taken.
    void define_mean(const std::string& key, const measure& sum, const measure& number, const measure& squares);

    /// Adds a metric that is not computed here, such as a figure of a forecast; its texts must outlive the catalogue.
    void know(const metric& m) { own_list().push_back(&own_.emplace_back(m)); }

    /// Whether a key has been there since the first release: a user's own gives way to it, and later ones to theirs.
    static bool is_first(std::string_view key);

    /// Whether a key is that of a measure or metric of the user's own.
    bool has_own(std::string_view key) const;

    /// What to know of keys that are the user's own and ours as well.
    const std::vector<std::string>& notes() const { return notes_; }

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

    /// The same, or of the key of a measure its level: how many there are, or how much.
    const metric* find_level_typed(std::string key) const;
    const measure* find_measure(std::string_view key) const;

private:
    void add_level(const measure& m);
    void add_all(const document& root, const std::string& file, std::span<const std::string_view> reserved,
                 bool is_inline);

    /// Takes a key of ours away, with the metrics that read it, as the user has one of their own.
    void give_way(std::string_view key);

    /// The theme of the user's own metrics.
    std::vector<const metric*>& own_list();

    std::vector<group> themes_;
    std::vector<const measure*> measures_;
    std::deque<metric> own_;  ///< the user's metrics
    std::deque<measure> own_measures_;
    std::vector<std::string> notes_;
    std::deque<metric> levels_;     ///< one for each measure of which a level can be shown
    std::deque<std::string> text_;  ///< what they point into
};

}  // namespace cxm

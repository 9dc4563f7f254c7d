#pragma once

#include <string>
#include <vector>

#include "catalogue/consistency.hpp"
#include "catalogue/metrics_in_use.hpp"
#include "records/records.hpp"

namespace cxm {

/// What is to be known of a record.
struct remark {
    std::string place = {};      ///< `shop.csv:3: 2024-01`, which may be empty
    std::string text = {};       ///< `customers_lost is 120, more than customers_start, 100; …`
    bool impossible = false;     ///< no record can have these values together
    std::string undefined = {};  ///< the metrics that are not computed of it: `churn, clv_observed`
};

/// The remark as a warning: `shop.csv:3: 2024-01: customers_lost is 120, …, and churn is undefined here`.
std::string spell(const remark& r);

/// Looks at every record before any arithmetic: parts larger than their wholes, squares that no answers have, stocks
/// that do not add up, growths above all measure, and means off the usual scale where that is looked at.
class reconciler {
public:
    /// Scores whose means are to lie on the usual scale are those whose own is not said.
    explicit reconciler(const catalogue& known, std::vector<const metric*> on_usual_scales = {});

    /// What is odd, first what is impossible, each in the order of the records. Safe to call from several threads.
    std::vector<remark> check(const records& rows) const;

    /// What to warn of a record that is typed: of that the impossible is refused, and all that is odd if `strict`.
    std::vector<std::string> warnings_of(const records& typed, bool strict = false) const;

private:
    const catalogue* known_;
    std::vector<std::pair<const metric*, consistency>> metrics_;  ///< those that can be impossible
    std::vector<const metric*> on_usual_scales_;

    std::vector<remark> impossible_in(const records& rows) const;
    void add_off_scale(const records& rows, std::vector<remark>& to) const;
};

}  // namespace cxm

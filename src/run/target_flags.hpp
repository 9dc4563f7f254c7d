#pragma once

#include <vector>

#include "results/report.hpp"
#include "run/flags/flag.hpp"
#include "text/warnings.hpp"

namespace cxm {

/// `--annualise` of the commands that hold figures against targets.
flag annualise_flag(bool& into);

/// Throws bad_usage where none of the targets is for a span, so that there is nothing to carry figures on to.
void require_spans(const std::vector<const std::vector<target>*>& files);

/// Warns of targets whose condition none of the records meets, as its label was pooled or none has its value; of a
/// label alone where the records are no more than the first ones.
void warn_of_unmet(const report_options& options, const std::vector<const metric*>& metrics, const records& rows,
                   bool are_whole, const warning_sink& to);

}  // namespace cxm

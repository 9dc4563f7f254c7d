#include <algorithm>

#include "records/completeness.hpp"
#include "run/flags/scales.hpp"
#include "run/output.hpp"
#include "run/report_formats.hpp"
#include "run/report_lacks.hpp"
#include "run/target_flags.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"
#include "write/csv/excel.hpp"
#include "write/csv/report.hpp"
#include "write/json/report.hpp"

namespace cxm {

namespace {

/// A refusal where a long stream brings what its beginning, which decided the columns, did not have.
void require_known(const std::vector<std::string>& labels, const records& rows) {
    for (const records::label_column& label : rows.labels) {
        if (std::find(labels.begin(), labels.end(), label.name) == labels.end()) {
            throw bad_input(place(rows, 0),
                            "label " + quote_of(label.name) +
                                " appears only after the first records, when the columns of the CSV are "
                                "decided; give it to every record or use --format ndjson");
        }
    }
}

/// Records that need neither pooling nor sight of each other: written as they come, in flat memory.
class streamed {
public:
    streamed(const report_request& r, record_input& input, const streams& io)
        : request_(r),
          form_(r.output.form),
          options_(r.intervals.options),
          input_(input),
          out_(r.output.file, io.out),
          partial_(warnings_to(io, r.input.strict), "that are not complete"),
          metrics_(r.metrics) {
        columns_ = csv_form_of(r, input.sample());
        warn_of_unmet(options_, r.metrics, input.sample(), false, warnings_to(io, r.input.strict));
        const std::vector<const metric*> possible = computable(input.sample(), r.metrics, options_);
        require_fit(r.intervals, possible);
        require_scores(options_, possible);
        if (r.wide) {
            options_.intervals = false;
            metrics_ = r.named_metrics ? metrics_ : computable(input.sample(), metrics_, options_);
        }
        if (form_ == format::csv) {
            require_free_names(columns_, r.wide, metrics_);
        }
    }

    void run() {
        begin();
        input_.for_each([&](records rows) { return text_of(std::move(rows)); },
                        [&](const part& p) {
                            out_.append(!p.text.empty() && form_ == format::json && !any_text_
                                            ? std::string_view(p.text).substr(std::string_view(",\n").size())
                                            : std::string_view(p.text));
                            any_text_ = any_text_ || !p.text.empty();
                            computed_ = computed_ || p.computed;
                            for (const std::string& warning : p.partial) {
                                partial_.add(warning);
                            }
                        });
        partial_.finish();
        input_.warn_of_mixed_periods();
        if (!computed_) {
            refuse_empty(input_, input_.sample(), request_.metrics);
        }
        if (form_ == format::json) {
            out_.append(json_tail());
        }
        out_.commit();
    }

private:
    struct part {
        std::string text;
        bool computed;
        std::vector<std::string> partial = {};
    };

    const report_request& request_;
    format form_;
    report_options options_;
    record_input& input_;
    output out_;
    counted_warnings partial_;
    std::vector<const metric*> metrics_;  ///< that have a column where columns are decided beforehand
    csv_form columns_;
    bool computed_ = false;
    bool any_text_ = false;

    void begin() {
        std::string head;
        if (form_ == format::json) {
            const std::string& said = input_.sample().currency;
            head = json_head(options_.level, request_.output.currency.value_or(said));
        } else if (form_ == format::csv && request_.wide) {
            append_wide_csv_header(head, columns_, metrics_);
        } else if (form_ == format::csv) {
            append_csv_header(head, columns_);
        }
        const excel_form* const excel = request_.output.excel;
        out_.append(excel == nullptr ? head : std::string(excel_mark) + for_excel(head, *excel));
    }

    part text_of(records rows) const {
        if (form_ == format::csv) {
            require_known(columns_.labels, rows);
        }
        std::vector<std::string> partial = partial_warnings(rows);
        part p = request_.wide ? wide_text_of(rows) : long_text_of(std::move(rows));
        p.partial = std::move(partial);
        if (const excel_form* const excel = request_.output.excel) {
            p.text = for_excel(p.text, *excel);
        }
        return p;
    }

    part wide_text_of(const records& rows) const {
        const value_columns values = values_of(rows, metrics_, options_);
        part p{{}, !computable(rows, metrics_, options_).empty()};
        append_wide_csv(p.text, rows, values, columns_);
        return p;
    }

    part long_text_of(records rows) const {
        // A metric whose measures are in no record of the block can only be missing.
        const std::vector<const metric*> metrics = request_.with_missing ? metrics_ : computable_of(rows);
        const report block = make_report(std::move(rows), metrics, options_);
        part p{{}, std::any_of(block.results.begin(), block.results.end(), [](const result& r) {
                   return r.comes_to.is != status::missing || r.left_out;
               })};
        switch (form_) {
            case format::json: append_json(p.text, block, false, request_.with_missing); break;
            case format::ndjson: append_ndjson(p.text, block, request_.with_missing); break;
            case format::csv: append_csv(p.text, block, columns_); break;
            case format::table:
            case format::markdown:
            case format::html:
            case format::svg:
            case format::junit:
            case format::github:
            case format::tap: break;  // never written as they come
        }
        return p;
    }

    std::vector<const metric*> computable_of(const records& rows) const {
        std::vector<const metric*> possible;
        for (const metric* m : metrics_) {
            const auto inputs = m->value.inputs();
            if (std::all_of(inputs.begin(), inputs.end(), [&](const measure* input) {
                    return rows.find(*input) != nullptr || !is_missing(absent_in(m->value, *input)) ||
                           !m->stand_ins.empty() || options_.gross;
                })) {
                possible.push_back(m);
            }
        }
        return possible;
    }
};

}  // namespace

void stream_report(const report_request& r, record_input& input, const streams& io) { streamed(r, input, io).run(); }

}  // namespace cxm

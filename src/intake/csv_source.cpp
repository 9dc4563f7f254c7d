#include "intake/csv_cells.hpp"
#include "intake/csv_header.hpp"
#include "intake/csv_rows.hpp"
#include "intake/formats.hpp"

namespace cxm {

namespace {

class csv_source : public record_source {
public:
    csv_source(block_reader input, const catalogue& known, const input_options& options)
        : input_(std::move(input)),
          name_(input_.name()),
          known_(known),
          options_(options),
          header_(read_csv_header(input_, known, options)) {
        notes = header_.notes;
    }

    std::optional<input_block> next() override { return input_.next(end_of_csv_rows); }

    using record_source::parse;
    records parse(const input_block& block, passed_over& skipped) const override {
        csv_rows rows(header_, known_, options_, {block, name_});
        records read = rows.read();
        skipped.add(rows.skipped());
        return read;
    }

private:
    block_reader input_;
    std::string name_;
    const catalogue& known_;
    input_options options_;
    csv_header header_;
};

}  // namespace

std::unique_ptr<record_source> open_csv(block_reader input, const catalogue& known, const input_options& options) {
    return std::make_unique<csv_source>(std::move(input), known, options);
}

}  // namespace cxm

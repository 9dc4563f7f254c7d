#include "intake/formats.hpp"
#include "intake/json_records.hpp"

namespace cxm {

namespace {

class json_source : public record_source {
public:
    json_source(block_reader input, json_shape shape, const catalogue& known, const input_options& options)
        : input_(std::move(input)), name_(input_.name()), shape_(shape), known_(known), options_(options) {}

    std::optional<input_block> next() override {
        const bool first = !input_.began();
        // As each record names its values, a block needs more bytes to hold as many. The first says what to expect of
        // the others, and stays what it is in any format.
        return input_.next([&](std::string_view text) { return end_of_json_records(text, shape_, first); },
                           first ? 1 : 2);
    }

    using record_source::parse;
    records parse(const input_block& block, passed_over& skipped) const override {
        json_records rows(known_, options_, shape_, {block, name_});
        records read = rows.read();
        rows.tell_promise(skipped);
        return read;
    }

    bool has_header() const override { return false; }

private:
    block_reader input_;
    std::string name_;
    json_shape shape_;
    const catalogue& known_;
    input_options options_;
};

}  // namespace

std::unique_ptr<record_source> open_json(block_reader input, json_shape shape, const catalogue& known,
                                         const input_options& options) {
    return std::make_unique<json_source>(std::move(input), shape, known, options);
}

}  // namespace cxm

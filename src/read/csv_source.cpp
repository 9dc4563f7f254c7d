#include <fmt/format.h>

#include <algorithm>

#include "problem.hpp"
#include "read/csv_cells.hpp"
#include "read/csv_header.hpp"
#include "read/number.hpp"
#include "read/plain_number.hpp"
#include "read/sources.hpp"

namespace cxm {

namespace {

/// Reads the rows of one block.
class csv_rows {
public:
    csv_rows(const csv_header& header, const catalogue& known, const input_options& options, block_place place)
        : header_(header), place_(place), builder_(known, options, place), cells_(*place.block.text, header.delimiter) {
        const std::string_view text = *place.block.text;
        builder_.expect(std::min(bytes::count(text, '\n'), text.size() / header.columns.size()) + 1);
        for (const csv_header::column& column : header.columns) {
            fields_.push_back(&builder_.add(column.name, column.is, column.of));
        }
    }

    records read() {
        std::uint64_t line = place_.block.line;
        try {
            while (cells_.at < cells_.end) {
                if (cells_.at_blank_line()) {
                    cells_.skip_line();
                    ++line;
                    continue;
                }
                builder_.begin(line);
                line += 1 + read_row();
            }
        } catch (const csv_cells::fault& f) {
            place_.refuse(f.at, f.finding);
        }
        place_.check_text(cells_.end);
        return builder_.finish({});
    }

private:
    using behind = csv_cells::behind;

    /// Says how many line ends stand inside of its cells.
    std::uint64_t read_row() {
        const char* const row = cells_.at;
        std::uint64_t lines = 0;
        behind found = behind::delimiter;
        std::size_t i = 0;
        for (; i < fields_.size() && found == behind::delimiter; ++i) {
            found = read_cell(*fields_[i], lines);
        }
        if (i < fields_.size() || found == behind::delimiter) {
            std::size_t count = i;
            for (csv_cell cell; found == behind::delimiter; ++count) {
                found = cells_.next(cell);
            }
            place_.refuse(
                row, fmt::format("{} cell{}, where the header has {}", count, count == 1 ? "" : "s", fields_.size()));
        }
        return lines;
    }

    behind read_cell(field& f, std::uint64_t& lines) {
        const char* const from = cells_.at;
        if (f.is == role::measure) {
            double value = 0;
            const char* const after = read_plain_number(from, cells_.end, header_.decimal, f.whole, value);
            if (after != nullptr && after < cells_.end && (*after == header_.delimiter || *after == '\n') &&
                value >= f.least && value <= f.most) {
                require_sure({from, after}, from);
                cells_.at = after;
                builder_.set(f, value);
                return cells_.pass();
            }
        }
        csv_cell cell;
        const behind found = cells_.next(cell);
        if (*from == '"') {
            lines += bytes::count(cell.text, '\n');
        }
        if (!cell.text.empty()) {
            set(f, cell);
        }
        return found;
    }

    void require_sure(std::string_view number, const char* at) const {
        if (header_.doubtful && may_be_grouped(number)) {
            place_.refuse(at, doubt(number));
        }
    }

    void set(field& f, const csv_cell& cell) {
        if (f.is == role::measure) {
            require_sure(cell.text, cell.at);
            builder_.set_number(f, cell.text, header_.decimal, cell.at);
        } else if (f.is == role::complete) {
            const bool yes = cell.text == "true" || cell.text == "TRUE";
            if (!yes && cell.text != "false" && cell.text != "FALSE") {
                place_.refuse(cell.at, fmt::format("complete: {} is not true or false", quoted(cell.text)));
            }
            builder_.set_complete(yes);
        } else if (f.is != role::ignored) {
            builder_.set_text(f, cell.doubled ? builder_.keep(undoubled(cell.text)) : cell.text, cell.at);
        }
    }

    const csv_header& header_;
    block_place place_;
    record_builder builder_;
    csv_cells cells_;
    std::vector<field*> fields_;
};

class csv_source : public record_source {
public:
    csv_source(block_reader input, const catalogue& known, const input_options& options)
        : input_(std::move(input)),
          name_(input_.name()),
          known_(known),
          options_(options),
          header_(read_csv_header(input_, known, options)) {}

    std::optional<input_block> next() override { return input_.next(end_of_csv_rows); }

    records parse(const input_block& block) const override {
        return csv_rows(header_, known_, options_, {block, name_}).read();
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

#include "intake/record_source.hpp"

#include <algorithm>

#include "bytes/byte_source.hpp"
#include "bytes/readable_text.hpp"
#include "intake/formats.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::size_t head = 1 << 16;  ///< bytes by which a format is told
constexpr std::string_view space = " \t\r\n";

input_format by_extension(std::string_view file) {
    file = without_packing(file);
    const auto is = [&](std::string_view extension) {
        return file.size() > extension.size() && file.ends_with(extension);
    };
    if (is(".json")) {
        return input_format::json;
    }
    if (is(".ndjson") || is(".jsonl")) {
        return input_format::ndjson;
    }
    return is(".csv") || is(".tsv") || is(".txt") ? input_format::csv : input_format::any;
}

/// Whether a text begins as records of JSON do, and hardly any CSV.
bool looks_like_json(std::string_view text) {
    const std::size_t at = text.find_first_of("{[");
    const std::size_t then = text.find_first_not_of(space, at + 1);
    return at == 0 && then != std::string_view::npos && text[then] == (text[0] == '{' ? '"' : '{');
}

/// Passes over white space in front of everything; refuses an input that holds nothing else.
void skip_to_content(block_reader& input) {
    for (;;) {
        const std::string_view text = input.peek(head);
        const std::size_t content = text.find_first_not_of(space);
        if (content != std::string_view::npos) {
            const std::size_t line = content == 0 ? 0 : text.rfind('\n', content - 1) + 1;
            input.skip(line);
            return;
        }
        if (input.at_end()) {
            throw bad_input(shown(input.name()), "no records: it is empty");
        }
        input.skip(text.size());
    }
}

/// What is said of CSV alone acts on nothing else.
void refuse_flags_of_csv(const input_options& options) {
    const std::string_view flag = options.delimiter          ? "--delimiter"
                                  : options.skip_ragged      ? "--ragged"
                                  : options.edges.header_row ? "--header-row"
                                  : options.edges.skip_rows  ? "--skip-rows"
                                                             : "";
    if (!flag.empty()) {
        throw bad_usage(std::string(flag) + " is of CSV, and this is JSON");
    }
}

/// A grid of cohorts nests its cells, which are records where they stand one a line.
void refuse_grid(std::string_view text, const std::string& file) {
    if (text.starts_with("{\"schema\":\"cxm.cohorts/1\"")) {
        throw bad_input(file,
                        "is a grid of cohorts, and no list of records: cxm cohorts --format ndjson, or csv, writes "
                        "its cells as records");
    }
}

}  // namespace

std::unique_ptr<record_source> open_records(const std::string& file, const catalogue& known,
                                            const input_options& options) {
    auto bytes = std::make_unique<front_source>(
        as_utf8(open_bytes(file, options.standard_input), file, options.windows_1252), edge_bytes);
    const std::string_view front = bytes->front();
    const std::string_view content = front.substr(std::min(front.find_first_not_of(space), front.size()));

    const bool told = options.format != input_format::any;
    const input_format format = told ? options.format : by_extension(file);
    const bool opens_json = content.starts_with('{') || content.starts_with('[');
    const bool named_csv = format == input_format::csv || format == input_format::tsv;
    const bool is_csv = named_csv ? told || !looks_like_json(content) : format == input_format::any && !opens_json;
    std::string edges;
    if (is_csv) {
        const std::optional<char> tab = format == input_format::tsv ? std::optional('\t') : std::nullopt;
        edges = pass_over_edges(*bytes, options.delimiter ? options.delimiter : tab, options.edges, file);
    }
    block_reader input(std::move(bytes), file == "-" ? "standard input" : file, options.block_size);
    skip_to_content(input);
    if (is_csv) {
        auto source = open_csv(std::move(input), known, options);
        if (!edges.empty()) {
            source->notes.insert(source->notes.begin(), edges);
        }
        return source;
    }
    refuse_flags_of_csv(options);
    const std::string_view text = input.peek(head);
    refuse_grid(text, input.name());
    const bool lines = told && format == input_format::ndjson;
    return open_json(std::move(input), lines ? json_shape::lines : shape_of(text), known, options);
}

}  // namespace cxm

#include "run/flags/output_flags.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "languages/dictionary.hpp"
#include "run/named_file.hpp"
#include "run/output.hpp"
#include "run/terminal.hpp"
#include "text/problem.hpp"
#include "values/currency.hpp"
#include "write/receipt.hpp"

namespace cxm {

namespace {

choices words_of_languages() {
    choices codes = {choice{"en"}};
    for (const language* each : languages()) {
        codes.emplace_back(each->code);
    }
    return codes;
}

choices words_of_regions() {
    choices regions;
    for (const excel_form& form : excel_forms) {
        regions.emplace_back(form.region);
    }
    return regions;
}

}  // namespace

flag file_flag(output_flags& into) {
    return {"-o,--output", "FILE", "Write to a file, whole or not at all; - is standard output", &into.file, "Output"};
}

flag raw_flag(output_flags& into) { return {"--raw", "", "Print the bare number", &into.raw, "Output"}; }

flag language_flag(output_flags& into, std::string_view what) {
    const choices codes = words_of_languages();
    return {"--lang",       "CODE",   fmt::format("The language of {}: {}; else CXM_LANG, or en", what, either(codes)),
            &into.language, "Output", codes};
}

void add_flags(std::vector<flag>& to, output_flags& into, const choices& formats, output_parts has) {
    to.push_back(
        {"--format", "FORMAT", either(formats) + "; else by the ending of -o", &into.format, "Output", formats});
    to.push_back({"--json", "", "Short for --format json", &into.json, "Output"});
    to.push_back(file_flag(into));
    if (has.money) {
        to.push_back({"--currency", "CODE", "The currency that money is in, for display", &into.currency, "Output"});
    }
    if (has.drawing) {
        const choices colours = words_in(colour_words);
        to.push_back(
            {"--color", "WHEN", either(colours) + "; NO_COLOR counts as never", &into.color, "Output", colours});
    }
    if (has.drawing && has.signs) {
        to.push_back({"--ascii", "", "Draw with plain characters only (by itself where LC_ALL=C or TERM=dumb is set)",
                      &into.ascii, "Output"});
    }
    if (has.sentences) {
        to.push_back(
            {"--brief", "", "The sentences alone that the answer opens with, a line each", &into.brief, "Output"});
        to.push_back({"--no-summary", "", "Leave these sentences out", &into.no_summary, "Output"});
    }
    if (std::any_of(formats.begin(), formats.end(), [](const choice& c) { return c.word == "csv"; })) {
        to.push_back({"--csv-safe", "", "In CSV an apostrophe before texts that a spreadsheet takes for formulas",
                      &into.csv_safe, "Output"});
        const choices regions = words_of_regions();
        to.push_back({"--excel", "REGION", "CSV as Excel opens it there: " + either(regions) + "; implies --csv-safe",
                      &into.excel, "Output", regions});
    }
    if (has.words) {
        to.push_back(language_flag(into, "tables and Markdown"));
    }
    if (has.receipt) {
        to.push_back({"--receipt", "",
                      "In JSON also what it came from: version, command, files, rows read and left out", &into.receipt,
                      "Output"});
    }
}

namespace {

/// What the line's own flags and arguments name; where it takes files and names none, standard input.
std::vector<std::string> files_read(const command_line& line, const output_flags& but) {
    std::vector<std::string> files;
    if (line.operands_name == "FILE") {
        files = line.operands->empty() ? std::vector<std::string>{"-"} : *line.operands;
    }
    for (const flag& f : line.flags) {
        if (f.value != "FILE") {
            continue;
        }
        if (const auto* const several = std::get_if<std::vector<std::string>*>(&f.into)) {
            files.insert(files.end(), (*several)->begin(), (*several)->end());
        } else if (const auto* const one = std::get_if<std::optional<std::string>*>(&f.into);
                   one != nullptr && *one != &but.file && **one) {
            files.push_back(***one);
        }
    }
    return files;
}

/// The same with their sizes, each once.
std::vector<receipt_input> inputs_read(const command_line& line, const output_flags& but, const streams& io) {
    std::vector<receipt_input> inputs;
    for (const std::string& name : files_read(line, but)) {
        if (std::any_of(inputs.begin(), inputs.end(), [&](const receipt_input& known) { return known.name == name; })) {
            continue;
        }
        const auto file = file_at(name, io);
        inputs.push_back(
            {name == "-" ? "standard input" : name,
             file && S_ISREG(file->st_mode) ? std::optional(static_cast<std::uint64_t>(file->st_size)) : std::nullopt});
    }
    return inputs;
}

void require_one_format(const output_flags& given) {
    const bool other_than_json = given.format && *given.format != "json";
    if (given.json && other_than_json) {
        throw bad_usage("--json and --format " + shown(*given.format) + " contradict each other");
    }
    if (given.raw && (given.json || given.format)) {
        throw bad_usage("--raw prints the bare number, in no format; leave out " +
                        (given.format ? "--format " + shown(*given.format) : std::string("--json")));
    }
}

format form_of(const output_flags& given, const choices& formats) {
    require_one_format(given);
    std::string_view word = formats.front().word;
    if (given.json || given.format) {
        word = given.json ? std::string_view("json") : std::string_view(*given.format);
    } else if (given.file && !given.raw) {
        word = word_of_ending(*given.file, formats).value_or(word);
    }
    return value_of("--format", formats[place_of("--format", word, formats)].word, format_words);
}

opening sentences_wanted(const output_flags& given, format form) {
    if (given.brief && given.no_summary) {
        throw bad_usage("--brief is the sentences alone, and --no-summary leaves them out; keep one");
    }
    if ((given.brief || (given.no_summary && form != format::html)) && !is_for_readers(form)) {
        throw bad_usage(std::string(given.brief ? "--brief" : "--no-summary") +
                        " goes with what people read, table or markdown; " + std::string(word_of(form, format_words)) +
                        (form == format::html ? " shows more than sentences" : " has no sentences"));
    }
    return given.brief ? opening::alone : given.no_summary ? opening::never : opening::first;
}

}  // namespace

void require_not_read(const std::optional<std::string>& output_file, const std::vector<std::string>& read,
                      const streams& io, std::string_view flag) {
    if (!output_file || *output_file == "-") {
        return;
    }
    const auto target = file_at(*output_file, io);
    for (const std::string& name : read) {
        const auto input = target ? file_at(name, io) : std::nullopt;
        if (input && input->st_dev == target->st_dev && input->st_ino == target->st_ino) {
            const std::string read_as = name == *output_file ? "a file"
                                        : name == "-"        ? "standard input"
                                                             : shown_end(name) + ",";
            throw bad_usage(std::string(flag) + " " + shown_end(*output_file) + " would overwrite " + read_as +
                            (name == "-"            ? ""
                             : name == *output_file ? " that is read"
                                                    : " which is read") +
                            "; write to another file");
        }
    }
}

namespace {

const excel_form* excel_of(const std::optional<std::string>& region, format form) {
    if (!region) {
        return nullptr;
    }
    if (form != format::csv) {
        throw bad_usage("--excel goes with --format csv");
    }
    return &excel_forms[place_of("--excel", *region, words_of_regions())];
}

/// The code that --lang says, else CXM_LANG; en is nothing, too.
const language* language_of(const output_flags& given, bool for_people) {
    const char* const usual = std::getenv("CXM_LANG");
    const bool is_usual = !given.language && for_people && usual != nullptr && *usual != '\0';
    if (!given.language && !is_usual) {
        return nullptr;
    }
    const std::string code = is_usual ? usual : *given.language;
    const choices codes = words_of_languages();
    const language* const spoken = find_language(codes[place_of(is_usual ? "CXM_LANG" : "--lang", code, codes)].word);
    if (spoken != nullptr && !for_people) {
        throw bad_usage("--lang " + code +
                        " goes with --format table, markdown, html or svg; for machines every language has one form");
    }
    return spoken;
}

}  // namespace

wording wording_of(const output_flags& given, bool for_people, bool ascii) {
    const language* const spoken = language_of(given, for_people);
    return spoken == nullptr ? wording() : wording(dictionary_of(*spoken, ascii));
}

std::optional<std::string> settled_file(const output_flags& given, const command_line& line, const streams& io) {
    if (given.file && given.file->empty()) {
        throw bad_usage("-o needs the name of a file");
    }
    require_not_read(given.file, files_read(line, given), io);
    return given.file;
}

output_settings settled(const output_flags& given, const command_line& line, const choices& formats,
                        const streams& io) {
    output_settings settings;
    settings.file = settled_file(given, line, io);
    settings.form = form_of(given, formats);
    settings.raw = given.raw;
    settings.sentences = sentences_wanted(given, settings.form);
    if (given.currency && !is_currency(*given.currency)) {
        throw bad_usage("--currency: " + quote_of(*given.currency) + " is no currency; write EUR");
    }
    settings.currency = given.currency;
    if (given.csv_safe && settings.form != format::csv) {
        throw bad_usage("--csv-safe goes with --format csv");
    }
    if (given.receipt && settings.form != format::json) {
        throw bad_usage(settings.form == format::html ? "a page always has its receipt; leave out --receipt"
                                                      : "--receipt goes with --format json");
    }
    settings.receipt = given.receipt;
    if (io.kept != nullptr) {
        io.kept->inputs = inputs_read(line, given, io);
    }
    settings.excel = excel_of(given.excel, settings.form);
    settings.texts = settings.excel != nullptr ? csv_texts::for_excel
                     : given.csv_safe          ? csv_texts::safe
                                               : csv_texts::plain;
    const when colour = given.color ? value_of("--color", *given.color, colour_words) : when::to_terminals;
    settings.drawn = {width_of(io), is_coloured(colour, given.file.has_value(), io),
                      given.ascii || is_plain_terminal()};
    const bool for_people = !given.raw && is_in_language(settings.form);
    const bool in_ascii =
        settings.form == format::table ? settings.drawn.ascii : settings.form == format::markdown && given.ascii;
    if (find_flag(line, "--lang") != nullptr) {
        settings.drawn.say = wording_of(given, for_people, in_ascii);
    }
    return settings;
}

void put_result(const streams& io, const output_settings& how, std::string text) {
    put_as(io, how, how.receipt && io.kept != nullptr ? with_receipt(std::move(text), *io.kept) : text);
}

void put(const streams& io, const std::optional<std::string>& file, std::string_view text) {
    output out(file, io.out);
    out.append(text);
    out.commit();
}

void put_as(const streams& io, const output_settings& how, std::string_view text) {
    if (how.excel == nullptr) {
        put(io, how.file, text);
    } else {
        put(io, how.file, std::string(excel_mark) + for_excel(text, *how.excel));
    }
}

}  // namespace cxm

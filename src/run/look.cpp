#include <sys/stat.h>

#include <algorithm>
#include <memory>

#include "look/proposals.hpp"
#include "run/command.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/terminal.hpp"
#include "text/problem.hpp"
#include "write/findings.hpp"
#include "write/json/plan.hpp"

namespace cxm {

namespace {

struct look_flags {
    std::vector<std::string> files = {};
    std::optional<std::string> plan_file = {};
    output_flags output = {};
    input_flags input = {};
};

/// Files up to this size are read again in no time.
constexpr off_t most_tried = off_t{32} << 20;

/// What is found, and how it is to be shown.
struct finding {
    const file_facts& facts;
    const std::vector<proposal>& commands;
    const look& drawn;
};

struct finding_writer {
    format form;
    std::string (*write)(const finding& of);
};

constexpr finding_writer look_writers[] = {
    {format::table, [](const finding& of) { return table_findings(of.facts, of.commands, of.drawn); }},
    {format::json, [](const finding& of) { return json_findings(of.facts, of.commands); }},
};

command_line line_of(look_flags& r) {
    command_line line = line_for("look");
    line.operands_name = "FILE";
    line.operands_help = "A file of CSV, TSV or NDJSON, gzip and zstd among them; - is standard input";
    line.operands = &r.files;
    line.flags.push_back({"--write-plan", "FILE", "Write the plan that fits, to be edited", &r.plan_file, "Output"});
    add_flags(line.flags, r.output, formats_in(look_writers), {.money = false});
    add_input_format_flag(line.flags, r.input.format, words_in(row_format_words));
    add_threads_flag(line.flags, r.input.threads);
    std::vector<flag> of_rows;
    add_flags(of_rows, r.input.raw);
    for (flag& f : of_rows) {
        constexpr std::string_view of_tables[] = {"--encoding", "--delimiter", "--header-row", "--skip-rows"};
        if (std::find(std::begin(of_tables), std::end(of_tables), f.names) != std::end(of_tables)) {
            f.group = "Input";
            line.flags.push_back(std::move(f));
        }
    }
    return line;
}

/// The flags that say how the file is read, to be given again; what the encoding is, it tells by itself.
std::vector<std::string> flags_to_repeat(const input_flags& given) {
    std::vector<std::string> flags;
    const auto add = [&](const char* name, const std::optional<std::string>& value) {
        if (value) {
            flags.insert(flags.end(), {name, *value});
        }
    };
    add("--input-format", given.format);
    add("--delimiter", given.raw.delimiter);
    add("--header-row", given.raw.header_row);
    add("--skip-rows", given.raw.skip_rows);
    return flags;
}

look_options options_of(const look_flags& given, const catalogue& known, const streams& io) {
    input_flags of_records = given.input;
    const input_settings input = settled(of_records, {}, known, io);
    return {input.records.threads,       input.records.format, input.counting.delimiter,
            input.counting.windows_1252, input.counting.edges, flags_to_repeat(given.input)};
}

/// Whether a command runs on its file: what is shown is to work as it stands.
bool runs(const proposal& p) {
    const auto closed = [](std::FILE* f) { std::fclose(f); };
    const std::unique_ptr<std::FILE, decltype(closed)> nowhere(std::fopen("/dev/null", "r+"), closed);
    return nowhere != nullptr && run(p.words, {nowhere.get(), nowhere.get(), nowhere.get()}) == 0;
}

/// Whether a file is read in no time: a regular one, and not large.
bool is_short(const std::string& file) {
    struct stat seen = {};
    return file != "-" && stat(file.c_str(), &seen) == 0 && S_ISREG(seen.st_mode) && seen.st_size <= most_tried;
}

/// What a file holds; one that is a JSON document of records is read by other commands.
file_facts facts_of(const std::string& file, const catalogue& known, const look_options& how) {
    try {
        return look_at_file(file, known, how);
    } catch (const bad_input&) {
        const proposal all{"", {"report", file, "--all"}};
        if (is_short(file) && file.ends_with(".json") && runs(all)) {
            throw bad_input(shown_end(file), "is a JSON document of records, and no rows: " + all.line());
        }
        throw;
    }
}

/// The commands that fit; those of files that are read in no time have been tried.
std::vector<proposal> tried_proposals(const file_facts& facts, const catalogue& known) {
    std::vector<proposal> commands = proposals_for(facts, known);
    if (is_short(facts.file)) {
        std::erase_if(commands, [](const proposal& p) { return !runs(p); });
    }
    return commands;
}

void write_plan(const file_facts& facts, const catalogue& known, const std::string& file, const streams& io) {
    const std::optional<plan> fitting = plan_for(facts, known);
    if (!fitting) {
        throw bad_input(shown_end(facts.file), "holds records, which need no plan: cxm report reads them as they are");
    }
    require_not_read(file, {facts.file}, io, "--write-plan");
    put(io, file, spell(*fitting));
}

}  // namespace

std::string fitting_command(const std::string& file) {
    try {
        if (!is_short(file)) {
            return {};
        }
        const catalogue known;
        const std::vector<proposal> commands = proposals_for(look_at_file(file, known, {}), known);
        return commands.empty() ? "" : commands.front().line();
    } catch (const std::exception&) {
        return {};
    }
}

int run_look(const arguments& given, const streams& io) {
    look_flags texts;
    const command_line line = line_of(texts);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(texts.output, line, formats_in(look_writers), io);
    if (!names_input(texts.files, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    if (texts.files.size() != 1) {
        throw bad_usage("cxm look looks at one file at a time");
    }
    const catalogue known;
    const file_facts facts = facts_of(texts.files[0], known, options_of(texts, known, io));
    if (texts.plan_file) {
        write_plan(facts, known, *texts.plan_file, io);
    }
    const std::vector<proposal> commands = tried_proposals(facts, known);
    put_as(io, output, writer_of(output.form, look_writers)({facts, commands, output.drawn}));
    return 0;
}

}  // namespace cxm

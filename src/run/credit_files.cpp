#include "run/credit_files.hpp"

#include <algorithm>
#include <set>

#include "intake/count_rows.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// A column as expressions write any.
std::string in_quotes(const std::string& column) {
    std::string text = "\"";
    for (const char c : column) {
        text.append(c == '"' ? 2 : 1, c);
    }
    return text + "\"";
}

records counted(const plan& how, const std::vector<std::string>& files, const tally_options& options,
                const catalogue& known, const streams& io) {
    tally_result tallied = count_rows(how, known, files, options, {}, listening(io));
    for (const std::string& warning : tallied.warnings) {
        warn(io, warning);
    }
    return std::move(tallied.counted);
}

double value_at(const records& of, const catalogue& known, std::string_view measure, std::size_t row) {
    const records::number_column* const column = of.find(*known.find_measure(measure));
    return column == nullptr || is_missing(column->values[row]) ? 0 : column->values[row];
}

/// The channels of `email > search`, from the oldest touch on.
std::vector<std::string> channels_on(std::string_view path) {
    std::vector<std::string> channels;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t mark = std::min(path.find('>', from), path.size());
        std::string_view name = path.substr(from, mark - from);
        name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
        name = name.substr(0, name.find_last_not_of(' ') + 1);
        if (name.empty()) {
            throw bad_input("", "the path " + quote_of(path) + " has a touch without a name; write 'email > search'");
        }
        channels.emplace_back(name);
        from = mark + 1;
    }
    return channels;
}

/// Paths and their channels, which are numbered in the order of their bytes.
class path_list {
public:
    void add(const std::vector<std::string>& channels, double conversions, double nulls, double value) {
        touch_path& path = paths_[channels];
        path.conversions += conversions;
        path.nulls += nulls;
        path.value += value;
        names_.insert(channels.begin(), channels.end());
    }

    credit_paths whole() const {
        credit_paths made;
        made.channels.assign(names_.begin(), names_.end());
        // Names in order are numbers in order, so that the paths stand in that of their channels.
        for (const auto& [channels, totals] : paths_) {
            touch_path path = totals;
            for (const std::string& channel : channels) {
                const auto at = std::lower_bound(made.channels.begin(), made.channels.end(), channel);
                path.touches.push_back(static_cast<std::uint32_t>(at - made.channels.begin()));
            }
            made.paths.push_back(std::move(path));
        }
        return made;
    }

private:
    std::map<std::vector<std::string>, touch_path> paths_;
    std::set<std::string> names_;
};

}  // namespace

credit_paths paths_from_files(const std::string& text, const people_flags& given, const streams& io) {
    const bool has_value = std::count(text.begin(), text.end(), ',') == 3;
    const std::vector<std::string> columns =
        columns_of("--paths", text, has_value ? "PATH,CONVERSIONS,NULLS,VALUE" : "PATH,CONVERSIONS,NULLS");
    const people_question rows = question_of(given, columns[0], columns[0]);
    // Journeys that ended without a conversion are counted as visitors of their own: the sum that fits any number.
    plan how;
    how.where = rows.where;
    how.blanks = rows.blanks;
    add_label(how, "path=" + columns[0]);
    add_measure(how, "conversions=sum " + in_quotes(columns[1]));
    add_measure(how, "visitors=sum " + in_quotes(columns[2]));
    if (has_value) {
        add_measure(how, "revenue=sum " + in_quotes(columns[3]));
    }
    const input_options read = options_of(given.input, io);
    tally_options options = options_of(given.input.raw);
    options.threads = read.threads;
    options.decimal = read.decimal;
    options.format = read.format;
    const catalogue known;
    const records paths = counted(how, given.files, options, known, io);
    path_list made;
    for (std::size_t row = 0; row < paths.size(); ++row) {
        const double value = value_at(paths, known, "revenue", row);
        if (value < 0) {
            throw bad_input("", "the path " + quote_of(paths.labels[0].values[row]) + " is worth less than 0");
        }
        made.add(channels_on(paths.labels[0].values[row]), value_at(paths, known, "conversions", row),
                 value_at(paths, known, "visitors", row), value);
    }
    return made.whole();
}

std::map<std::string, double> costs_from_file(const std::string& file, const credit_reading& of, const streams& io) {
    plan how;
    add_label(how, "channel");
    add_measure(how, "cost=sum cost");
    const catalogue known;
    const records costs = counted(how, {file}, {}, known, io);
    std::set<std::string_view> met;
    for (const std::size_t channel : of.channels_met()) {
        met.insert(of.from.channels[channel]);
    }
    std::map<std::string, double> by_channel;
    for (std::size_t row = 0; row < costs.size(); ++row) {
        const std::string_view channel = costs.labels[0].values[row];
        if (!met.contains(channel)) {
            warn(io, shown_end(file) + ": " + quote_of(channel) + " is on no path: its cost is nobody's");
            continue;
        }
        by_channel[std::string(channel)] = value_at(costs, known, "cost", row);
    }
    for (const std::string_view channel : met) {
        if (!by_channel.contains(std::string(channel))) {
            warn(io, shown_end(file) + ": has no cost of " + quote_of(channel));
        }
    }
    return by_channel;
}

}  // namespace cxm

#include "run/flags/flag.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "run/flags/complete.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

bool takes_value(const command_line& line, const std::string& argument) {
    const flag* const f = find_flag(line, argument);
    return f != nullptr && !f->value.empty();
}

/// CLI11 says these in words of its own, or takes the next flag for the value.
void require_values(const command_line& line, const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
        const std::size_t equals = arguments[i].find('=');
        const bool empty = equals != std::string::npos && equals + 1 == arguments[i].size();
        const std::string name = arguments[i].substr(0, equals);
        if (!takes_value(line, name)) {
            continue;
        }
        const bool none =
            equals == std::string::npos && (i + 1 == arguments.size() || find_flag(line, arguments[i + 1]) != nullptr);
        if (empty || none) {
            throw bad_usage(line.name + ": " + name + " needs a value; see '" + line.name + " --help'");
        }
        i += equals == std::string::npos ? 1 : 0;
    }
}

/// CLI11 takes `-5` after `--revenue` for a flag of its own; `--revenue=-5` it understands.
std::vector<std::string> with_values_joined(const command_line& line, const std::vector<std::string>& arguments) {
    std::vector<std::string> joined;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--") {
            joined.insert(joined.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i), arguments.end());
            break;
        }
        const bool negative =
            i + 1 < arguments.size() && arguments[i + 1].size() > 1 && arguments[i + 1][0] == '-' &&
            (std::isdigit(static_cast<unsigned char>(arguments[i + 1][1])) != 0 || arguments[i + 1][1] == '.');
        if (negative && arguments[i].starts_with("--") && takes_value(line, arguments[i])) {
            joined.push_back(arguments[i] + "=" + arguments[i + 1]);
            ++i;
        } else {
            joined.push_back(arguments[i]);
        }
    }
    return joined;
}

void refuse_unknown(const command_line& line, const std::vector<std::string>& extras) {
    std::vector<std::string> names = names_of(help_flag());
    for (const flag& f : line.flags) {
        for (const std::string& name : names_of(f)) {
            names.push_back(name);
        }
    }
    const std::string name = extras.front().substr(0, extras.front().find('='));
    if (name.size() > 1 && name[0] == '-') {
        throw bad_usage(line.name + ": unknown flag " + cxm::quoted(name) +
                        did_you_mean(name, {names.begin(), names.end()}) + "; see '" + line.name + " --help'");
    }
    throw bad_usage(line.name + ": unexpected argument " + cxm::quoted(extras.front()) + "; see '" + line.name +
                    " --help'");
}

void add(CLI::App& app, const flag& f) {
    CLI::Option* option = std::visit(
        [&](auto* into) -> CLI::Option* {
            if constexpr (std::is_same_v<decltype(into), bool*>) {
                return app.add_flag(f.names, *into, f.help);
            } else if constexpr (std::is_same_v<decltype(into), std::optional<std::string>*>) {
                const auto once = [into, &f](const std::vector<std::string>& texts) {
                    if (texts.size() > 1) {
                        throw bad_usage(f.names.substr(0, f.names.find(',')) + " is given twice; give it once");
                    }
                    *into = texts.front();
                };
                return app.add_option_function<std::vector<std::string>>(f.names, once, f.help)
                    ->expected(1)
                    ->allow_extra_args(false)
                    ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
            } else {
                // One value a mention, so that what follows is an operand again.
                return app.add_option(f.names, *into, f.help)
                    ->expected(1)
                    ->allow_extra_args(false)
                    ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
            }
        },
        f.into);
    option->group(f.group);
    if (!f.value.empty()) {
        option->type_name(f.value);
    }
}

}  // namespace

std::string help_of(const command_line& line) { return *read_flags(line, {"--help"}); }

std::optional<std::string> read_flags(const command_line& line, const std::vector<std::string>& arguments) {
    if (is_completing(arguments)) {
        return candidates(line, arguments);
    }
    require_values(line, arguments);
    CLI::App app(line.summary, line.name);
    app.allow_extras();
    app.set_help_flag(help_flag().names, help_flag().help);
    app.footer(line.footer);
    for (const flag& f : line.flags) {
        add(app, f);
    }
    if (line.operands != nullptr) {
        app.add_option(line.operands_name, *line.operands, line.operands_help)->type_name("");
    }
    std::vector<std::string> given = with_values_joined(line, arguments);
    std::reverse(given.begin(), given.end());  // as CLI11 takes them
    try {
        app.parse(given);
    } catch (const CLI::CallForHelp&) {
        return app.help();
    } catch (const CLI::ParseError& wrong) {
        throw bad_usage(line.name + ": " + wrong.what());
    }
    const std::vector<std::string> extras = app.remaining();
    if (!extras.empty()) {
        refuse_unknown(line, extras);
    }
    return std::nullopt;
}

}  // namespace cxm

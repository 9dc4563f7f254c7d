#include "run/flags/flag.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "run/flags/complete.hpp"
#include "run/flags/describe.hpp"
#include "run/flags/unexpected.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

bool takes_value(const command_line& line, const std::string& argument) {
    const flag* const f = find_flag(line, argument);
    return f != nullptr && !f->value.empty();
}

/// A flag in the spelling of this program: `--customers_start`, `--standardize`, `--colour`.
std::string spelled_here(std::string name) {
    std::replace(name.begin(), name.end(), '_', '-');
    for (const auto& [other, own] : {std::pair("ize", "ise"), std::pair("colour", "color")}) {
        if (const std::size_t at = name.find(other); at != std::string::npos) {
            name.replace(at, std::string_view(other).size(), own);
        }
    }
    return name;
}

std::vector<std::string> as_spelled_here(const command_line& line, std::vector<std::string> arguments) {
    for (std::string& argument : arguments) {
        if (argument == "--") {
            break;
        }
        const std::string name = argument.substr(0, argument.find('='));
        const std::string own = spelled_here(name);
        if (name.starts_with("--") && find_flag(line, name) == nullptr && find_flag(line, own) != nullptr) {
            argument.replace(0, name.size(), own);
        }
    }
    return arguments;
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
            const flag& f = *find_flag(line, name);
            throw bad_usage(line.name + ": " + name + " needs a value" +
                            (f.words.empty() ? "" : ", one of " + listed(f.words)) +
                            (f.group == "Measures" ? how_to_write(line) : "; see '" + line.name + " --help'"));
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

void add(CLI::App& app, const flag& f) {
    std::visit(
        [&](auto* into) {
            if constexpr (std::is_same_v<decltype(into), bool*>) {
                app.add_flag(f.names, *into);
            } else if constexpr (std::is_same_v<decltype(into), std::optional<std::string>*>) {
                const auto once = [into, &f](const std::vector<std::string>& texts) {
                    if (texts.size() > 1) {
                        throw bad_usage(f.names.substr(0, f.names.find(',')) + " is given twice; give it once");
                    }
                    *into = texts.front();
                };
                app.add_option_function<std::vector<std::string>>(f.names, once)
                    ->expected(1)
                    ->allow_extra_args(false)
                    ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
            } else {
                // One value a mention, so that what follows is an operand again.
                app.add_option(f.names, *into)
                    ->expected(1)
                    ->allow_extra_args(false)
                    ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
            }
        },
        f.into);
}

}  // namespace

std::optional<std::string> read_flags(const command_line& line, const std::vector<std::string>& typed) {
    if (is_completing(typed)) {
        return candidates(line, typed);
    }
    if (is_describing(typed)) {
        return description(line, typed);
    }
    const std::vector<std::string> arguments = as_spelled_here(line, typed);
    require_values(line, arguments);
    CLI::App app;
    app.allow_extras();
    app.set_help_flag(help_flag().names);
    for (const flag& f : line.flags) {
        add(app, f);
    }
    if (line.operands != nullptr) {
        // CLI11 2.4 takes no name with spaces; help and messages have their own.
        app.add_option("operands", *line.operands);
    }
    std::vector<std::string> given = with_values_joined(line, arguments);
    std::reverse(given.begin(), given.end());  // as CLI11 takes them
    try {
        app.parse(given);
    } catch (const CLI::CallForHelp&) {
        return help_of(line);
    } catch (const CLI::ParseError& wrong) {
        throw bad_usage(line.name + ": " + wrong.what());
    }
    refuse_unexpected(line, app.remaining());
    return std::nullopt;
}

}  // namespace cxm

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/time_zone.hpp"

// Where the system keeps the data of zones.
namespace cxm {

namespace {

std::filesystem::path folder_of_zones() {
    const char* const said = std::getenv("TZDIR");
    return said != nullptr && *said != '\0' ? said : "/usr/share/zoneinfo";
}

/// Whether a name can be one of a zone, and leads nowhere else.
bool is_zone_name(std::string_view name) {
    return !name.empty() && name[0] != '/' && name[0] != '.' && name.find("..") == std::string_view::npos &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-/") ==
               std::string_view::npos;
}

std::vector<std::string> names_there_are() {
    std::vector<std::string> names;
    const std::filesystem::path folder = folder_of_zones();
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        std::string name = std::filesystem::relative(at->path(), folder, error).string();
        const bool again = name.starts_with("posix") || name.starts_with("right");
        if (is_zone_name(name) && !again && at->is_regular_file(error)) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

[[noreturn]] void refuse(std::string_view name) {
    const std::vector<std::string> names = names_there_are();
    throw bad_usage(quote_of(name) + " is not a time zone" +
                    (names.empty() ? " (there are no zone data in " + folder_of_zones().string() + ")"
                                   : did_you_mean(name, {names.begin(), names.end()}) + "; write UTC, Europe/Paris"));
}

}  // namespace

std::shared_ptr<const time_zone> time_zone::of(std::string_view name) {
    if (name == "UTC") {
        auto utc = std::make_shared<time_zone>();
        utc->ahead_.push_back(0);
        return utc;
    }
    std::ifstream file(is_zone_name(name) ? folder_of_zones() / name : std::filesystem::path(), std::ios::binary);
    const std::string data(std::istreambuf_iterator<char>(file), {});
    try {
        return std::make_shared<const time_zone>(from_data(data));
    } catch (const std::runtime_error&) {
        refuse(name);
    }
}

}  // namespace cxm

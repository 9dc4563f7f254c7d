#include <algorithm>

#include "catalogue/metrics_in_use.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"

// Metrics of the user's own as files and lines have them.
namespace cxm {

namespace {

/// `"measures"` of a metrics file, each with its unit and its rule over time.
void declare_listed(const document& root, const std::string& file, catalogue& into) {
    const document* const list = root.is == document::kind::object ? root.find("measures") : nullptr;
    for (const document& each :
         list == nullptr ? std::vector<document>() : expect(*list, document::kind::list, file, "measures").items) {
        expect(each, document::kind::object, file, "a measure");
        expect_members(each, {"key", "meaning", "unit", "over_time"}, file);
        std::string spelled;
        for (const std::string_view name : {"key", "over_time", "unit"}) {
            const document* const part = each.find(name);
            if (part == nullptr && name != "over_time") {
                throw bad_input(place(file, each), "a measure needs \"" + std::string(name) + "\"");
            }
            spelled += part == nullptr
                           ? ""
                           : (spelled.empty() ? "" : ":") + expect(*part, document::kind::text, file, name).text;
        }
        const document* const meaning = each.find("meaning");
        try {
            into.declare(parse_own_name(spelled), unit::number, over_time::unsaid,
                         meaning == nullptr ? "A measure of your own."
                                            : expect(*meaning, document::kind::text, file, "meaning").text);
        } catch (const bad_usage& wrong) {
            throw bad_input(place(file, each), wrong.what());
        }
    }
}

document text_document(std::string_view text) { return {document::kind::text, false, std::string(text), {}, {}}; }

/// `Open tickets`, of the key `open_tickets`.
std::string title_of(std::string_view key) {
    std::string title(key);
    std::replace(title.begin(), title.end(), '_', ' ');
    if (!title.empty()) {
        title[0] = static_cast<char>(title[0] >= 'a' && title[0] <= 'z' ? title[0] - 'a' + 'A' : title[0]);
    }
    return title;
}

/// `load:rate:lower = tickets / transactions` as a file of metrics has it.
document written_as_file(std::string_view text) {
    const std::size_t equals = text.find('=');
    document one{document::kind::object, false, {}, {}, {}};
    std::string_view name = trimmed(text.substr(0, equals));
    const std::string_view key = name.substr(0, name.find(':'));
    one.members.push_back({"key", text_document(key)});
    one.members.push_back({"title", text_document(title_of(key))});
    one.members.push_back({"formula", text_document(trimmed(text.substr(std::min(equals, text.size() - 1) + 1)))});
    for (name.remove_prefix(key.size()); !name.empty();) {
        name.remove_prefix(1);
        const std::string_view word = name.substr(0, name.find(':'));
        const std::string_view member = word == "lower" || word == "higher" ? "better" : "unit";
        if (one.find(member) != nullptr) {
            throw bad_usage(quote_of(text) + ": says twice what " + (member == "unit" ? "unit it has" : "is better"));
        }
        one.members.push_back({std::string(member), text_document(word)});
        name.remove_prefix(word.size());
    }
    return {document::kind::list, false, {}, {std::move(one)}, {}};
}

}  // namespace

void catalogue::add(std::string_view json, const std::string& file, std::span<const std::string_view> reserved) {
    const document root = parse_document(json, file);
    declare_listed(root, file, *this);
    add_all(root, file, reserved, false);
}

void catalogue::define(std::string_view text, std::span<const std::string_view> reserved) {
    constexpr std::string_view usual = "KEY = FORMULA, as arpu = revenue / customers_start";
    if (text.find('=') == text.npos) {
        throw bad_usage(quote_of(text) + " is not " + std::string(usual));
    }
    const document root = written_as_file(text);
    try {
        add_all(root, std::string(text), reserved, true);
    } catch (const bad_input& wrong) {
        const std::string place_of_it = place(std::string(text), root) + ": ";
        const std::string_view what = wrong.what();
        throw bad_usage(quote_of(text) + ": " +
                        std::string(what.starts_with(place_of_it) ? what.substr(place_of_it.size()) : what));
    }
}

}  // namespace cxm

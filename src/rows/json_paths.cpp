#include "rows/json_paths.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/problem.hpp"

namespace cxm {

json_paths::json_paths(const std::vector<std::string>& wanted) {
    constexpr int deepest_path = 10;
    std::vector<field> fields;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (std::count(wanted[i].begin(), wanted[i].end(), '.') > deepest_path) {
            throw bad_usage(quote_of(wanted[i]) + " goes deeper than 10 objects");
        }
        fields.push_back({wanted[i], static_cast<std::uint32_t>(i)});
    }
    add(fields);
}

std::uint32_t json_paths::add(const std::vector<field>& fields) {
    const std::uint32_t number = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    nodes_[number].fields = fields;
    for (const field& each : fields) {
        // A name may hold dots itself, so every dot is tried as the end of a first name.
        for (std::size_t dot = each.rest.find('.'); dot != std::string::npos; dot = each.rest.find('.', dot + 1)) {
            const std::string name = each.rest.substr(0, dot);
            const auto& inner = nodes_[number].inner;
            if (std::any_of(inner.begin(), inner.end(), [&](const auto& known) { return known.first == name; })) {
                continue;
            }
            std::vector<field> inside;
            for (const field& other : fields) {
                if (other.rest.size() > dot && other.rest[dot] == '.' && other.rest.compare(0, dot, name) == 0) {
                    inside.push_back({other.rest.substr(dot + 1), other.cell});
                }
            }
            const std::uint32_t child = add(inside);
            nodes_[number].inner.emplace_back(name, child);
        }
    }
    return number;
}

json_paths::target json_paths::find(std::uint32_t node, std::size_t position, std::string_view name,
                                    std::string_view written) {
    constexpr std::size_t most_learnt = 512;
    object& here = nodes_[node];
    target to;
    for (const field& each : here.fields) {
        to.cell = each.rest == name ? each.cell : to.cell;
    }
    for (const auto& [first, child] : here.inner) {
        to.node = first == name ? child : to.node;
    }
    if (to.cell == none && to.node == none) {
        note_unwanted(here, name);
    }
    if (written.size() <= longest_learnt && position < most_learnt) {
        here.learnt.resize(std::max(here.learnt.size(), position + 1));
        here.learnt[position] = learnt_key{std::string(written), to};
    }
    return to;
}

void json_paths::note_unwanted(const object& of, std::string_view name) {
    constexpr std::size_t most_noted = 16;
    for (const field& each : of.fields) {
        if (in_other_case_.size() < most_noted &&
            std::equal(name.begin(), name.end(), each.rest.begin(), each.rest.end(),
                       [](char a, char b) { return lower(a) == lower(b); })) {
            in_other_case_.emplace(name);
        }
    }
}

std::vector<std::string> json_paths::top_keys() const {
    std::vector<std::string> keys;
    for (const learnt_key& each : nodes_[0].learnt) {
        keys.push_back(each.text.substr(1, each.text.rfind('"') - 1));
    }
    return keys;
}

}  // namespace cxm

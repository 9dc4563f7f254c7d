#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// A small JSON document (metrics, rules, targets, plans), with the line that each value ends on.
struct document {
    enum class kind { null, boolean, number, text, list, object };
    struct member;

    kind is = kind::null;
    bool flag = false;
    std::string text;  ///< a text's characters, or a number as written
    std::vector<document> items;
    std::vector<member> members;
    std::uint64_t line = 1;

    /// Null where the object has no such member.
    const document* find(std::string_view name) const;
};

/// No pair: Clang 14 cannot hold one in what it is made of.
struct document::member {
    std::string name;
    document value;
};

/// Parses a whole JSON document; throws bad_input for anything else, repeated keys and nesting over 64 among it.
document parse_document(std::string_view json, const std::string& file);

/// Reads a file, or standard input for "-", whole; throws bad_input where it cannot be read or is over 64 MiB.
std::string read_text(const std::string& file);

/// `rules.json:3`.
std::string place(const std::string& file, const document& value);

/// Requires a kind of value, said in words such as `text`; throws bad_input naming what it is for.
const document& expect(const document& value, document::kind kind, const std::string& file, std::string_view what);

/// Throws bad_input for a member that is none of the known ones, with the nearest of them.
void expect_members(const document& object, const std::vector<std::string_view>& known, const std::string& file);

}  // namespace cxm

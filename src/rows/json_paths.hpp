#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tables/hash.hpp"

namespace cxm {

/// Where keys lead to: wanted fields, and objects that hold some; learns the order in which keys come.
class json_paths {
public:
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
    static constexpr std::size_t longest_learnt = 48;

    /// What a key leads to: a wanted field, an object with fields inside, both, or neither.
    struct target {
        std::uint32_t cell = none;
        std::uint32_t node = none;
    };

    /// Fields by name or dotted path; throws bad_usage where one is too deep. The top object is node 0.
    explicit json_paths(const std::vector<std::string>& wanted);

    /// A key that came at a position, with its quotes and colon. The first 16 bytes are compared without a branch on
    /// their number.
    struct learnt_key {
        std::string text = std::string(1, '\0');  ///< in no chunk
        target to;
        first_words first = first_bytes(text.data());
        first_words counted = first_bytes("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");

        first_words first_bytes(const char* at) const { return first_words({at, std::min(text.size(), sizeof first)}); }

        /// Whether it comes at `at`; reads up to `longest_learnt` bytes.
        bool comes_at(const char* at) const {
            first_words here;
            std::memcpy(&here, at, sizeof here);
            const std::uint64_t others =
                ((here.low ^ first.low) & counted.low) | ((here.high ^ first.high) & counted.high);
            return others == 0 && (text.size() <= sizeof first || equal_bytes(at, text.data(), text.size()));
        }
    };

    /// The keys learnt for an object, until the next `find`.
    std::span<const learnt_key> learnt(std::uint32_t node) const {
        return node == none ? std::span<const learnt_key>() : nodes_[node].learnt;
    }

    /// What a key leads to; `written` is the key as it stands, with quotes and colon, and is learnt for this position.
    target find(std::uint32_t node, std::size_t position, std::string_view name, std::string_view written);

    /// The number of nodes.
    std::size_t size() const { return nodes_.size(); }

    /// The keys of the last top object.
    std::vector<std::string> top_keys() const;

    /// Keys that differ from those of wanted fields by capitals alone, a few of them.
    const std::set<std::string>& in_other_case() const { return in_other_case_; }

private:
    struct field {
        std::string rest;  ///< of the path, from this object on
        std::uint32_t cell;
    };
    struct object {
        std::vector<field> fields;
        std::vector<std::pair<std::string, std::uint32_t>> inner;  ///< name and node
        std::vector<learnt_key> learnt;
    };

    std::uint32_t add(const std::vector<field>& fields);
    void note_unwanted(const object& of, std::string_view name);

    std::vector<object> nodes_;
    std::set<std::string> in_other_case_;
};

}  // namespace cxm

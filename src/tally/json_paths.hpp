#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tally/hash.hpp"

namespace cxm {

/// Where keys lead to: wanted fields, and objects that hold some; learns the order in which keys come.
class json_paths {
public:
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

    /// What a key leads to: a wanted field, an object with fields inside, both, or neither.
    struct target {
        std::uint32_t cell = none;
        std::uint32_t node = none;
    };

    /// Fields by name or dotted path; throws bad_usage where one is too deep. The top object is node 0.
    explicit json_paths(const std::vector<std::string>& wanted);

    /// Whether the key learnt for this position comes at `at`, with its colon; gives its size, or 0. Reads up to
    /// `longest_learnt` bytes.
    std::size_t guess(const char* at, std::uint32_t node, std::size_t position, target& to) const {
        if (node == none || position >= nodes_[node].learnt.size()) {
            return 0;
        }
        const learnt_key& key = nodes_[node].learnt[position];
        if (!equal_bytes(at, key.text.data(), key.text.size())) {
            return 0;
        }
        to = key.to;
        return key.text.size();
    }

    /// What a key leads to; `written` is the key as it stands, with quotes and colon, and is learnt for this position.
    target find(std::uint32_t node, std::size_t position, std::string_view name, std::string_view written);

    /// The number of nodes.
    std::size_t size() const { return nodes_.size(); }

    /// The keys of the last top object.
    std::vector<std::string> top_keys() const;

    static constexpr std::size_t longest_learnt = 48;

private:
    struct learnt_key {
        std::string text{'\0'};  ///< in no chunk
        target to;
    };
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

    std::vector<object> nodes_;
};

}  // namespace cxm

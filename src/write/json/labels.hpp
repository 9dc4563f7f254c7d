#pragma once

#include "records/labels.hpp"
#include "write/json/object.hpp"

namespace cxm {

/// The labels that a record has: `"labels":{"segment":"pro"}`.
inline void append_labels(json_object& to, const records& rows, std::size_t row) {
    json_object labels = to.object("labels");
    for_each_label(rows, row, [&](std::string_view name, std::string_view value) { labels.text(name, value); });
    labels.end();
}

}  // namespace cxm

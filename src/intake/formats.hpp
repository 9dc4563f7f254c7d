#pragma once

#include <memory>

#include "bytes/block_reader.hpp"
#include "intake/json_shape.hpp"
#include "intake/record_source.hpp"

namespace cxm {

// The readers of the formats; the input stands behind its byte order mark, and holds more than white space.
std::unique_ptr<record_source> open_json(block_reader input, json_shape shape, const catalogue& known,
                                         const input_options& options);
std::unique_ptr<record_source> open_csv(block_reader input, const catalogue& known, const input_options& options);

}  // namespace cxm

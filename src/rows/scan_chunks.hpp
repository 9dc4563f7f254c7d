#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "bytes/crew.hpp"
#include "rows/chunk.hpp"

namespace cxm {

/// Scans chunks on as many threads as there are scanners; of several faults the first in the file is thrown.
template <class Scanner>
void scan_chunks(chunk_reader& chunks, chunk first, const std::vector<std::unique_ptr<Scanner>>& scanners) {
    std::mutex one;
    std::exception_ptr fault;
    std::uint64_t fault_at = 0;
    const auto work = [&](Scanner& scanner, chunk text, bool filled) {
        for (;;) {
            try {
                if (!filled && !chunks.next(text)) {
                    return;
                }
                filled = false;
                scanner.scan(text);
            } catch (...) {
                const std::lock_guard lock(one);
                if (!fault || text.number < fault_at) {
                    fault = std::current_exception();
                    fault_at = text.number;
                }
                chunks.stop();
                return;
            }
        }
    };
    {
        crew others;
        // A file of one chunk needs no help.
        for (std::size_t i = 1; i < scanners.size() && !chunks.ended(); ++i) {
            if (!others.start([&work, scanner = scanners[i].get()] { work(*scanner, chunk(), false); })) {
                break;
            }
        }
        work(*scanners[0], std::move(first), true);
    }
    if (fault) {
        std::rethrow_exception(fault);
    }
}

}  // namespace cxm

#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>

#include "bytes/crew.hpp"
#include "histories/gathered.hpp"

namespace cxm {

/// Does something with each part, on several threads; throws what is thrown first.
template <class Do>
void for_each_part(unsigned workers, Do work) {
    std::atomic<std::size_t> next{0};
    std::mutex one;
    std::exception_ptr fault;
    const auto loop = [&](unsigned worker) {
        try {
            for (std::size_t part = next++; part < parts_of_people; part = next++) {
                work(part, worker);
            }
        } catch (...) {
            const std::lock_guard lock(one);
            fault = fault ? fault : std::current_exception();
            next = parts_of_people;
        }
    };
    {
        crew others;
        for (unsigned worker = 1; worker < workers && others.start([&loop, worker] { loop(worker); }); ++worker) {
        }
        loop(0);
    }
    if (fault) {
        std::rethrow_exception(fault);
    }
}

}  // namespace cxm

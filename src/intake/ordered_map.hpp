#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

#include "bytes/crew.hpp"

namespace cxm {

namespace detail {

template <class Item, class Result, class Next, class Work, class Take>
class ordered_queue {
public:
    ordered_queue(Next& next, Work& work, Take& take, std::size_t longest)
        : next_(next), work_(work), take_(take), longest_(longest) {}

    /// Puts the first item in; all others come from `next`.
    void begin(std::optional<Item> item) { given_.push_back(std::move(item)); }

    void run() {
        try {
            work_on();
        } catch (...) {  // there is no memory for the queue itself
            const std::lock_guard lock(mutex_);
            error_ = error_ ? error_ : std::current_exception();
            end();
        }
    }

    /// Rethrows what went wrong first; call it when no thread runs any more.
    void rethrow() {
        if (error_) {
            std::rethrow_exception(error_);
        }
    }

private:
    void work_on() {
        while (std::optional<taken> mine = begin_one()) {
            std::optional<Result> result;
            std::exception_ptr error;
            try {
                result.emplace(work_(std::move(mine->item)));
            } catch (...) {
                error = std::current_exception();
            }
            std::unique_lock lock(mutex_);
            mine->place = slot{std::move(result), error, true};
            take_done(lock);
        }
    }

    struct slot {
        std::optional<Result> result;
        std::exception_ptr error;
        bool done = false;
    };

    struct taken {
        Item item;
        slot& place;
    };

    /// Reads an item and takes its place in the queue; reading does not keep those waiting who have finished.
    std::optional<taken> begin_one() {
        const std::lock_guard one_reader(reading_);
        {
            std::unique_lock lock(mutex_);
            room_.wait(lock, [&] { return ended_ || slots_.size() < longest_; });
            if (ended_) {
                return std::nullopt;
            }
        }
        std::optional<Item> item;
        std::exception_ptr error;
        try {
            item = read();
        } catch (...) {
            error = std::current_exception();
        }
        std::unique_lock lock(mutex_);
        if (item) {
            return taken{std::move(*item), slots_.emplace_back()};
        }
        end();
        if (error) {
            slots_.push_back({std::nullopt, error, true});
            take_done(lock);
        }
        return std::nullopt;
    }

    std::optional<Item> read() {
        if (given_.empty()) {
            return next_();
        }
        std::optional<Item> item = std::move(given_.front());
        given_.pop_front();
        return item;
    }

    /// Takes the results whose turn it is. The thread that has one ready does so, unless another is at it: none has to
    /// be woken for it, and what was just made is still near.
    void take_done(std::unique_lock<std::mutex>& lock) {
        if (taking_) {
            return;
        }
        taking_ = true;
        while (!error_ && !slots_.empty() && slots_.front().done) {
            slot first = std::move(slots_.front());
            slots_.pop_front();
            room_.notify_one();
            lock.unlock();
            if (!first.error) {
                try {
                    take_(std::move(*first.result));
                } catch (...) {
                    first.error = std::current_exception();
                }
                first.result.reset();
            }
            lock.lock();
            error_ = error_ ? error_ : first.error;
        }
        taking_ = false;
        if (error_) {
            end();
        }
    }

    void end() {
        ended_ = true;
        room_.notify_all();
    }

    Next& next_;
    Work& work_;
    Take& take_;
    std::size_t longest_;
    std::mutex reading_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::deque<std::optional<Item>> given_;
    std::deque<slot> slots_;  // a deque, so that workers may hold on to theirs
    std::exception_ptr error_;
    bool taking_ = false;
    bool ended_ = false;
};

}  // namespace detail

inline unsigned threads_or_all(unsigned threads) {
    return threads != 0 ? threads : std::thread::hardware_concurrency() != 0 ? std::thread::hardware_concurrency() : 1;
}

/// Does `work` on what `next` gives, on several threads (0: one a processor), and hands the results to `take` in order.
///
/// `next` returns an optional, empty at the end; neither it nor `take` is ever called twice at once, but both are on
/// any of the threads. A few items a thread are under way at most. What throws first in the order of the items is
/// rethrown, after all threads have ended. A single item is worked on by the calling thread.
template <class Next, class Work, class Take>
void ordered_map(unsigned threads, Next next, Work work, Take take) {
    using item = typename std::invoke_result_t<Next&>::value_type;
    using work_result = std::invoke_result_t<Work&, item>;

    threads = threads_or_all(threads);
    std::optional<item> first = next();
    if (threads == 1) {
        for (; first; first = next()) {
            take(work(std::move(*first)));
        }
        return;
    }
    if (!first) {
        return;
    }
    std::optional<item> second;
    try {
        second = next();
    } catch (...) {
        take(work(std::move(*first)));
        throw;
    }
    if (!second) {
        take(work(std::move(*first)));
        return;
    }

    detail::ordered_queue<item, work_result, Next, Work, Take> queue(next, work, take, std::size_t{4} * threads);
    queue.begin(std::move(first));
    queue.begin(std::move(second));
    {
        crew others;
        for (unsigned i = 1; i < threads && others.start([&queue] { queue.run(); }); ++i) {
        }
        queue.run();
    }
    queue.rethrow();
}

}  // namespace cxm

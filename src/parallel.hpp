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
#include <vector>

namespace cxm {

namespace detail {

template <class Item, class Result, class Next, class Work>
class ordered_queue {
public:
    ordered_queue(Next& next, Work& work, std::size_t longest) : next_(next), work_(work), longest_(longest) {}

    /// Puts the first item in; all others come from `next`.
    void begin(std::optional<Item> item) { given_.push_back(std::move(item)); }

    void run() {
        while (std::optional<taken> mine = begin_one()) {
            std::optional<Result> result;
            std::exception_ptr error;
            try {
                result.emplace(work_(std::move(mine->item)));
            } catch (...) {
                error = std::current_exception();
            }
            const std::lock_guard lock(mutex_);
            mine->place = slot{std::move(result), error, true};
            ready_.notify_one();
        }
    }

    /// The next result in order, nothing at the end; rethrows what failed on the way to it.
    std::optional<Result> take() {
        std::unique_lock lock(mutex_);
        ready_.wait(lock, [&] { return !slots_.empty() && slots_.front().done; });
        slot first = std::move(slots_.front());
        slots_.pop_front();
        room_.notify_one();
        if (first.error) {
            std::rethrow_exception(first.error);
        }
        return std::move(first.result);
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        ended_ = true;
        room_.notify_all();
    }

private:
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
        const std::lock_guard lock(mutex_);
        slot& place = slots_.emplace_back();
        if (!item) {
            place.error = error;
            place.done = ended_ = true;
            ready_.notify_one();
            return std::nullopt;
        }
        return taken{std::move(*item), place};
    }

    std::optional<Item> read() {
        if (given_.empty()) {
            return next_();
        }
        std::optional<Item> item = std::move(given_.front());
        given_.pop_front();
        return item;
    }

    Next& next_;
    Work& work_;
    std::size_t longest_;
    std::mutex reading_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::condition_variable ready_;
    std::deque<std::optional<Item>> given_;
    std::deque<slot> slots_;  // a deque, so that workers may hold on to theirs
    bool ended_ = false;
};

}  // namespace detail

inline unsigned threads_or_all(unsigned threads) {
    return threads != 0 ? threads : std::thread::hardware_concurrency() != 0 ? std::thread::hardware_concurrency() : 1;
}

/// Does `work` on what `next` gives, on several threads (0: one a processor), and hands the results to `take` in order.
///
/// `next` returns an optional, empty at the end, and is never called twice at once; `take` runs on the calling thread.
/// A few items a thread are under way at most. What throws first in the order of the items is rethrown, after all
/// threads have ended. A single item is worked on by the calling thread.
template <class Next, class Work, class Take>
void ordered_map(unsigned threads, Next next, Work work, Take take) {
    using item = typename std::invoke_result_t<Next&>::value_type;
    using made = std::invoke_result_t<Work&, item>;

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

    detail::ordered_queue<item, made, Next, Work> queue(next, work, std::size_t{4} * threads);
    queue.begin(std::move(first));
    queue.begin(std::move(second));
    struct crew {
        decltype(queue)& of;
        std::vector<std::thread> members;
        ~crew() {
            of.stop();
            for (std::thread& member : members) {
                member.join();
            }
        }
    } workers{queue, {}};
    for (unsigned i = 0; i < threads; ++i) {
        workers.members.emplace_back([&queue] { queue.run(); });
    }
    while (std::optional<made> done = queue.take()) {
        take(std::move(*done));
    }
}

}  // namespace cxm

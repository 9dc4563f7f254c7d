#pragma once

#include <new>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace cxm {

/// Threads that help the one that has them, and end before it goes on.
class crew {
public:
    crew() = default;
    crew(const crew&) = delete;
    crew& operator=(const crew&) = delete;

    ~crew() {
        for (std::thread& member : members_) {
            member.join();
        }
    }

    /// Starts one; false where the system has no room for more, so that the others have to do. `work` must not throw.
    template <class Work>
    bool start(Work work) {
        try {
            members_.emplace_back(std::move(work));
            return true;
        } catch (const std::system_error&) {
            return false;
        } catch (const std::bad_alloc&) {
            return false;
        }
    }

private:
    std::vector<std::thread> members_;
};

}  // namespace cxm

#include "bytes/descriptor.hpp"

#include <poll.h>
#include <sys/sendfile.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace cxm {

namespace {

bool wait_for(int descriptor, short event) {
    pollfd waited{descriptor, event, 0};
    while (poll(&waited, 1, -1) < 0) {
        if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK; }

}  // namespace

ssize_t read_some(int from, char* to, std::size_t size) {
    for (;;) {
        const ssize_t got = ::read(from, to, size);
        const bool again = got < 0 && (errno == EINTR || (would_block() && wait_for(from, POLLIN)));
        if (!again) {
            return got;
        }
    }
}

bool write_all(int to, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(to, text.data(), text.size());
        if (written < 0 && errno != EINTR && !(would_block() && wait_for(to, POLLOUT))) {
            return false;
        }
        text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return true;
}

bool copy_rest(int from, int to) {
    // Not every pair of files can be joined in the kernel: one opened to append cannot.
    constexpr std::size_t at_a_time = std::size_t(1) << 30;
    ssize_t got = 0;
    while ((got = sendfile(to, from, nullptr, at_a_time)) > 0 ||
           (got < 0 && (errno == EINTR || (errno == EAGAIN && wait_for(to, POLLOUT))))) {
    }
    if (got == 0 || (errno != EINVAL && errno != ENOSYS)) {
        return got == 0;
    }
    std::string part(std::size_t(1) << 18, '\0');
    while ((got = read_some(from, part.data(), part.size())) > 0) {
        if (!write_all(to, {part.data(), static_cast<std::size_t>(got)})) {
            return false;
        }
    }
    return got == 0;
}

}  // namespace cxm

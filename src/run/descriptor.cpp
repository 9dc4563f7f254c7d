#include "run/descriptor.hpp"

#include <sys/sendfile.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace cxm {

bool write_all(int to, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(to, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
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
    while ((got = sendfile(to, from, nullptr, at_a_time)) > 0 || (got < 0 && errno == EINTR)) {
    }
    if (got == 0 || (errno != EINVAL && errno != ENOSYS)) {
        return got == 0;
    }
    std::string part(std::size_t(1) << 18, '\0');
    while ((got = read(from, part.data(), part.size())) > 0) {
        if (!write_all(to, {part.data(), static_cast<std::size_t>(got)})) {
            return false;
        }
    }
    return got == 0;
}

}  // namespace cxm

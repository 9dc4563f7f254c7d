#include "run/unfinished_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

#include "run/descriptor.hpp"

namespace cxm {

namespace {

// What a signal handler may touch: no more than this and system calls.
char path[PATH_MAX];

constexpr std::array ending = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXFSZ};
std::array<struct sigaction, ending.size()> before;

void remove_and_end(int signal) {
    unlink(path);
    raise(signal);
}

void catch_signals() {
    struct sigaction removing = {};
    removing.sa_handler = remove_and_end;
    removing.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
    for (std::size_t i = 0; i < ending.size(); ++i) {
        sigaction(ending[i], nullptr, &before[i]);
        // nohup and shells without job control have signals ignored: so they stay.
        if (before[i].sa_handler == SIG_DFL) {
            sigaction(ending[i], &removing, nullptr);
        }
    }
}

void release_signals() {
    for (std::size_t i = 0; i < ending.size(); ++i) {
        sigaction(ending[i], &before[i], nullptr);
    }
}

bool exists(const std::string& file) {
    struct stat about = {};
    return stat(file.c_str(), &about) == 0;
}

[[noreturn]] void fail(int reason) { throw std::system_error(reason, std::generic_category()); }

}  // namespace

unfinished_file::unfinished_file(const std::string& target) : target_(target), replaces_(exists(target)) {
    const std::string pattern = target + ".XXXXXX";
    if (pattern.size() >= sizeof path) {
        fail(ENAMETOOLONG);
    }
    std::memcpy(path, pattern.c_str(), pattern.size() + 1);
    // The handler first, and the name made in its sight: there is no moment at which the file would stay behind.
    catch_signals();
    descriptor_ = mkostemp(path, O_CLOEXEC);
    if (descriptor_ < 0) {
        const int reason = errno;
        release_signals();
        fail(reason);
    }
}

unfinished_file::~unfinished_file() {
    if (descriptor_ >= 0) {
        close(descriptor_);
        unlink(path);
        release_signals();
    }
}

bool unfinished_file::write(std::string_view text) {
    if (!write_all(descriptor_, text)) {
        return false;
    }
#ifdef SYNC_FILE_RANGE_WRITE
    // A file that replaces another one goes to the disk as it does so, for a crash not to leave neither; to have most
    // of it there by then takes no time of its own.
    constexpr std::size_t at_a_time = std::size_t(8) << 20;
    unsent_ += text.size();
    if (replaces_ && unsent_ >= at_a_time) {
        sync_file_range(descriptor_, 0, 0, SYNC_FILE_RANGE_WRITE);
        unsent_ = 0;
    }
#endif
    return true;
}

void unfinished_file::finish() {
    // mkostemp makes files private; what a user writes has the mode that any new file of theirs gets, or keeps its own.
    const mode_t mask = umask(0);
    umask(mask);
    struct stat existing = {};
    const bool replaces = stat(target_.c_str(), &existing) == 0;
    if (fchmod(descriptor_, replaces ? existing.st_mode & 07777 : 0666 & ~mask) != 0) {
        fail(errno);
    }
    const bool closed = close(std::exchange(descriptor_, -1)) == 0;
    const bool done = closed && std::rename(path, target_.c_str()) == 0;
    const int reason = errno;
    if (!done) {
        unlink(path);
    }
    release_signals();
    if (!done) {
        fail(reason);
    }
}

}  // namespace cxm

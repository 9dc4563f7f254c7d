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
#include <random>
#include <system_error>
#include <utility>

#include "bytes/descriptor.hpp"

namespace cxm {

namespace {

// What a signal handler may touch: no more than this and system calls.
char path[PATH_MAX];

constexpr std::array ending = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
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

void set_path(const std::string& file) {
    if (file.size() >= sizeof path) {
        fail(ENAMETOOLONG);
    }
    std::memcpy(path, file.c_str(), file.size() + 1);
}

/// The name by which the kernel knows an open file.
std::string link_of(int descriptor) { return "/proc/self/fd/" + std::to_string(descriptor); }

/// A file without a name, which goes with the program whatever ends it; -1 where the system cannot make or name one.
int nameless_file(const std::string& target) {
#ifdef O_TMPFILE
    const std::size_t slash = target.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : target.substr(0, slash + 1);
    const int made = open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (made < 0 || exists(link_of(made))) {
        return made;
    }
    close(made);
#endif
    return -1;
}

bool link_file(int descriptor, const std::string& name) {
    return linkat(AT_FDCWD, link_of(descriptor).c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

}  // namespace

unfinished_file::unfinished_file(const std::string& target)
    : target_(target), replaces_(exists(target)), descriptor_(nameless_file(target)), has_name_(descriptor_ < 0) {
    if (!has_name_) {
        return;
    }
    set_path(target + ".XXXXXX");
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
    if (descriptor_ < 0) {
        return;
    }
    close(descriptor_);
    if (has_name_) {
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
    if (!has_name_ && !link_file(descriptor_, target_)) {
        if (errno != EEXIST) {
            fail(errno);
        }
        link_beside();
    }
    const bool closed = close(std::exchange(descriptor_, -1)) == 0;
    const bool done = closed && (!has_name_ || std::rename(path, target_.c_str()) == 0);
    const int reason = errno;
    if (has_name_) {
        if (!done) {
            unlink(path);
        }
        release_signals();
    }
    if (!done) {
        fail(reason);
    }
}

/// Gives a nameless file a name beside its target, which it can then replace.
void unfinished_file::link_beside() {
    constexpr int most_tries = 100;
    std::random_device draw;
    catch_signals();
    for (int i = 0; i < most_tries && !has_name_; ++i) {
        set_path(target_ + "." + std::to_string(draw()));
        has_name_ = link_file(descriptor_, path);
        if (!has_name_ && errno != EEXIST) {
            break;
        }
    }
    if (!has_name_) {
        const int reason = errno;
        release_signals();
        fail(reason);
    }
}

}  // namespace cxm

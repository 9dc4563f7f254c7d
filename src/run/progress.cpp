#include "run/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace cxm {

progress_line::progress_line(const streams& io) : to_(isatty(fileno(io.err)) != 0 ? io.err : nullptr) {}

std::function<void(std::uint64_t, std::uint64_t)> progress_line::callback() {
    if (to_ == nullptr) {
        return {};
    }
    return [this](std::uint64_t done, std::uint64_t total) { show(done, total); };
}

void progress_line::show(std::uint64_t done, std::uint64_t total) {
    const clock::time_point now = clock::now();
    if (now - begun_ < std::chrono::seconds(1) || now - last_ < std::chrono::milliseconds(200)) {
        return;
    }
    last_ = now;
    shown_ = true;
    const double seconds = std::chrono::duration<double>(now - begun_).count();
    const double rate = static_cast<double>(done) / seconds;
    constexpr double mega = 1e6;
    std::string text = fmt::format("\r\x1b[K{:.0f} MB, {:.0f} MB/s", static_cast<double>(done) / mega, rate / mega);
    if (total > done && rate > 0) {
        text += fmt::format(", {:.0f} s left", static_cast<double>(total - done) / rate);
    }
    (void)std::fputs(text.c_str(), to_);
    std::fflush(to_);
}

void progress_line::clear() {
    if (shown_) {
        (void)std::fputs("\r\x1b[K", to_);
        std::fflush(to_);
        shown_ = false;
    }
}

}  // namespace cxm

#include <vector>

#include "bytes/byte_source.hpp"
#include "text/problem.hpp"

#ifdef CXM_ZLIB
#include <zlib.h>
#endif
#ifdef CXM_ZSTD
#include <zstd.h>
#endif

namespace cxm {

namespace {

/// The packed side of an unpacker: a source and a buffer of it.
class unpacker : public byte_source {
public:
    unpacker(std::unique_ptr<byte_source> packed, const std::string& file)
        : packed_(std::move(packed)), place_(name_of(file)), buffer_(1 << 16) {}

    std::uint64_t done() const override { return packed_->done(); }
    std::uint64_t total() const override { return packed_->total(); }

protected:
    std::size_t refill() { return packed_->read(buffer_.data(), buffer_.size()); }

    [[noreturn]] void refuse(const char* kind, bool cut) const {
        throw bad_input(place_, std::string(cut ? "is cut off: the " : "is damaged: the ") + kind +
                                    (cut ? " data ends too early" : " data does not unpack"));
    }

    std::unique_ptr<byte_source> packed_;
    std::string place_;
    std::vector<char> buffer_;
};

#ifdef CXM_ZLIB
class gzip_bytes : public unpacker {
public:
    gzip_bytes(std::unique_ptr<byte_source> packed, const std::string& file) : unpacker(std::move(packed), file) {
        constexpr int gzip_with_largest_window = 15 + 16;
        if (inflateInit2(&state_, gzip_with_largest_window) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    ~gzip_bytes() override { inflateEnd(&state_); }

    std::size_t read(char* to, std::size_t size) override {
        state_.next_out = reinterpret_cast<Bytef*>(to);
        state_.avail_out = static_cast<uInt>(size);
        while (state_.avail_out == size) {
            if (state_.avail_in == 0) {
                state_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
                state_.avail_in = static_cast<uInt>(refill());
                if (state_.avail_in == 0) {
                    return within_member_ ? (refuse("gzip", true), 0) : 0;
                }
            }
            const int status = inflate(&state_, Z_NO_FLUSH);
            if (status != Z_OK && status != Z_STREAM_END) {
                refuse("gzip", false);
            }
            within_member_ = status != Z_STREAM_END;
            if (status == Z_STREAM_END) {
                inflateReset(&state_);  // gzip files may be joined end to end
            }
        }
        return size - state_.avail_out;
    }

private:
    z_stream state_{};
    bool within_member_ = true;
};
#endif

#ifdef CXM_ZSTD
class zstd_bytes : public unpacker {
public:
    zstd_bytes(std::unique_ptr<byte_source> packed, const std::string& file)
        : unpacker(std::move(packed), file), state_(ZSTD_createDStream()) {
        if (state_ == nullptr) {
            throw std::bad_alloc();
        }
    }
    ~zstd_bytes() override { ZSTD_freeDStream(state_); }

    std::size_t read(char* to, std::size_t size) override {
        ZSTD_outBuffer out{to, size, 0};
        while (out.pos == 0) {
            if (in_.pos == in_.size && !full_) {
                in_ = {buffer_.data(), refill(), 0};
                if (in_.size == 0) {
                    return within_frame_ ? (refuse("zstd", true), 0) : 0;
                }
            }
            const std::size_t status = ZSTD_decompressStream(state_, &out, &in_);
            if (ZSTD_isError(status) != 0) {
                refuse("zstd", false);
            }
            within_frame_ = status != 0;
            full_ = out.pos == out.size && within_frame_;  // more may wait inside without any input
        }
        return out.pos;
    }

private:
    ZSTD_DStream* state_;
    ZSTD_inBuffer in_{nullptr, 0, 0};
    bool within_frame_ = true;
    bool full_ = false;
};
#endif

}  // namespace

std::unique_ptr<byte_source> unpack_gzip([[maybe_unused]] std::unique_ptr<byte_source> packed,
                                         const std::string& file) {
#ifdef CXM_ZLIB
    return std::make_unique<gzip_bytes>(std::move(packed), file);
#else
    throw bad_input(name_of(file), "is gzip, which this cxm was built without; unpack it first: gzip -dc FILE | cxm …");
#endif
}

std::unique_ptr<byte_source> unpack_zstd([[maybe_unused]] std::unique_ptr<byte_source> packed,
                                         const std::string& file) {
#ifdef CXM_ZSTD
    return std::make_unique<zstd_bytes>(std::move(packed), file);
#else
    throw bad_input(name_of(file), "is zstd, which this cxm was built without; unpack it first: zstd -dc FILE | cxm …");
#endif
}

}  // namespace cxm

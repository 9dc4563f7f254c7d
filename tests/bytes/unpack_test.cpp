#include <cstring>
#include <string>

#include "bytes/byte_source.hpp"
#include "catch.hpp"
#include "text/problem.hpp"

#ifdef CXM_ZLIB
#include <zlib.h>
#endif
#ifdef CXM_ZSTD
#include <zstd.h>
#endif

using namespace cxm;

namespace {

/// A text that comes in pieces of a size.
class pieces : public byte_source {
public:
    pieces(std::string text, std::size_t size) : text_(std::move(text)), size_(size) {}

    std::size_t read(char* to, std::size_t size) override {
        const std::size_t count = text_.copy(to, std::min(size, size_), at_);
        at_ += count;
        return count;
    }
    std::uint64_t done() const override { return at_; }
    std::uint64_t total() const override { return text_.size(); }

private:
    std::string text_;
    std::size_t size_;
    std::size_t at_ = 0;
};

using unpacking = std::unique_ptr<byte_source> (*)(std::unique_ptr<byte_source>, const std::string&);

/// The text, or the refusal, which must be the same for pieces of any size.
std::string told(unpacking unpack, const std::string& packed) {
    std::string whole;
    for (const std::size_t size : {std::size_t{1} << 20, std::size_t{1}, std::size_t{7}}) {
        std::string text;
        try {
            const auto from = unpack(std::make_unique<pieces>(packed, size), "FILE");
            char room[13];
            for (std::size_t count; (count = from->read(room, std::min(sizeof room, size))) != 0;) {
                text.append(room, count);
            }
        } catch (const bad_input& refused) {
            text = refused.what();
        }
        whole = size > 7 ? text : whole;
        INFO("pieces of " << size << " bytes");
        CHECK(text == whole);
    }
    return whole;
}

[[maybe_unused]] const std::string rows = [] {
    std::string text = "id,score\n";
    for (int i = 0; i < 40; ++i) {
        text += std::to_string(i * i * 7919 % 1000) + "," + std::to_string(i % 11) + "\n";
    }
    return text;
}();

/// Whether each cut is refused as one, and each flipped bit refused or without effect.
[[maybe_unused]] void check_damage(unpacking unpack, const std::string& packed) {
    for (std::size_t size = 1; size < packed.size(); ++size) {
        INFO("cut to " << size << " bytes");
        CHECK(told(unpack, packed.substr(0, size)).find("FILE: is cut off") == 0);
    }
    for (std::size_t bit = 0; bit < packed.size() * 8; ++bit) {
        std::string damaged = packed;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
        const std::string found = told(unpack, damaged);
        INFO("bit " << bit << ": " << found);
        CHECK((found == rows || found.find("FILE: is ") == 0));
    }
}

}  // namespace

#ifdef CXM_ZLIB
namespace {

std::string gzip(const std::string& text) {
    z_stream state{};
    deflateInit2(&state, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string packed(text.size() + 100, '\0');
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    state.avail_in = static_cast<uInt>(text.size());
    state.next_out = reinterpret_cast<Bytef*>(packed.data());
    state.avail_out = static_cast<uInt>(packed.size());
    deflate(&state, Z_FINISH);
    packed.resize(state.total_out);
    deflateEnd(&state);
    return packed;
}

}  // namespace

TEST_CASE("gzip is unpacked, files joined end to end too") {
    CHECK(told(unpack_gzip, gzip(rows)) == rows);
    CHECK(told(unpack_gzip, gzip("")).empty());
    CHECK(told(unpack_gzip, gzip("id,") + gzip("") + gzip("score\n")) == "id,score\n");
}

TEST_CASE("gzip that is cut or damaged gives no other text") {
    check_damage(unpack_gzip, gzip(rows));
    CHECK(told(unpack_gzip, gzip("id\n") + gzip(rows).substr(0, 30)) ==
          "FILE: is cut off: the gzip data ends too early");
    CHECK(told(unpack_gzip, gzip(rows) + "more") == "FILE: is damaged: the gzip data does not unpack");
}
#endif

#ifdef CXM_ZSTD
namespace {

std::string zstd(const std::string& text) {
    ZSTD_CCtx* const state = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(state, ZSTD_c_checksumFlag, 1);
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    packed.resize(ZSTD_compress2(state, packed.data(), packed.size(), text.data(), text.size()));
    ZSTD_freeCCtx(state);
    return packed;
}

}  // namespace

TEST_CASE("zstd is unpacked, files joined end to end too") {
    CHECK(told(unpack_zstd, zstd(rows)) == rows);
    CHECK(told(unpack_zstd, zstd("")).empty());
    CHECK(told(unpack_zstd, zstd("id,") + zstd("") + zstd("score\n")) == "id,score\n");
}

TEST_CASE("zstd that is cut or damaged gives no other text") {
    check_damage(unpack_zstd, zstd(rows));
    CHECK(told(unpack_zstd, zstd("id\n") + zstd(rows).substr(0, 30)) ==
          "FILE: is cut off: the zstd data ends too early");
    CHECK(told(unpack_zstd, zstd(rows) + "and more") == "FILE: is damaged: the zstd data does not unpack");
}
#endif

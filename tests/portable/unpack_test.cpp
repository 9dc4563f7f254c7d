#include "catch.hpp"
#include "tally/raw_file.hpp"

using namespace cxm;
using namespace cxm::testing;

TEST_CASE("a program built without zlib or zstd refuses what they unpack, and says what does it") {
    plan how;
    add_measure(how, "visitors=count");
    const raw_file gzip("\x1f\x8b\x08 and more", ".csv.gz");
    CHECK(refusal(how, gzip) ==
          "FILE: is gzip, which this cxm was built without; unpack it first: gzip -dc FILE | cxm …");
    const raw_file zstd("\x28\xb5\x2f\xfd and more", ".csv.zst");
    CHECK(refusal(how, zstd) ==
          "FILE: is zstd, which this cxm was built without; unpack it first: zstd -dc FILE | cxm …");
}

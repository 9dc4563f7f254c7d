#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <unistd.h>

#include "tally/raw_file.hpp"

namespace {

std::string told(const cxm::plan& how, const cxm::testing::raw_file& file, cxm::tally_options options,
                 std::size_t chunk_size) {
    options.chunk_size = chunk_size;
    try {
        const cxm::tally_result made = cxm::testing::count(how, file, options);
        return cxm::testing::lines_of(made.counted) + std::to_string(made.rows) + " " + std::to_string(made.skipped);
    } catch (const cxm::problem& refused) {
        return refused.what();
    }
}

}  // namespace

/// Tallies bytes as CSV and as NDJSON, whole and in chunks of a size that the first byte says: both must agree. Its
/// highest bit has ragged rows passed over, and numbers left alone.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return 0;
    }
    const std::string_view rows(reinterpret_cast<const char*>(data) + 1, size - 1);
    cxm::plan how;
    cxm::add_label(how, "l=a");
    cxm::add_measure(how, "customers_active=distinct b");
    cxm::tally_options options;
    options.threads = 1;
    options.skip_ragged = data[0] >= 128;
    if (!options.skip_ragged) {
        cxm::add_measure(how, "revenue=sum b where b != 'x'");
    }
    for (const char* header : {"a,b\n", "{\"a\":1,\"b\":2}\n"}) {
        const cxm::testing::raw_file file(header + std::string(rows), header[0] == 'a' ? ".csv" : ".ndjson");
        const std::string whole = told(how, file, options, std::size_t{1} << 18);
        const std::string parts = told(how, file, options, data[0] % 80 + 1);
        if (whole != parts) {
            std::fprintf(stderr, "whole:\n%s\nin parts:\n%s\n", whole.c_str(), parts.c_str());
            std::abort();
        }
    }
    return 0;
}

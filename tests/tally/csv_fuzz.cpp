#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <unistd.h>

#include "tally/raw_file.hpp"

namespace {

std::string told(const cxm::plan& how, const cxm::testing::raw_file& file, std::size_t chunk_size) {
    cxm::tally_options options;
    options.threads = 1;
    options.chunk_size = chunk_size;
    const std::string refused = cxm::testing::refusal(how, file, options);
    return refused.empty() ? cxm::testing::lines_of(cxm::testing::count(how, file, options).counted) : "refused";
}

}  // namespace

/// Tallies bytes as CSV and as NDJSON, whole and in chunks of a size that the first byte says: both must agree.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return 0;
    }
    const std::string_view rows(reinterpret_cast<const char*>(data) + 1, size - 1);
    cxm::plan how;
    cxm::add_label(how, "l=a");
    cxm::add_measure(how, "customers_active=distinct b");
    cxm::add_measure(how, "revenue=sum b where b != 'x'");
    for (const char* header : {"a,b\n", "{\"a\":1,\"b\":2}\n"}) {
        const cxm::testing::raw_file file(header + std::string(rows), header[0] == 'a' ? ".csv" : ".ndjson");
        if (told(how, file, std::size_t{1} << 18) != told(how, file, data[0] % 80 + 1)) {
            std::abort();
        }
    }
    return 0;
}

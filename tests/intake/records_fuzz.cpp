#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "intake/record_source.hpp"
#include "text/problem.hpp"

// For libFuzzer, with every source of the program but main: clang++ -fsanitize=fuzzer,address,undefined …
// The first byte picks the format and the size of the blocks; a block size may change no outcome.
namespace {

std::string outcome(int file, cxm::input_options options) {
    static const cxm::catalogue known;
    lseek(file, 0, SEEK_SET);
    options.standard_input = file;
    std::size_t count = 0;
    try {
        const auto source = cxm::open_records("-", known, options);
        while (const auto block = source->next()) {
            const cxm::records some = source->parse(*block);
            count += some.size();
            for (const auto& column : some.numbers) {
                if (column.values.size() != some.size()) {
                    std::abort();
                }
            }
        }
    } catch (const cxm::bad_input& refused) {
        return refused.what();
    }
    return std::to_string(count);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const int file = memfd_create("records", 0);
    if (::write(file, data + 1, size - 1) != static_cast<ssize_t>(size - 1)) {
        std::abort();
    }
    cxm::input_options options;
    options.format = static_cast<cxm::input_format>(data[0] % 5);
    if (data[0] & 8) {
        options.ignore = {"*"};
    }
    const std::string whole = outcome(file, options);
    options.block_size = 1 + data[0] / 16;
    const std::string parts = outcome(file, options);
    close(file);
    if (whole != parts) {
        std::fprintf(stderr, "%s\n%s\n", whole.c_str(), parts.c_str());
        std::abort();
    }
    return 0;
}

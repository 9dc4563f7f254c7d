#include "run/command.hpp"
#include "run/common.hpp"

namespace cxm {

int run_version(const arguments& given, const streams& io) {
    output_flags output;
    command_line line{"cxm version", "The program's version", ""};
    line.flags = {{"--json", "", "As JSON", &output.json}};
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
    } else {
        put(io, {}, output.json ? "{\"name\":\"cxm\",\"version\":\"" CXM_VERSION "\"}\n" : "cxm " CXM_VERSION "\n");
    }
    return 0;
}

}  // namespace cxm

#include "run/command.hpp"
#include "run/flags/output_flags.hpp"

namespace cxm {

int run_version(const arguments& given, const streams& io) {
    bool json = false;
    command_line line = line_for("version");
    line.flags = {{"--json", "", "As JSON", &json}};
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
    } else {
        put(io, {}, json ? "{\"name\":\"cxm\",\"version\":\"" CXM_VERSION "\"}\n" : "cxm " CXM_VERSION "\n");
    }
    return 0;
}

}  // namespace cxm

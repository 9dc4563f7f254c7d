#include "write/receipt.hpp"

#include "write/json/object.hpp"

namespace cxm {

std::string with_receipt(std::string json, const receipt& of) {
    json.erase(json.find_last_of('}'));
    std::string member;
    json_object whole(member);
    json_object to = whole.object("receipt");
    to.text("version", of.version);
    to.text("command", of.command);
    json_array inputs = to.array("inputs");
    for (const receipt_input& input : of.inputs) {
        json_object one = inputs.object();
        one.text("name", input.name);
        if (input.bytes) {
            one.count("bytes", static_cast<double>(*input.bytes));
        }
        one.end();
    }
    inputs.end();
    json_object rows = to.object("rows");
    rows.count("read", static_cast<double>(of.read));
    rows.count("passed_over", static_cast<double>(of.passed_over));
    rows.count("refused", static_cast<double>(of.refused));
    rows.end();
    json_array warnings = to.array("warnings");
    for (const std::string& warning : of.warnings) {
        warnings.text(warning);
    }
    warnings.end();
    to.end();
    whole.end();
    return json + "," + member.substr(1) + "\n";
}

}  // namespace cxm

#include <algorithm>

#include "bytes/byte_scan.hpp"
#include "intake/json_records.hpp"

// What stands between the values of records, parsed once.
namespace cxm {

json_records::step* json_records::slot(std::size_t& i, const field* to) {
    // A name left out of this record: go on behind it. The first gap is different, it begins a record.
    const auto from = layout_.begin() + static_cast<std::ptrdiff_t>(i);
    const auto same =
        i == 0 ? layout_.end() : std::find_if(from, layout_.end(), [&](const step& s) { return s.to == to; });
    if (same != layout_.end()) {
        i = static_cast<std::size_t>(same - layout_.begin());
    } else if (i == layout_.size()) {
        layout_.emplace_back();
    }
    return &layout_[i];
}

const json_records::step* json_records::learn(std::size_t& i) {
    const char* const from = cursor_.at;
    std::uint32_t lines_to_record = 0;
    bool at_end = false;
    if (i == 0) {
        if (!begin_record()) {
            return nullptr;
        }
        lines_to_record = static_cast<std::uint32_t>(bytes::count({from, cursor_.at}, '\n'));
        cursor_.expect('{', "a record, {…},");
        cursor_.skip_space(true);
        if (cursor_.here() == '}') {
            cursor_.refuse(cursor_.at, "an empty record");
        }
    } else {
        cursor_.skip_space(true);
        at_end = cursor_.here() == '}';
        if (!at_end) {
            cursor_.expect(',', "',' or '}'");
            cursor_.skip_space(true);
        }
    }
    const char* const name_at = cursor_.at;
    field* to = nullptr;
    if (at_end) {
        ++cursor_.at;
    } else {
        if (cursor_.here() != '"') {
            cursor_.refuse_found("a name in quotes");
        }
        const json_text name = cursor_.text();
        cursor_.skip_space(true);
        cursor_.expect(':', "':' after a name");
        cursor_.skip_space(true);
        to = &builder_.of(name.escaped ? cursor_.decoded(name) : std::string(name.raw), name_at);
    }
    step* s = slot(i, to);
    s->gap.assign(from, cursor_.at);
    s->to = to;
    s->lines = static_cast<std::uint32_t>(bytes::count({from, cursor_.at}, '\n'));
    s->lines_to_record = lines_to_record;
    return s;
}

bool json_records::begin_record() {
    const char* const from = cursor_.at;
    cursor_.skip_space(false);
    if (shape_ == json_shape::array || shape_ == json_shape::envelope) {
        return list_goes_on();
    }
    if (cursor_.at == cursor_.end) {
        return false;
    }
    const bool begins_block = from == place_.block.text->data();
    const bool behind_record = !begins_block || (shape_ == json_shape::sequence && !place_.block.first);
    if (behind_record && std::find(from, cursor_.at, '\n') == cursor_.at) {
        cursor_.refuse_found("the end of the line");
    }
    return true;
}

}  // namespace cxm

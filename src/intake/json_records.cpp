#include "intake/json_records.hpp"

#include <algorithm>
#include <cstring>

#include "bytes/byte_scan.hpp"
#include "values/plain_number.hpp"

namespace cxm {

json_records::json_records(const catalogue& known, const input_options& options, json_shape shape, block_place place)
    : known_(known),
      options_(options),
      shape_(shape),
      place_(place),
      cursor_(place, shape == json_shape::lines),
      // A block that does not name weights has none.
      builder_(known, options, place, place.block.text->find("_weights_squared") != std::string::npos) {
    const std::string_view text = *place.block.text;
    builder_.is_result = text.find("\"refused_example\"") != std::string_view::npos;
    const std::size_t first_record = std::min(text.find('}'), text.size()) + 1;
    builder_.expect(text.size() / std::max<std::size_t>(first_record, 16) * 9 / 8);
}

// Both are in the innermost loop: a call of each would take a tenth of the time.

inline bool json_records::follows(const step& s) const {
    const std::size_t size = s.gap.size();
    const char* const gap = s.gap.data();
    if (static_cast<std::size_t>(cursor_.end - cursor_.at) < size) {
        return false;
    }
    if (size < 8) {
        return size != 0 && std::memcmp(cursor_.at, gap, size) == 0;
    }
    for (std::size_t i = 0; i + 8 < size; i += 8) {
        if (bytes::load(cursor_.at + i) != bytes::load(gap + i)) {
            return false;
        }
    }
    return bytes::load(cursor_.at + size - 8) == bytes::load(gap + size - 8);
}

/// Reads a number of up to seven digits and no more; says whether it is one.
inline bool json_records::plain_count(field& f) {
    constexpr std::ptrdiff_t margin = 8;
    if (cursor_.end - cursor_.at < margin) {
        return false;
    }
    std::uint64_t value = 0;
    const unsigned count = read_digits_before_other(cursor_.at, value);
    const char behind = cursor_.at[count];
    if (count == 0 || (*cursor_.at == '0' && count > 1) || (behind != ',' && behind != '}')) {
        return false;
    }
    builder_.set(f, static_cast<double>(value));
    cursor_.at += count;
    return true;
}

records json_records::read() {
    const bool is_list = shape_ == json_shape::array || shape_ == json_shape::envelope;
    if (is_list && place_.block.first) {
        begin_list();
    }
    std::uint64_t line = place_.block.line + bytes::count({place_.block.text->data(), cursor_.at}, '\n');
    bool first_record = true;
    for (std::size_t i = 0;;) {
        const step* s = i < layout_.size() && follows(layout_[i]) ? &layout_[i] : nullptr;
        if (s != nullptr) {
            cursor_.at += s->gap.size();
        } else if ((s = learn(i)) == nullptr) {
            break;
        }
        if (i == 0) {
            builder_.begin(line + s->lines_to_record);
        }
        line += s->lines;
        if (s->to == nullptr) {
            if (first_record) {
                layout_.front().gap.clear();  // what begins a block is not what stands between two records
                first_record = false;
            }
            i = 0;
            continue;
        }
        builder_.claim(*s->to, cursor_.at);
        if (!s->to->takes_eight_digits || !plain_count(*s->to)) {
            value(*s->to);
        }
        ++i;
    }
    place_.check_text(cursor_.end);
    return builder_.finish(currency_);
}

}  // namespace cxm

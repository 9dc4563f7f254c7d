#include "intake/json_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "bytes/byte_scan.hpp"
#include "intake/unknown_name.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"
#include "values/number.hpp"
#include "values/plain_number.hpp"

namespace cxm {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

json_records::json_records(const catalogue& known, const input_options& options, json_shape shape, block_place place)
    : known_(known),
      options_(options),
      shape_(shape),
      place_(place),
      cursor_(place, shape == json_shape::lines),
      builder_(known, options, place) {
    const std::string_view text = *place.block.text;
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

json_records::step* json_records::slot(std::size_t& i, const field* to) {
    // A name left out of this record: go on behind it. The first gap is different, it begins a record.
    const auto from = layout_.begin() + static_cast<std::ptrdiff_t>(i);
    const auto found =
        i == 0 ? layout_.end() : std::find_if(from, layout_.end(), [&](const step& s) { return s.to == to; });
    if (found != layout_.end()) {
        i = static_cast<std::size_t>(found - layout_.begin());
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

void json_records::value(field& f) {
    if (f.is == role::measure) {
        double number_found = 0;
        const char* const after = read_plain_number(cursor_.at, cursor_.end, '.', f.whole, number_found);
        if (after != nullptr && after < cursor_.end && (*after == ',' || *after == '}' || is_space(*after)) &&
            number_found >= f.least && number_found <= f.most) {
            builder_.set(f, number_found);
            cursor_.at = after;
            return;
        }
    }
    if (f.is == role::ignored) {
        cursor_.skip_value();
        return;
    }
    const char c = cursor_.here();
    if (c == '"') {
        text(f);
    } else if (c == '{' || c == '[') {
        if (is_ignored(options_, f.name, f.is == role::label)) {
            cursor_.skip_value();
            return;
        }
        cursor_.refuse(cursor_.at, fmt::format("{}: a record is flat, and this is {}; --ignore {} passes over it",
                                               shown(f.name), c == '{' ? "an object" : "a list", shell_word(f.name)));
    } else {
        word(f);
    }
}

void json_records::text(field& f) {
    const char* const at = cursor_.at;
    const json_text found = cursor_.text();
    const std::string_view meaning = found.escaped ? builder_.keep(cursor_.decoded(found)) : found.raw;
    if (f.is == role::measure) {
        const bool number = parse_number(meaning).has_value();
        cursor_.refuse(at, fmt::format("{}: {} is {}", f.name, quoted(meaning),
                                       number ? "text; write the number without quotes" : "text, not a number"));
    }
    if (f.is == role::complete) {
        cursor_.refuse(at, fmt::format("complete: {} is text, not true or false", quoted(meaning)));
    }
    builder_.set_text(f, meaning, at);
}

void json_records::word(field& f) {
    const char* const at = cursor_.at;
    const std::string_view found = cursor_.word();
    if (found.empty()) {
        cursor_.refuse_found("a value");
    }
    if (found == "null") {
        return;
    }
    const bool truth = found == "true" || found == "false";
    if (f.is == role::complete) {
        if (!truth) {
            cursor_.refuse(at, fmt::format("complete: {} is not true or false", quoted(found)));
        }
        builder_.set_complete(found == "true");
    } else if (f.is == role::measure) {
        builder_.set_number(f, found, '.', at);
    } else if (!truth && !parse_number(found)) {
        cursor_.refuse(at, fmt::format("{}: {} is no value of JSON", shown(f.name), quoted(found)));
    } else if (f.is == role::period) {
        if (found.find_first_not_of("0123456789") != std::string_view::npos) {
            cursor_.refuse(at, fmt::format("period: {} is neither text nor a whole number", found));
        }
        builder_.set_text(f, found, at);
    } else if (is_label(options_, f.name)) {
        builder_.set_text(f, found, at);
    } else if (!is_ignored(options_, f.name, true)) {
        if (truth) {
            cursor_.refuse(at, fmt::format("{}: a label is text, and this is {}; --ignore {} passes over it",
                                           shown(f.name), found, shell_word(f.name)));
        }
        refuse_unknown(f, at);
    }
}

/// The names of the numbers that this record still has; what is broken behind them is no matter here.
std::vector<std::string> json_records::numbers_behind() {
    std::vector<std::string> names;
    try {
        for (cursor_.skip_space(true); cursor_.here() != '}'; cursor_.skip_space(true)) {
            cursor_.expect(',', "','");
            cursor_.skip_space(true);
            const json_text name = cursor_.text();
            cursor_.skip_space(true);
            cursor_.expect(':', "':'");
            cursor_.skip_space(true);
            const char first = cursor_.here();
            cursor_.skip_value();
            if (first == '-' || (first >= '0' && first <= '9')) {
                names.push_back(cursor_.decoded(name));
            }
        }
    } catch (const problem&) {
    }
    return names;
}

/// A misspelt measure, or a raw row that nobody said how to count.
void json_records::refuse_unknown(const field& f, const char* at) {
    const std::vector<std::string> behind = numbers_behind();
    const auto any_behind = [&](auto is) { return std::any_of(behind.begin(), behind.end(), is); };
    const bool any_measure =
        builder_.has_measure() || any_behind([&](const auto& name) { return known_.find_measure(name) != nullptr; });
    const bool any_near =
        is_nearly_known(known_, f.name) || any_behind([&](const auto& name) { return is_nearly_known(known_, name); });
    cursor_.refuse(at, any_measure || any_near ? unknown_measure(known_, "measure", f.name, any_measure)
                                               : no_measure_at_all("none of the record's names"));
}

}  // namespace cxm

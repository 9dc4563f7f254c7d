#include <fmt/format.h>

#include <utility>

#include "intake/json_records.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"

// What stands around the records of a list: the brackets, and an envelope with a currency.
namespace cxm {

void json_records::begin_list() {
    cursor_.skip_space(false);
    comma_before_ = false;
    if (shape_ == json_shape::array) {
        cursor_.expect('[', "a list of records");
        return;
    }
    cursor_.expect('{', "an object with records");
    for (;;) {
        cursor_.skip_space(false);
        if (std::string_view(cursor_.at, cursor_.end).starts_with("\"records\"")) {
            cursor_.at += 9;
            cursor_.skip_space(false);
            cursor_.expect(':', "':' after a name");
            cursor_.skip_space(false);
            cursor_.expect('[', "a list of records");
            return;
        }
        envelope_member(false);
        cursor_.skip_space(false);
        cursor_.expect(',', "',' and records");
    }
}

bool json_records::list_goes_on() {
    if (cursor_.at == cursor_.end && !place_.block.last) {
        return false;
    }
    if (cursor_.at == cursor_.end) {
        refuse_open_list();
    }
    const bool behind_record = std::exchange(comma_before_, true);
    if (cursor_.here() != ']') {
        if (behind_record) {
            cursor_.expect(',', "',' or ']'");
            cursor_.skip_space(false);
            if (cursor_.at == cursor_.end && place_.block.last) {
                refuse_open_list();
            }
        }
        return true;
    }
    if (!behind_record) {
        throw bad_input(shown_end(place_.file), "no records");
    }
    ++cursor_.at;
    cursor_.skip_space(false);
    if (shape_ == json_shape::envelope) {
        while (cursor_.here() == ',') {
            ++cursor_.at;
            cursor_.skip_space(false);
            envelope_member(true);
            cursor_.skip_space(false);
        }
        cursor_.expect('}', "',' or '}'");
        cursor_.skip_space(false);
    }
    if (cursor_.at != cursor_.end) {
        cursor_.refuse_found("the end of the input");
    }
    return false;
}

void json_records::refuse_open_list() const {
    cursor_.refuse(cursor_.end, "the list of records is not closed: the input is cut off");
}

void json_records::envelope_member(bool behind_records) {
    if (cursor_.here() != '"') {
        cursor_.refuse_found("a name in quotes");
    }
    const char* const name_at = cursor_.at;
    const json_text quoted_name = cursor_.text();
    const std::string name = cursor_.decoded(quoted_name);
    cursor_.skip_space(false);
    cursor_.expect(':', "':' after a name");
    cursor_.skip_space(false);
    if (name == "currency" && currency_.empty() && cursor_.here() == '"') {
        currency_ = cursor_.decoded(cursor_.text());
        return;
    }
    if (name == "currency" || (behind_records && name == "records")) {
        cursor_.refuse(name_at, currency_.empty() && name == "currency" ? "currency: a text such as \"EUR\" is expected"
                                                                        : quote_of(name) + " is given twice");
    }
    if (!is_ignored(options_, name, true)) {
        cursor_.refuse(name_at,
                       fmt::format("{} is not known beside records, only \"currency\" is; --ignore {} passes over it",
                                   quote_of(name), shell_word(name)));
    }
    cursor_.skip_value();
}

}  // namespace cxm

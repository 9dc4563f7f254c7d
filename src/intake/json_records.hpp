#pragma once

#include <string>
#include <vector>

#include "intake/json_cursor.hpp"
#include "intake/json_shape.hpp"
#include "intake/record_builder.hpp"

namespace cxm {

/// Reads the records of one block of JSON.
///
/// What stands between two values of a record - a comma, a name, a colon, spaces - mostly stands between the same two
/// values of the next one, byte for byte. So it is parsed once, strictly, and then only compared.
class json_records {
public:
    json_records(const catalogue& known, const input_options& options, json_shape shape, block_place place);

    records read();

    /// Says how many records came, and how many a query says that there are.
    void tell_promise(passed_over& to) const { builder_.tell_promise(to); }

private:
    /// What stands in front of a value, or between the last value and the end of its record.
    struct step {
        std::string gap;
        field* to = nullptr;  ///< null at the end of a record
        std::uint32_t lines = 0;
        std::uint32_t lines_to_record = 0;  ///< before the { of a new record
    };

    bool follows(const step& s) const;
    const step* learn(std::size_t& i);
    step* slot(std::size_t& i, const field* to);
    bool begin_record();
    void begin_list();
    bool list_goes_on();
    [[noreturn]] void refuse_open_list() const;
    void envelope_member(bool behind_records);

    void value(field& f);
    bool plain_count(field& f);
    void number(field& f);
    void text(field& f);
    void word(field& f);
    [[noreturn]] void refuse_unknown(const field& f, const char* at);
    std::vector<std::string> numbers_behind();

    const catalogue& known_;
    const input_options& options_;
    json_shape shape_;
    block_place place_;
    json_cursor cursor_;
    record_builder builder_;
    std::vector<step> layout_;
    std::string currency_;
    bool comma_before_ = true;  ///< whether a comma belongs before the next record of a list
};

}  // namespace cxm

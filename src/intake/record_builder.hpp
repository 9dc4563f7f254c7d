#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/block_place.hpp"
#include "bytes/recent_texts.hpp"
#include "intake/role.hpp"
#include "values/written_number.hpp"

namespace cxm {

/// A name with its values, one a record.
struct field {
    std::string name;
    role is = role::label;
    const measure* of = nullptr;
    double least = 0;
    double most = 0;
    bool whole = false;
    bool takes_eight_digits = false;  ///< any number of so many
    std::size_t last_row = std::numeric_limits<std::size_t>::max();
    std::vector<double> numbers;
    std::vector<std::string_view> texts;
};

/// Fills columns record by record; places and refuses what the formats have in common.
class record_builder {
public:
    /// Answers may be fractional where they may be `weighted`.
    record_builder(const catalogue& known, const input_options& options, block_place place, bool weighted)
        : known_(known), options_(options), place_(place), weighted_(weighted) {}

    /// The field of a name, made when it is new; `at` is where it stands.
    field& of(std::string_view name, const char* at);

    /// Adds a field whose role is known already.
    field& add(std::string_view name, role is, const measure* m);

    /// Whether any field so far is a measure.
    bool has_measure() const;

    /// Makes room for so many records, to save moving them later.
    void expect(std::size_t count) {
        if (count + 1 > room_) {
            make_room(count + 1);
        }
    }

    void begin(std::uint64_t line) {
        if (row_ + 1 >= room_) {
            make_room(room_ * 2 + 16);
        }
        lines_.push_back(line);
        ++row_;
    }

    /// Marks a field as seen in this record; `at` is where it stands.
    void claim(field& f, const char* at) {
        if (f.last_row == row_) {
            refuse_twice(f, at);
        }
        f.last_row = row_;
    }

    void set(field& f, double value) { f.numbers[row_] = value; }

    /// Reads a number that is written in an unusual way, or refuses it.
    void set_number(field& f, std::string_view text, const number_form& form, const char* at);

    /// Sets a period or label; an empty one is as good as none.
    void set_text(field& f, std::string_view text, const char* at);

    void set_complete(bool complete);

    /// Takes what a query found: how many rows it refused, what one of them says, how many records it has.
    void set_finding(const field& f, std::string_view text, const char* at);

    /// Says how many records came, and how many should have.
    void tell_promise(passed_over& to) const;

    bool is_result = false;  ///< of a query: its sums have all their decimals, and are rounded

    /// Takes back the record that was begun last.
    void take_back();

    /// Keeps a text that is not in the input as such.
    std::string_view keep(std::string text);

    records finish(const std::string& currency);

private:
    [[noreturn]] void refuse_twice(const field& f, const char* at) const;
    std::string_view period_of(std::string_view text, const char* at);
    std::string_view spelled_period(std::string_view text, const char* at);
    void make_room(std::size_t count);
    void note_currency(std::string_view currency, const char* at);
    void require_zone(const moment& m, const char* at);
    void require_weights() const;

    const catalogue& known_;
    const input_options& options_;
    block_place place_;
    bool weighted_;
    std::deque<field> fields_;
    std::size_t room_ = 0;
    std::size_t row_ = std::numeric_limits<std::size_t>::max();  // one before the first
    std::vector<std::uint64_t> lines_;
    std::vector<bool> partial_;
    recent_texts<std::string_view> periods_;  ///< as they are spelled
    std::shared_ptr<std::deque<std::string>> kept_;
    std::uint64_t promised_ = 0;  ///< records of the whole result; 0: none says
    std::uint64_t refused_ = 0;   ///< rows
    std::string refused_example_;
    std::string currency_;                    ///< that stands beside amounts
    std::optional<std::int32_t> zone_named_;  ///< by words beside times, in seconds ahead of UTC
};

}  // namespace cxm

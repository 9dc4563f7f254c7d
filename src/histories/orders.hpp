#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <cxm/project/customer_summary.hpp>

#include "plan/condition.hpp"
#include "rows/prepared_rows.hpp"
#include "rows/read_rows.hpp"

namespace cxm {

/// How rows tell of orders: the first cells that are wanted are the customer's, the date's and, with `amounts`, the
/// amount's; those of the condition follow.
struct order_form {
    bool amounts = false;
    std::string date_format = {};  ///< empty: ISO 8601
    condition where = {};
    std::vector<std::size_t> where_cells = {};
};

/// The orders of many customers, gathered by customer; rows without a customer are left out and counted.
class order_book : public file_sink {
public:
    /// The form and the cells must outlive it.
    order_book(const order_form& form, const wanted_cells& wanted) : form_(form), prepared_(wanted) {}
    order_book(const order_book&) = delete;
    order_book& operator=(const order_book&) = delete;

    void add(const row_batch& batch) override;

    std::size_t customers() const { return names_.size(); }
    std::uint64_t orders() const { return orders_.size(); }
    std::uint64_t without_customer() const { return without_customer_; }
    std::int32_t first_day() const { return first_day_; }  ///< of all; where there are any
    std::int32_t last_day() const { return last_day_; }

    /// A customer's name as it is written, by the number that summaries have.
    std::string_view name_of_customer(std::uint64_t number) const { return *names_[number]; }

    /// The customers who came by the last day, by their numbers; see `summarise_customer`.
    std::vector<customer_summary> summaries(const observation& seen);

private:
    struct order {
        std::uint32_t customer;
        dated_amount bought;
    };

    const order_form& form_;
    prepared_rows prepared_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<const std::string*> names_;
    std::vector<order> orders_;
    std::uint64_t without_customer_ = 0;
    std::int32_t first_day_ = 0;
    std::int32_t last_day_ = 0;
    bool sorted_ = false;

    std::uint32_t number_of(std::string_view name);
    dated_amount bought_in(const row_batch& batch, std::size_t row);
    void sort_by_customer();
};

}  // namespace cxm

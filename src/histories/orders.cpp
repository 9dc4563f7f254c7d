#include "histories/orders.hpp"

#include <algorithm>
#include <bit>

#include "rows/truth.hpp"
#include "text/shown.hpp"
#include "text/utf8.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

enum order_cell : std::size_t { customer_cell, date_cell, amount_cell };

}  // namespace

void order_book::add(const row_batch& given) {
    rows += given.size;
    const row_batch& batch = prepared_.of(given);
    row_mask taken = first_rows(batch.size);
    std::optional<cell_problem> fault;
    if (!form_.where.empty()) {
        taken = evaluate(form_.where, form_.where_cells, batch, taken, numbers, fault).yes;
        taken &= first_rows(fault ? fault->row : batch.size);
    }
    for (; taken != 0; taken &= taken - 1) {
        const auto row = static_cast<std::size_t>(std::countr_zero(taken));
        const std::string_view name = batch.column(customer_cell)[row];
        if (name.empty()) {
            ++without_customer_;
            continue;
        }
        const dated_amount bought = bought_in(batch, row);
        if (first_invalid_utf8(name) != name.npos) {
            throw cell_problem{customer_cell, {}, true, row};
        }
        first_day_ = orders_.empty() ? bought.day : std::min(first_day_, bought.day);
        last_day_ = orders_.empty() ? bought.day : std::max(last_day_, bought.day);
        orders_.push_back({number_of(name), bought});
    }
    if (fault) {
        throw cell_problem(*fault);
    }
}

dated_amount order_book::bought_in(const row_batch& batch, std::size_t row) {
    const std::string_view date = batch.column(date_cell)[row];
    if (date.empty()) {
        throw cell_problem{date_cell, "is blank, and an order has a date; leave such rows out by --where", false, row};
    }
    const found_day found =
        form_.date_format.empty() ? parse_iso_day(date) : parse_formatted_day(date, form_.date_format);
    if (found.problem != nullptr) {
        throw cell_problem{date_cell, quoted(date) + " " + found.problem, false, row};
    }
    if (!form_.amounts) {
        return {found.day};
    }
    const std::string_view cell = batch.column(amount_cell)[row];
    const auto amount = numbers.number(cell);
    if (!amount) {
        const std::string objection = numbers.objection_to(cell);
        throw cell_problem{amount_cell,
                           cell.empty()         ? "is blank; leave such orders out by --where, or count orders alone"
                           : !objection.empty() ? objection
                                                : quoted(cell) + " is no amount",
                           false, row};
    }
    if (*amount < 0) {
        throw cell_problem{amount_cell, quoted(cell) + " is below 0: a refund is no order; leave it out by --where",
                           false, row};
    }
    return {found.day, *amount};
}

std::uint32_t order_book::number_of(std::string_view name) {
    if (!orders_.empty() && *names_[orders_.back().customer] == name) {
        return orders_.back().customer;
    }
    const auto [at, is_new] = numbers_.try_emplace(std::string(name), static_cast<std::uint32_t>(names_.size()));
    if (is_new) {
        names_.push_back(&at->first);
    }
    return at->second;
}

void order_book::sort_by_customer() {
    if (!sorted_) {
        std::sort(orders_.begin(), orders_.end(), [](const order& a, const order& b) {
            return a.customer != b.customer ? a.customer < b.customer : a.bought.day < b.bought.day;
        });
        sorted_ = true;
    }
}

std::vector<customer_summary> order_book::summaries(const observation& seen) {
    sort_by_customer();
    std::vector<customer_summary> customers;
    std::vector<dated_amount> bought;
    for (std::size_t i = 0; i < orders_.size(); ++i) {
        bought.push_back(orders_[i].bought);
        if (i + 1 == orders_.size() || orders_[i + 1].customer != orders_[i].customer) {
            if (const auto one = summarise_customer(orders_[i].customer, bought, seen)) {
                customers.push_back(*one);
            }
            bought.clear();
        }
    }
    return customers;
}

}  // namespace cxm

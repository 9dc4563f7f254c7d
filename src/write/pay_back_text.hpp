#pragma once

#include <string>
#include <string_view>

#include "results/pay_back.hpp"
#include "write/look.hpp"

namespace cxm {

/// `payback  18 periods`, and what has come in by then.
std::string write_pay_back(const pay_back& p, std::string_view currency, const look& drawn);

/// `{"status":"ok","periods":18,…}`
std::string pay_back_json(const pay_back& p, std::string_view currency);

/// Why there is none, for machines.
std::string_view why_never();

}  // namespace cxm

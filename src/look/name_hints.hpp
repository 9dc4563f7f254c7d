#pragma once

#include <span>
#include <string_view>

namespace cxm {

// Words by which columns are called, in small letters, in English, French and German.
inline constexpr std::string_view hints_of_nps[] = {"nps", "recommend", "likely", "empfehl", "score", "promot"};
inline constexpr std::string_view hints_of_csat[] = {"csat",      "satisf", "rating", "stars", "zufrieden",
                                                     "bewertung", "note",   "score",  "grade"};
inline constexpr std::string_view hints_of_ces[] = {"ces", "effort", "easy", "ease", "aufwand"};
inline constexpr std::string_view hints_of_money[] = {
    "price",  "amount", "revenue", "spend", "cost",    "total", "mrr", "paid",   "fee",    "refund",  "sales",
    "umsatz", "preis",  "betrag",  "prix",  "montant", "spent", "net", "budget", "income", "subtotal"};
inline constexpr std::string_view hints_of_revenue[] = {"revenue", "amount", "total",  "spend",   "paid",
                                                        "sales",   "umsatz", "betrag", "montant", "net"};
inline constexpr std::string_view hints_of_response[] = {"response", "reply",   "respond",  "answer",
                                                         "wait",     "antwort", "reaktion", "reponse"};
inline constexpr std::string_view hints_of_start[] = {"start", "signup", "sign_up", "subscribed", "created", "begin"};
inline constexpr std::string_view hints_of_end[] = {"end", "cancel", "churned", "closed", "expired", "stopped"};

/// Whether a name holds one of the words, from the begin of a word of its own on.
bool hints_at(std::string_view name, std::span<const std::string_view> words);

/// Whether a name is one of ids: `customer_id`, `Order ID`, `ResponseId`, `uuid`.
bool is_name_of_id(std::string_view name);

}  // namespace cxm

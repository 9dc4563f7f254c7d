#pragma once

#include <string>
#include <string_view>

namespace cxm {

/// What parts cells, and whole numbers from decimals, in the CSV that Excel opens in a country.
struct excel_form {
    std::string_view region;  ///< `fr`, as --excel takes it
    char separator;
    char decimal;
};

inline constexpr excel_form excel_forms[] = {{"en", ',', '.'}, {"fr", ';', ','}};

/// What an Excel file of text begins with, so that letters with accents are read as UTF-8.
inline constexpr std::string_view excel_mark = "\xef\xbb\xbf";

/// CSV of ours, whole lines of it, as Excel opens it there: numbers outside quotes get the decimal mark, lines end in
/// CRLF. Texts written for Excel are in quotes where they would be taken for decimals.
std::string for_excel(std::string_view csv, const excel_form& form);

}  // namespace cxm

// fmt, compiled here and once where the system has it as a shared library alone, which a static program cannot use.
// Header-only, it would cost every file that formats three seconds. The instances are those of fmt's own source that
// the program needs; format.h declares them extern.

// Powers of ten in full: a third less time for each number of 17 digits.
#define FMT_USE_FULL_CACHE_DRAGONBOX 1
#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {

template FMT_API auto dragonbox::to_decimal(double) noexcept -> dragonbox::decimal_fp<double>;
template FMT_API auto thousands_sep_impl(locale_ref) -> thousands_sep_result<char>;
template FMT_API auto decimal_point_impl(locale_ref) -> char;
template FMT_API void buffer<char>::append(const char*, const char*);
#if FMT_VERSION >= 100000 && FMT_VERSION < 110000
template FMT_API void vformat_to(buffer<char>&, string_view, vformat_args<>::type, locale_ref);
#endif

}  // namespace detail
FMT_END_NAMESPACE

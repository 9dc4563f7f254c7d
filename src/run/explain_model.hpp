#pragma once

#include "run/command.hpp"

namespace cxm {

/// The models that have a page: those that forecast, and those that divide credit.
choices words_of_models();

/// Whether the arguments of `cxm explain` name one of them, as bgnbd.
bool names_model(const arguments& given);

/// Throws bad_usage where they name what is nearly a model and no metric, nor nearly one.
void refuse_misspelt_model(const arguments& given);

/// `cxm explain MODEL`
int run_explain_model(const arguments& given, const streams& io);

}  // namespace cxm

#include <stdexcept>

#include "reference/checks.hpp"

using namespace cxm;

namespace {

using rc = reference_case;

proportion group(const rc& c, const char* x, const char* n) { return {c[x], c[n]}; }
proportion a_of(const rc& c) { return group(c, "x_a", "n_a"); }
proportion b_of(const rc& c) { return group(c, "x_b", "n_b"); }

void check_difference_limits(rc& c) {
    const bool newcombe_asked = c.text("method") == "newcombe";
    c.check("difference", share_difference(a_of(c), b_of(c), c.level()).estimate);
    check_limits(
        c, newcombe_asked ? newcombe(a_of(c), b_of(c), c.level()) : miettinen_nurminen(a_of(c), b_of(c), c.level()));
}

void check_ratio_limits(rc& c) {
    const double ratio = share_ratio(a_of(c), b_of(c), c.level()).estimate.value();
    c.check("ratio", ratio);
    c.check("relative_lift", ratio - 1);
    const bool koopman_asked = c.text("method") == "koopman";
    check_limits(c, koopman_asked ? koopman(a_of(c), b_of(c), c.level())
                                  : miettinen_nurminen_ratio(a_of(c), b_of(c), c.level()));
}

void check_test(rc& c) {
    const std::string test = c.text("test");
    if (c.status() == "undefined") {
        CHECK_THROWS_AS(pooled_z_test(a_of(c), b_of(c)), std::invalid_argument);
        return;
    }
    if (test == "fisher") {
        c.check("p_value", fisher_exact(a_of(c), b_of(c)));
        return;
    }
    const z_test made = test == "z_pooled" ? pooled_z_test(a_of(c), b_of(c)) : n_minus_1_test(a_of(c), b_of(c));
    c.check("z", made.z.value());
    c.check("p_value", made.p);
}

void check_sizes(rc& c) {
    const group_sizes made =
        sample_for_difference(c["p_a"], c["p_b"], c["power"], 1 - c["alpha"], c["ratio_a_to_b"]).value();
    c.check("n_a_exact", made.a);
    c.check("n_b_exact", made.b);
    c.check("n_a", std::ceil(made.a));
    c.check("n_b", std::ceil(made.b));
}

void check_detectable(rc& c) {
    const double made =
        detectable_share(c["p_a"], c["n_per_group"], c["n_per_group"], c["power"], 1 - c["alpha"]).value();
    c.check("p_b", made);
    c.check("absolute", made - c["p_a"]);
    c.check("relative", made / c["p_a"] - 1);
}

void check_adjusted(rc& c) {
    const auto p = c.list("p");
    const auto made = c.text("method") == "holm" ? holm(p) : benjamini_hochberg(p);
    c.check_all("adjusted", made);
}

}  // namespace

TEST_CASE("comparisons of two groups are those of the reference") {
    check_topic("two_proportions", {
                                       {"ab_diff_ci", check_difference_limits},
                                       {"ab_ratio_ci", check_ratio_limits},
                                       {"ab_test", check_test},
                                       {"ab_sample_size", check_sizes},
                                       {"ab_mde", check_detectable},
                                       {"p_adjust", check_adjusted},
                                   });
}

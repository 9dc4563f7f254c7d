#!/usr/bin/env python3
"""lifetimes_peer.py MODEL FILE END: what `cxm customers` does, by lifetimes: reads orders (customer_id, date), fits bgnbd or
pareto to those up to END, and prints the parameters and the purchases that it expects, and that there were, after END."""
import sys

import pandas
from lifetimes import BetaGeoFitter, ParetoNBDFitter
from lifetimes.utils import calibration_and_holdout_data


def main():
    model, file, end = sys.argv[1:]
    rows = pandas.read_csv(file, dtype={"customer_id": str})
    last = rows["date"].max()
    known = calibration_and_holdout_data(rows, "customer_id", "date", calibration_period_end=end,
                                         observation_period_end=last, freq="D")
    x, t_x, T = known["frequency_cal"], known["recency_cal"] / 7, known["T_cal"] / 7
    fitter = BetaGeoFitter() if model == "bgnbd" else ParetoNBDFitter()
    fitter.fit(x, t_x, T)
    ahead = float(known["duration_holdout"].iloc[0]) / 7
    expected = fitter.conditional_expected_number_of_purchases_up_to_time(ahead, x, t_x, T)
    print(*(f"{value:.4g}" for value in fitter.params_), f"{expected.sum():.1f}", int(known["frequency_holdout"].sum()))


if __name__ == "__main__":
    main()

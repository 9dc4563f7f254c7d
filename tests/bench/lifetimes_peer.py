#!/usr/bin/env python3
"""lifetimes_peer.py MODEL FILE END: what `cxm customers` does, by lifetimes: reads orders (customer_id, date), fits bgnbd or
pareto to those up to END, and prints the parameters and the purchases that it expects, and that there were, after END."""
import sys

import pandas
from lifetimes import BetaGeoFitter, ParetoNBDFitter
from lifetimes.utils import summary_data_from_transaction_data


def main():
    model, file, end = sys.argv[1:]
    rows = pandas.read_csv(file, dtype={"customer_id": str})
    known = summary_data_from_transaction_data(rows, "customer_id", "date", observation_period_end=end, freq="D")
    x, t_x, T = known["frequency"], known["recency"] / 7, known["T"] / 7
    fitter = BetaGeoFitter() if model == "bgnbd" else ParetoNBDFitter()
    fitter.fit(x, t_x, T)
    ahead = (pandas.Timestamp(rows["date"].max()) - pandas.Timestamp(end)).days / 7
    expected = fitter.conditional_expected_number_of_purchases_up_to_time(ahead, x, t_x, T)
    later = rows[(rows["date"] > end) & rows["customer_id"].isin(known.index)].drop_duplicates(["customer_id", "date"])
    print(*(f"{value:.4g}" for value in fitter.params_), f"{expected.sum():.1f}", len(later))


if __name__ == "__main__":
    main()

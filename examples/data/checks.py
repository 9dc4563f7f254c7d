"""What must hold of the records of this folder, and of the story that shop.csv tells."""

SHARES = [  # numerators, denominators: the first may not exceed the second
    ("customers_lost", "customers_start"), ("customers_returning", "customers_active"),
    ("customers_referred", "customers_new"), ("csat_satisfied", "csat_answers"),
    ("promoters passives detractors", "surveys_sent"), ("clicks", "impressions"),
    ("emails_opened", "emails_delivered"), ("conversions", "visitors"), ("carts_purchased", "carts"),
    ("leads_qualified", "leads"), ("items_returned", "items_sold"), ("tickets_resolved", "tickets"),
]


def check_records(records):
    for r in records:
        for parts, whole in SHARES:
            if all(name in r for name in [*parts.split(), whole]):
                assert sum(r[part] for part in parts.split()) <= r[whole], (r, parts, whole)
        if "customers_end" in r:
            assert r["customers_start"] + r["customers_new"] - r["customers_lost"] == r["customers_end"], r
        for name, scale in (("csat", 5), ("effort", 7)):
            if f"{name}_points_squared" in r:
                n, points, squares = (r[f"{name}_{what}"] for what in ("answers", "points", "points_squared"))
                assert n <= points <= scale * n and points * points <= n * squares <= n * scale * points, r


def check_story(records):
    every = list(dict.fromkeys(r["segment"] for r in records))
    for before, after in zip(records, records[len(every):]):
        assert before["segment"] == after["segment"] and before["customers_end"] == after["customers_start"]

    def quarter(name, segments):
        year, number = name.split("-Q")
        months = [f"{year}-{m:02}" for m in range(3 * int(number) - 2, 3 * int(number) + 1)]
        rows = [r for r in records if r["period"] in months and r["segment"] in segments]
        total = lambda key: sum(r[key] for r in rows)
        start = sum(r["customers_start"] for r in rows if r["period"] == months[0])
        heard = total("promoters") + total("passives") + total("detractors")
        return dict(churn=total("customers_lost") / start, nps=100 * (total("promoters") - total("detractors")) / heard,
                    tickets=total("tickets") / start)

    names = [f"{year}-Q{q}" for year in (2023, 2024) for q in (1, 2, 3, 4)]
    for segments in [[s] for s in every] + [every]:
        by_quarter = {name: quarter(name, segments) for name in names}
        assert max(names, key=lambda name: by_quarter[name]["churn"]) == "2024-Q2", by_quarter
        assert min(names, key=lambda name: by_quarter[name]["nps"]) == "2024-Q2", by_quarter
        assert max(names, key=lambda name: by_quarter[name]["tickets"]) == "2024-Q2", by_quarter
        first, last = by_quarter["2023-Q1"], by_quarter["2024-Q4"]
        every_segment_better = len(segments) == 1   # and the total worse: the mix has moved
        assert (last["churn"] < first["churn"]) == every_segment_better, by_quarter
        assert (last["nps"] > first["nps"]) == every_segment_better, by_quarter

    def fall(segment, key):
        return quarter("2024-Q2", [segment])[key] - quarter("2024-Q1", [segment])[key]
    assert max(every, key=lambda s: fall(s, "churn")) == min(every, key=lambda s: fall(s, "nps")) == "starter"

"""The raw rows of Fernhill Tea: survey answers, subscriptions and web events, each as the text of its file."""
import csv
import datetime
import io
import json

COUNTRIES = ["DE", "FR", "GB", "NL", "US"]
PRAISE = ["Lovely oolong, thank you", "Arrived a day early", "The \"Fernhill Morning\" is the best tea I know",
          "Great value, great taste, great people", "My parents ordered too", "Schöne Verpackung, guter Tee"]
SHRUGS = ["Fine", "Good tea, slow parcel", "It is \"ok\", no more", "Would like smaller packs,\nor a sampler",
          "Nice, but the site is slow"]
COMPLAINTS = ["Too expensive since April", "Cancelled twice, still charged", "Support said \"tomorrow\", then nothing",
              "Parcel was open.\nTea was damp,\nbox was torn", "Prix trop élevé, qualité en baisse"]
PLANS = {"free": (0.30, 0.34), "basic": (0.44, 0.22), "pro": (0.60, 0.12)}   # promoters, detractors


def table(header, rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return out.getvalue()


def moment(draw, first, days):
    return datetime.datetime.combine(first, datetime.time()) + datetime.timedelta(seconds=draw.below(days * 86400))


def survey(draw, n=600):
    """January to June 2024. A partial answer stops somewhere on the way: score, then rating, then effort, comment."""
    times = sorted(moment(draw, datetime.date(2024, 1, 1), 182) for _ in range(n))
    rows = []
    for number, time in enumerate(times, 1):
        plan = draw.pick(list(PLANS), (4, 4, 2))
        promoter, detractor = PLANS[plan]
        if time.month >= 4:
            promoter, detractor = promoter - 0.07, detractor + 0.09
        kind = draw.pick("+=-", (promoter, 1 - promoter - detractor, detractor))
        score = draw.pick(*{"+": ((9, 10), (4, 5)), "=": ((7, 8), (4, 5)),
                            "-": (range(7), (3, 1, 2, 2, 3, 5, 6))}[kind])
        rating = draw.pick(range(1, 6), {"+": (0, 1, 2, 14, 18), "=": (1, 3, 9, 14, 4), "-": (8, 9, 8, 3, 1)}[kind])
        effort = draw.pick(range(1, 8), {"+": (1, 1, 2, 3, 6, 9, 9), "=": (1, 2, 4, 6, 7, 5, 2),
                                         "-": (5, 6, 6, 4, 3, 2, 1)}[kind])
        said = {"+": PRAISE, "=": SHRUGS, "-": COMPLAINTS}[kind]
        comment = said[draw.below(len(said))] if draw.uniform() < 0.4 else ""
        country = draw.pick(COUNTRIES, (9, 5, 4, 3, 3))
        spend = 0 if plan == "free" else draw.near(2900 if plan == "basic" else 6400, 0.3)
        cells = [score, rating, effort, comment]
        complete = draw.uniform() < 0.86
        if not complete:
            given = draw.below(4)
            cells = cells[:given] + [""] * (4 - given)
        rows.append([number, time.isoformat() + "Z", plan, country, "complete" if complete else "partial", *cells,
                     f"{spend // 100}.{spend % 100:02}"])
    return table("id answered_at plan country status score rating effort comment spend".split(), rows)


def subscriptions(draw, n=400):
    """One stay a row, 2023 to 2024; those who signed up earlier carry dates of 2022. Blank cancel_date: still here."""
    rows = []
    last = datetime.date(2024, 12, 31)
    monthly_churn = {"starter": 0.06, "plus": 0.035, "pro": 0.018}
    for number in range(1, n + 1):
        at = draw.uniform()
        sign_up = datetime.date(2022, 7, 1) + datetime.timedelta(days=int(at * 900))
        plan = draw.pick(list(monthly_churn), (0.2 + 0.5 * at, 0.35, 0.45 - 0.4 * at))
        cancel = sign_up
        while True:
            cancel += datetime.timedelta(days=20 + draw.below(21))
            dearer = plan == "starter" and (cancel.year, cancel.month) in ((2024, 4), (2024, 5), (2024, 6))
            if cancel > last or draw.uniform() < monthly_churn[plan] * (2 if dearer else 1):
                break
        rows.append((sign_up, f"C{number:04}", plan, cancel))
    return table(["customer_id", "plan", "signup_date", "cancel_date"],
                 [[who, plan, start, "" if end > last else end] for start, who, plan, end in rows
                  if end >= datetime.date(2023, 1, 1)])


def events(draw, n=500):
    """The web shop in the first quarter of 2024: visits, of which some reach the cart, of which some buy."""
    country = {f"U{number:03}": draw.pick(COUNTRIES, (9, 5, 4, 3, 3)) for number in range(1, 161)}
    rows = []
    while len(rows) < n:
        user = f"U{1 + draw.below(len(country)):03}"
        time = moment(draw, datetime.date(2024, 1, 1), 91) - datetime.timedelta(minutes=30)
        time = max(time, datetime.datetime(2024, 1, 1))
        for event, share in (("visit", 1), ("cart", 0.36), ("buy", 0.42)):
            if draw.uniform() >= share:
                break
            amount = {"amount": draw.near(3100, 0.35) / 100} if event == "buy" else {}
            rows.append({"ts": time.isoformat() + "Z", "event": event,
                         "user": {"id": user, "country": country[user]}, **amount})
            time += datetime.timedelta(seconds=40 + draw.below(600))
    return "".join(json.dumps(row) + "\n" for row in sorted(rows, key=lambda row: row["ts"]))

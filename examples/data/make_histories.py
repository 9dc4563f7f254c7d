"""Histories of the customers of Fernhill Tea: orders, and touches of its advertising, each as the text of its file."""
import datetime

from make_raw import moment, table

CHANNELS = ["email", "search", "social", "direct"]


def euros(cents):
    return f"{cents // 100}.{cents % 100:02}"


def month_start(number):
    return datetime.date(2024 + number // 12, number % 12 + 1, 1)


def days_in(number):
    return (month_start(number + 1) - month_start(number)).days


def orders(draw):
    """2024. Who came for a gift, in November and December, comes back half as often as the others."""
    rows, customers = [], 0
    for first in range(12):
        gifts = first >= 10
        for _ in range(draw.near(26 if gifts else 14, 0.15)):
            customers += 1
            who = f"C{customers:03}"
            start = moment(draw, month_start(first), days_in(first))
            times = [start]
            for month in range(first, 12):
                back = (0.44 - 0.02 * (month - first)) * (0.5 if gifts else 1)
                if month > first and draw.uniform() < back:
                    times.append(moment(draw, month_start(month), days_in(month)))
                elif month == first and draw.uniform() < 0.12:
                    times.append(start + (datetime.datetime.combine(month_start(first + 1), datetime.time()) - start) / 2)
            for time in times:
                lines = 2 if draw.uniform() < 0.1 else 1
                rows += [(time.replace(microsecond=0), who, draw.near(2600, 0.3)) for _ in range(lines)]
    rows.append((datetime.datetime(2024, 12, 31, 18, 5, 0), "C001", 2450))
    rows.sort()
    numbers = {}
    return table("order_id customer_id ordered_at amount".split(),
                 [[numbers.setdefault((time, who), f"O{len(numbers) + 1:04}"), who, time.isoformat() + "Z", euros(cents)]
                  for time, who, cents in rows])


def touches(draw, n=260):
    """January to March 2024. Social media begin the ways of many; direct visits end those that lead to an order."""
    rows = []
    for number in range(1, n + 1):
        who = f"U{number:03}"
        time = moment(draw, datetime.date(2024, 1, 1), 70)
        path = [draw.pick(CHANNELS, (2, 3, 6, 2))]
        while len(path) < 5 and draw.uniform() < 0.55:
            path.append(draw.pick(CHANNELS, (4, 4, 1, 3)))
        buys = draw.uniform() < 0.16 + 0.1 * len(set(path)) + 0.1 * ("email" in path)
        if buys and draw.uniform() < 0.5:
            path.append("direct")
        for channel in path:
            rows.append((time, who, channel, "visit", ""))
            time += datetime.timedelta(seconds=3600 + draw.below(4 * 86400))
        if buys:
            rows.append((time, who, "", "buy", euros(draw.near(3100, 0.35))))
    rows += [(moment(draw, datetime.date(2024, 2, 1), 50), f"V{number:02}", "", "buy", euros(draw.near(3100, 0.35)))
             for number in range(1, 7)]
    rows.sort()
    return table("user at channel event amount".split(),
                 [[who, time.replace(microsecond=0).isoformat() + "Z", channel, event, amount]
                  for time, who, channel, event, amount in rows])


COSTS = table(["channel", "cost"], [["email", "180.00"], ["search", "940.00"], ["social", "760.00"]])


def check_histories(order_rows, touch_rows):
    """What the page says of these files: gifts bring fewer back, social media begin and direct visits end."""
    months = {}
    for row in order_rows:
        months.setdefault(row["customer_id"], set()).add(row["ordered_at"][:7])
    back = {month: [min(m) == month and len(m) > 1 for m in months.values() if min(m) == month]
            for month in ("2024-10", "2024-11")}
    assert sum(back["2024-11"]) / len(back["2024-11"]) < sum(back["2024-10"]) / len(back["2024-10"])
    paths = {}
    for row in touch_rows:
        paths.setdefault(row["user"], []).append(row["channel"])
    bought = [path[:-1] for path in paths.values() if path[-1] == "" and len(path) > 1]
    count = lambda place, channel: sum(path[place] == channel for path in bought)
    assert count(0, "social") > count(-1, "social") and count(-1, "direct") > count(0, "direct")

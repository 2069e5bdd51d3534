"""The seven files, with the small flaws that real exports have."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import numpy as np

from maker.clock import DAY, DAYS, Flags, Ints, date_text, minute_text, second_text, stream
from maker.feedback import make_feedback
from maker.lives import Lives, make_lives
from maker.orders import Orders, make_orders
from maker.people import People, make_people
from maker.reviews import Reviews, make_reviews
from maker.survey import TOUCHPOINTS, Candidates, make_candidates
from maker.tickets import CUT, Tickets, make_tickets
from maker.truths import DRIVER_WEIGHTS
from maker.visits import Visits, make_visits

REPEATED = {"survey": 8, "transactions": 12}  # rows that stand twice
NAMELESS = {"survey": 15, "transactions": 10}  # rows without a customer
ELSEWHERE = ("Web", "Messaging", "Email")

Rows = list[list[str]]


def _csv(header: Sequence[str], rows: Rows) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def _numbered(letter: str, count: int, width: int) -> list[str]:
    return [f"{letter}{number:0{width}d}" for number in range(1, count + 1)]


def _columns(*columns: Sequence[str]) -> Rows:
    return [list(row) for row in zip(*columns, strict=True)]


def _filled(scores: Ints) -> list[str]:
    return ["" if score < 0 else str(score) for score in scores.tolist()]


def _flawed(name: str, rows: Rows, customer: int, may_be_nameless: Ints) -> Rows:
    """A few rows lose their customer, and a few stand twice in a row."""
    rng = stream(f"flaws of {name}")
    for row in rng.choice(may_be_nameless, NAMELESS[name], replace=False):
        rows[row][customer] = ""
    twice = set(rng.choice(len(rows), REPEATED[name], replace=False).tolist())
    return [row for place, row in enumerate(rows) for _ in range(2 if place in twice else 1)]


def _customers(people: People) -> bytes:
    header = "customer_id signup_date country city segment plan acquisition_channel language"
    rows = _columns(
        people.ids,
        date_text(people.signup),
        people.country,
        people.city,
        people.segment,
        people.plan,
        people.acquisition,
        people.language,
    )
    return _csv(header.split(), rows)


def _subscriptions(people: People, lives: Lives) -> bytes:
    header = "customer_id plan monthly_fee started_on ended_on cancel_reason"
    over = lives.ended < DAYS
    ended = date_text(np.minimum(lives.ended, DAYS))
    rows = _columns(
        [people.ids[i] for i in lives.customer],
        [people.plan[i] for i in lives.customer],
        [f"{fee:.2f}" for fee in lives.fee],
        date_text(lives.started),
        [date if done else "" for date, done in zip(ended, over, strict=True)],
        lives.reason,
    )
    return _csv(header.split(), rows)


def _transactions(people: People, orders: Orders) -> bytes:
    header = "order_id customer_id ordered_at product_category quantity amount"
    rows = _columns(
        _numbered("O", len(orders.customer), 5),
        [people.ids[i] for i in orders.customer],
        minute_text(orders.minute),
        orders.category,
        [str(number) for number in orders.quantity.tolist()],
        [f"{amount:.2f}" for amount in orders.amount],
    )
    return _csv(header.split(), _flawed("transactions", rows, 1, np.arange(len(rows))))


def _kept(answers: Candidates, active: Flags) -> Flags:
    """Answers of people who were subscribed then and when what they speak of happened."""
    return (
        active[answers.customer, answers.minute // DAY] & active[answers.customer, answers.origin]
    )


def _channels(answers: Candidates) -> list[str]:
    rng = stream("channels")
    other = rng.choice(len(ELSEWHERE), size=len(answers.app), p=(0.5, 0.3, 0.2))
    return ["App" if app else ELSEWHERE[i] for app, i in zip(answers.app, other, strict=True)]


def _survey(people: People, answers: Candidates, active: Flags) -> bytes:
    header = "response_id customer_id answered_at touchpoint channel region nps csat ces"
    ratings = [f"{name}_rating" for name in DRIVER_WEIGHTS]
    keep = _kept(answers, active)
    comments, channels = make_feedback(people, answers, keep), _channels(answers)
    kept = np.flatnonzero(keep)
    order = kept[np.argsort(answers.minute[kept], kind="stable")]
    customer = answers.customer[order]
    rows = _columns(
        _numbered("R", len(order), 5),
        [people.ids[i] for i in customer],
        minute_text(answers.minute[order]),
        [TOUCHPOINTS[i] for i in answers.touchpoint[order]],
        [channels[i] for i in order],
        [people.region[i] for i in customer],
        _filled(answers.nps[order]),
        _filled(answers.csat[order]),
        _filled(answers.ces[order]),
        *(_filled(column) for column in answers.drivers[order].T),
        [comments[i] for i in order],
    )
    _, first = np.unique(customer, return_index=True)
    return _csv(
        [*header.split(), *ratings, "comment"],
        _flawed("survey", rows, 1, np.setdiff1d(np.arange(len(rows)), first)),
    )


def _tickets(people: People, tickets: Tickets, active: Flags) -> bytes:
    header = (
        "ticket_id customer_id created_at first_reply_at solved_at channel category agent_group"
        " reopened"
    )
    kept = np.flatnonzero(active[tickets.customer, tickets.created // DAY])
    order = kept[np.argsort(tickets.created[kept], kind="stable")]
    replied, solved = tickets.replied[order], tickets.solved[order]
    replies, solutions = minute_text(np.minimum(replied, CUT)), minute_text(np.minimum(solved, CUT))
    rows = _columns(
        _numbered("T", len(order), 5),
        [people.ids[i] for i in tickets.customer[order]],
        minute_text(tickets.created[order]),
        [text if minute < CUT else "" for text, minute in zip(replies, replied, strict=True)],
        [text if minute < CUT else "" for text, minute in zip(solutions, solved, strict=True)],
        [tickets.channel[i] for i in order],
        [tickets.category[i] for i in order],
        [_agents(people.country[tickets.customer[i]], bool(tickets.night[i])) for i in order],
        [str(int(tickets.reopened[i])) if tickets.solved[i] < CUT else "" for i in order],
    )
    return _csv(header.split(), rows)


def _agents(country: str, night: bool) -> str:
    if night:
        return "Night team"
    return "Jakarta team" if country == "Indonesia" else "Kuala Lumpur team"


def _events(people: People, visits: Visits) -> bytes:
    header = "customer_id happened_at event session_id shown clicked"
    shows = visits.shown >= 0
    rows = _columns(
        [people.ids[i] for i in visits.customer],
        second_text(visits.second),
        visits.event,
        [f"S{number + 1:05d}" for number in visits.session.tolist()],
        _filled(visits.shown),
        _filled(np.where(shows, visits.clicked, -1)),
    )
    return _csv(header.split(), rows)


def _comments(people: People, reviews: Reviews) -> bytes:
    header = "review_id customer_id written_at rating text source"
    rows = _columns(
        _numbered("V", len(reviews.minute), 4),
        ["" if i < 0 else people.ids[i] for i in reviews.known.tolist()],
        minute_text(reviews.minute),
        [str(stars) for stars in reviews.stars.tolist()],
        reviews.text,
        reviews.source,
    )
    return _csv(header.split(), rows)


def make_files() -> dict[str, bytes]:
    """The content of each file by its name."""
    people = make_people()
    orders, tickets = make_orders(people), make_tickets(people)
    answers = make_candidates(people, orders, tickets)
    lives = make_lives(people, answers)
    return {
        "customers.csv": _customers(people),
        "survey.csv": _survey(people, answers, lives.active),
        "transactions.csv": _transactions(people, orders),
        "subscriptions.csv": _subscriptions(people, lives),
        "events.csv": _events(people, make_visits(lives.active)),
        "tickets.csv": _tickets(people, tickets, lives.active),
        "comments.csv": _comments(people, make_reviews(people)),
    }

"""A small labelled set of our own: what has to go, and what has to stay."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.text.privacy import redact
from tests.text.reading import arrow, comments_of

HIDE = {
    "email": [
        "mail me at siti.aminah@example.co.id please",
        "budi+shop@example.com never answered",
        "EMAIL: JOHN_DOE99@MAIL.EXAMPLE.ORG",
        "write to ana(at)example(dot)com",
        "kontak saya di rini@example.id.",
        "(agus@example.my)",
    ],
    "phone": [
        "hubungi saya 081234567890",
        "wa ke 0812-3456-7890 ya",
        "WA: +62 812 3456 7890",
        "call +6281234567890 now",
        "6281234567890 nomor saya",
        "tel 012-345 6789",
        "my number is +60 12-345 6789",
        "+60123456789",
        "60123456789 ni no saya",
        "telepon kantor (021) 555-0123",
        "021 5550123",
        "03-8888 1234 tak jawab",
        "ring 07700 900123",
        "0044 7700 900123",
        "+44 (0)7700 900123",
        "call me on 020 7946 0018",
    ],
    "link": [
        "see https://example.com/a?b=c",
        "www.example.co.id jelek",
        "http://shop.example/123",
        "beli di contohtoko.com aja",
        "wa.me/628123456789",
    ],
    "card": [
        "card 4111 1111 1111 1111 was charged twice",
        "4111111111111111",
        "4111-1111-1111-1111",
        "amex 3782 822463 10005",
        "IC saya 900101-14-5678",
        "npwp 01.234.567.8-901.000",
        "nik 3174012345678901",
        "ktp: 3174 0123 4567 8901",
    ],
    "handle": ["dm @siti_99", "cc @BrandHelp!", "tanya @toko.bagus aja", "(@agus)"],
}
KEEP = [
    "I waited 45 minutes on 12/05/2024",
    "harga Rp 1.250.000 terlalu mahal",
    "RM1,299.90 for this",
    "order 12345678 not here",
    "invoice INV-2024-00123",
    "from 2019 to 2024",
    "2024-05-12 10:30",
    "buka 08.00-17.00",
    "rated 10/10 5 stars",
    "size 38-40-42",
    "version 2.10.3 crashes",
    "100 000 000 rupiah",
    "jam 07.30 sampai 09.45",
    "lantai 3 kamar 1205",
    "the 4x4 was 1500 cc",
    "3-4 hari baru sampai",
    "50% off, 2 for 1",
    "antrian nomor 0123",
    "12.5 kg at 20.000 each",
    "email customer service never answers",
    "their website is slow",
    "at 10 am @ the counter",
    "e.g. the app",
    "ok.terima kasih",
    "bagus.id card diminta",
    "between 2020-2021 and 2022-2023",
    "suhu -10 sampai +35 derajat",
    "resi 1234567890",
    "good.my order came",
    "1 2 3 4 5 6 7",
]


def test_recall_and_precision_on_the_labelled_set():
    hidden = [text for texts in HIDE.values() for text in texts]
    found = redact(arrow([*hidden, *KEEP]))
    missed = [t for t, hit in zip(hidden, found.changed[: len(hidden)], strict=True) if not hit]
    wrong = [t for t, hit in zip(KEEP, found.changed[len(hidden) :], strict=True) if hit]
    recall = 1 - len(missed) / len(hidden)
    precision = (len(hidden) - len(missed)) / (len(hidden) - len(missed) + len(wrong))
    shown = f"recall {recall:.3f}, precision {precision:.3f}; missed {missed}; wrong {wrong}"
    assert recall >= 0.97, shown
    assert precision >= 0.90, shown


@pytest.mark.parametrize("kind", HIDE)
def test_nothing_of_it_is_left(kind):
    found = redact(arrow(HIDE[kind])).texts.to_pylist()
    left = [text for text in found if sum(sign.isdigit() for sign in text) > 4 or "@" in text]
    assert left == []
    assert all("[hidden-" in text for text in found)


def test_two_numbers_in_a_row_are_both_hidden():
    (text,) = redact(arrow(["081234567890 081298765432 @a_b @c_d"])).texts.to_pylist()
    assert not any(sign.isdigit() for sign in text)
    assert "@" not in text


def test_comments_say_in_how_many_something_was_hidden():
    read = comments_of(["a@example.com b@example.com", "call 081234567890", "fine"])
    assert (read.hidden["email"], read.hidden["phone"]) == (1, 1)
    assert read.text.to_pylist()[2] == "fine"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_passes_and_hiding_twice_changes_nothing(texts):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        once = redact(arrow(texts)).texts
    assert len(once) == len(texts)
    assert redact(once).texts.equals(once)

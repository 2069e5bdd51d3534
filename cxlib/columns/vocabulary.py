"""What a column's name says that it means, by English, Indonesian and Malay words.

A phrase fits a column's name if its words stand in it in this order, side by side; the whole name
counts more than a part of it. Whole questions are known by words that stand anywhere in them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache

from cxlib.columns import english, indonesian, malay

SENTENCE = 4
"""A name of so many words, or with a question mark, is read as a question."""
LONGEST = 5
"""Words of the longest phrase that is looked for inside a name."""
KEYS = frozenset({"customer", "order", "ticket", "session", "response"})
"""Roles whose columns identify something."""

_NOISE = frozenset(
    "utc gmt wib wita wit myt sgt usd idr myr sgd eur gbp aud rp rm the a an of your our my this "
    "please local optional required dd mm yyyy hh ss dalam untuk anda yang oleh bagi".split()
)
"""Words that change nothing about a name's meaning."""

_ATTRIBUTES = frozenset(
    "type status date time at count total amount value category segment city country state region "
    "province age gender sex tier plan level note notes phone address group since subject score "
    "satisfaction effort service support channel source priority url link tags currency language "
    "rating zip postcode postal code lifetime spend orders reason size title industry birth dob "
    "income education job role length sentiment created first last tenure experience feedback "
    "comment comments discount shipping tax fee method risk website description stage flag is "
    "has shipped "
    "tanggal tarikh tgl jumlah jenis alamat kota bandar negara negeri provinsi umur usia jantina "
    "kelamin tipe telepon telefon kategori waktu masa kepuasan usaha layanan catatan harga "
    "saluran sejak lahir tempoh lama kurir phone telp tel hp mobile telephone whatsapp wa ip owner "
    "agent manager".split()
)
"""Words beside an identifier's name that make it something about it: "order status"."""
_VAGUE = frozenset("id number no key name nama nomor bil uuid code kode kod phone".split())
"""Words that identify nothing as a part of a name."""
_NAMED = frozenset({"name", "nama", "email", "emel", "surel", "username"})

_BARRED: dict[str, frozenset[str]] = {
    role: frozenset(barred.split())
    for role, barred in {
        "amount": "id no number count date type currency method discount tax shipping refund "
        "refunded status fee time name code weight points items qty quantity diskon ongkos ongkir "
        "kirim pajak cukai penghantaran potongan barang produk unit responden jawaban berat "
        "outstanding "
        "deposit payout cashback",
        "price": "id date type currency compare shipping method status original plan",
        "quantity": "id date type price amount total harga sold available returned",
        "product": "id count price url image rating type version weight quantity interface option "
        "discount qty harga jumlah",
        "fee": "discount tax shipping refund date id status type currency total",
        "plan": "date price amount currency status interval id",
        "nps": "date comment reason category group segment type id bucket feedback why question "
        "text "
        "kategori alasan komentar sebab komen answered",
        "csat": "date comment reason category group segment type id question text label why "
        "kategori "
        "alasan komentar sebab komen",
        "ces": "date comment reason category group segment type id question text kategori alasan",
        "rating": "count id date number total comment reason url image text votes average age "
        "content "
        "kategori helpful",
        "comment": "id count date length sentiment type status category label tags rating url "
        "author "
        "by score kategori language likes number created",
        "text": "id count date length sentiment type status category label tags rating url "
        "author by "
        "score reply developer agent internal language time kategori tanggal tarikh likes balasan "
        "penjual number title link name nama created",
        "event": "count id time date timestamp at value revenue category index label source key "
        "params "
        "duration total number tanggal waktu masa tarikh",
        "answered": "invited sent birth lahir dob updated modified purchase order visit id flag "
        "status "
        "type start count",
        "ordered": "birth lahir dob updated modified shipped delivered delivery estimated due id "
        "status "
        "shipping ship cancelled cancel refunded fulfilled required expected kirim dikirim selesai "
        "deadline expiry review type",
        "started": "birth lahir dob updated trial billing id type status",
        "ended": "trial billing birth id type status reason",
        "happened": "birth lahir dob updated modified expiry due signup install id",
        "created": "birth lahir dob due updated modified closed resolved solved first last id by "
        "purchase sla",
        "solved": "by time minutes hours hour id count reason code flag due sla target is",
        "first_replied": "minutes hours hour seconds mins min time duration sla id calendar "
        "business "
        "metric menit jam minit",
        "written": "birth reply replied developer updated modified last id balasan",
        "churned": "date reason score id risk at probability month predicted type tanggal tarikh "
        "alasan sebab",
        "duration": "date sla call session video contract trial remaining menit detik",
        "reason": "id",
        "weight": "unit net gross product kg lineitem total item body loss",
        "count": "discount reply word view click helpful",
        "reopened": "date at",
        "question": "count type number date",
        "answer": "id date count time type",
        "status": "id date code payment financial fulfillment time",
        "group": "id date age",
        "category": "id date sub count",
        "channel": "id date",
        "source": "id date url type version code name",
        "touchpoint": "id date",
        "changed": "id by due birth",
        "clicked": "rate date",
        "shown": "rate date",
        "observed": "id",
        "entered": "id by",
        "invited": "id by",
    }.items()
}
"""Words beside a phrase that make a name mean something else, by role."""

Phrase = tuple[str, ...]
Fits = dict[str, tuple[float, str]]


def words(name: str) -> Phrase:
    """A column's name as plain small words: accents off, camelCase and signs split."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", plain)
    spaced = re.sub(r"(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])", " ", spaced)
    return tuple(re.findall(r"[a-z]+|[0-9]+", spaced.lower()))


def _joined(said: str) -> dict[Phrase, list[tuple[str, float]]]:
    """The phrases of all languages: what each says, the surest first."""
    best: dict[Phrase, dict[str, float]] = defaultdict(dict)
    for language in (english, indonesian, malay):
        for role, weights in getattr(language, said).items():
            for weight, phrases in weights.items():
                for phrase in phrases.split("|"):
                    known = best[tuple(phrase.split())]
                    known[role] = max(weight, known.get(role, 0.0))
    return {phrase: sorted(roles.items()) for phrase, roles in best.items()}


_SAID, _ASKED = _joined("SAID"), _joined("ASKED")
_WHOLE: dict[str, list[tuple[Phrase, str, float]]] = defaultdict(list)
for _phrase, _roles in _SAID.items():
    for _role, _weight in _roles:
        _WHOLE["".join(_phrase)].append((_phrase, _role, _weight))


def fit(name: str, role: str) -> tuple[float, str]:
    """How well a column's name says that it bears a role, 0 to 1, and by which words."""
    return fits(name).get(role, (0.0, ""))


@lru_cache(maxsize=8192)
def fits(name: str) -> Fits:
    """For each role that a column's name may mean: how well, 0 to 1, and by which words."""
    every = words(name)
    have = tuple(word for word in every if word not in _NOISE) or every
    found: Fits = {}
    for phrase, role, weight in _WHOLE.get("".join(have), ()):
        _keep(found, role, weight, phrase)
    if "".join(have) not in _WHOLE and len(have) > 2 and have[0] == "q" and have[1].isdigit():
        have = have[2:]
        for phrase, role, weight in _WHOLE.get("".join(have), ()):
            _keep(found, role, weight * 0.97, phrase)
    _inside(found, have)
    if is_question(name):
        _asked(found, every)
    return found


def is_question(name: str) -> bool:
    """Whether a name is written as a question, not as a word or two."""
    return "?" in name or (len(words(name)) >= SENTENCE and name.count(" ") >= SENTENCE - 1)


def _inside(found: Fits, have: Phrase) -> None:
    """Phrases that are a part of a name, where the rest does not make it mean something else."""
    for size in range(1, min(LONGEST, len(have) - 1) + 1):
        for start in range(len(have) - size + 1):
            phrase = have[start : start + size]
            if size == 1 and (len(phrase[0]) < 2 or phrase[0] in _VAGUE):
                continue
            rest = {*have[:start], *have[start + size :]}
            for role, weight in _SAID.get(phrase, ()):
                part = _rest(role, rest) * (0.55 + 0.4 * size / len(have))
                _keep(found, role, weight * part, phrase)


def _rest(role: str, rest: set[str]) -> float:
    """What the other words of a name leave of a phrase, 0 to 1."""
    if rest & _BARRED.get(role, frozenset()):
        return 0.0
    if role in KEYS:
        if rest & _ATTRIBUTES:
            return 0.0
        return 0.7 if rest & _NAMED else 1.0
    return 1.0


def _asked(found: Fits, every: Phrase) -> None:
    for phrase, roles in _ASKED.items():
        places = iter(every)
        if all(word in places for word in phrase):
            for role, weight in roles:
                _keep(found, role, weight, phrase)


def _keep(found: Fits, role: str, score: float, phrase: Phrase) -> None:
    if score > found.get(role, (0.0, ""))[0]:
        found[role] = (score, " ".join(phrase))

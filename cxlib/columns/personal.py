"""Columns that tell who a person is: e-mails, telephones, names, addresses, numbers of cards.

A column is taken for personal where its name says so and its cells do not speak against it; e-mails
and telephones also by their cells alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from cxlib.columns.column import Column, Profile
from cxlib.columns.mapping import HASH, HIDE
from cxlib.columns.vocabulary import words

MOST = 0.6
"""Share of the values seen that have to look personal."""
FEW = 5
"""Different values from which on names and addresses are those of many."""
_MAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$")
_PHONE = re.compile(
    r"^(?:\+|00)\d[\d ().-]{6,17}\d$|^\(?0\d[\d ().-]{6,13}\d$|^\(\d{2,4}\)[\d ().-]{6,13}$"
)
_LOCAL = re.compile(r"^[+(]?\d[\d ().-]{5,17}\d$")
_CARD = re.compile(
    r"^\d[\d -]{6,22}[\dxX*]$|^[A-Z]{1,3}\d{6,10}[A-Z]?$|^[\dxX*]{4}[\dxX* -]{6,18}$"
)
_NAME = re.compile(r"^[^\W\d_][\w.'’-]*(?:,? [^\W\d_][\w.'’-]*){0,4}$")

_PHONES = frozenset(
    "phone telephone mobile telepon telefon telpon telp hp handphone whatsapp wa cellphone cell "
    "tel "
    "msisdn fax ponsel".split()
)
_NAMES = frozenset(
    "first name|last name|full name|fullname|firstname|lastname|surname|given name|family name"
    "|middle name|nickname|contact name|customer name|client name|person name|user name|buyer name"
    "|recipient name|requester name|shipping name|billing name|patient name|member name|guest name"
    "|reviewer name|author name|respondent name|your name|display name|cardholder name|card name"
    "|employee name|driver name|assignee name|agent name|owner name|subscriber name"
    "|recipient first name|recipient last name|contact full name"
    "|nama depan|nama belakang|nama lengkap|nama keluarga|nama pelanggan|nama pembeli|nama penerima"
    "|nama responden|nama pengguna|nama konsumen|nama nasabah|nama anggota|nama pasien|nama kontak"
    "|nama pelapor|nama karyawan|nama penuh|nama ahli|nama pengadu|nama pekerja".split("|")
)
_PLAIN_NAMES = frozenset("name nama reviewer author username recipient requester".split())
_ADDRESSES = frozenset("address street alamat jalan rumah".split())
_NO_ADDRESS = frozenset("ip mac web url email mail wallet type status id".split())
_CARDS = frozenset(
    "nik ktp npwp paspor passport ic mykad nric ssn iban kk sim credit creditcard card kartu kad "
    "rekening pengenalan".split()
)
_NO_CARD = frozenset(
    "type brand status country count date expiry exp tipe jenis network name score limit tarikh "
    "tanggal fee payment balance on plan swap issuer bank color theme metric".split()
)
_THINGS = frozenset(
    "product produk plan paket pelan company perusahaan syarikat account akun akaun file campaign "
    "item barang store toko kedai event feature page channel city kota country negara brand merek "
    "jenama hotel app team tim group kategori category project survey form segment tier variant "
    "variasi discount coupon voucher method column table org organization business shop sku host "
    "tag".split()
)
_FACTS = frozenset(
    "status opt count sent consent verified type marketing subscribed delivered opened open "
    "clicked bounced domain date is has at time accepts model brand service plan os version "
    "lines multiple "
    "preferred campaign subject template id code".split()
)
"""Words that make a name one of a fact about a telephone or an address."""


def personal_columns(
    profile: Profile, customers: Collection[str] = ()
) -> tuple[tuple[str, str], ...]:
    """The columns that tell who a person is, with `HIDE`, or `HASH` for a customer's.

    Args:
        profile: what the columns hold.
        customers: columns that bear the customer role, by which files are joined.
    """
    return tuple(
        sorted(
            (one.name, HASH if one.name in customers else HIDE)
            for one in profile.columns
            if _is_personal(one)
        )
    )


def _is_personal(column: Column) -> bool:
    if not column.filled:
        return False
    have = words(column.name)
    return any(
        tells(column, have) for tells in (_is_mail, _is_phone, _is_name, _is_address, _is_card)
    )


def _is_mail(column: Column, have: tuple[str, ...]) -> bool:
    del have
    return _looking(column, _MAIL) >= MOST


def _is_phone(column: Column, have: tuple[str, ...]) -> bool:
    if set(have) & _FACTS:
        return False
    if set(have) & _PHONES:
        return _looking(column, _LOCAL) >= MOST
    dated = any(column.share(one.readable) > 0.5 for one in column.dates)
    return not dated and column.distinct >= FEW and _looking(column, _PHONE) >= 0.9


def _is_name(column: Column, have: tuple[str, ...]) -> bool:
    if column.distinct < min(FEW, column.filled) or set(have) & _THINGS:
        return False
    said = " ".join(have)
    named = said in _NAMES or any(
        said.endswith(f" {one}") or said.startswith(f"{one} ") for one in _NAMES
    )
    if not named and said not in _PLAIN_NAMES:
        return False
    capitals = [value for value, _ in column.top if _NAME.match(value)]
    share = len(capitals) / len(column.top)
    if named:
        return share >= MOST
    full = sum(" " in value and value[0].isupper() for value in capitals) / len(column.top)
    return full >= MOST and column.words <= 4 and column.distinct > 0.3 * column.filled


def _is_address(column: Column, have: tuple[str, ...]) -> bool:
    said = bool(set(have) & _ADDRESSES) and not set(have) & (_NO_ADDRESS | _FACTS)
    return said and column.worded >= MOST and column.distinct >= min(FEW, column.filled)


def _is_card(column: Column, have: tuple[str, ...]) -> bool:
    said = bool(set(have) & _CARDS) and not set(have) & _NO_CARD
    return said and _looking(column, _CARD) >= MOST


def _looking(column: Column, shape: re.Pattern[str]) -> float:
    """Share of the values seen that have a shape; each value counts once."""
    meant = [value for value, _ in column.top if value not in column.nothings]
    return sum(bool(shape.match(value)) for value in meant) / len(meant) if meant else 0.0

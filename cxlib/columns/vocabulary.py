"""Words by which columns name their meaning, in English, Indonesian and Malay.

A phrase fits a column's name if its words stand in it in this order, side by side; the whole name
counts more than a part of it. Weights say how sure the words are by themselves.
"""

from __future__ import annotations

import re
import unicodedata

_SURE = 1.0
_LIKELY = 0.8
_MAYBE = 0.5

_SAID: dict[str, dict[float, str]] = {
    "answered": {
        _SURE: "answered at|answered|response date|submitted at|survey date"
        "|completed at|date answered"
        "|tanggal survei|tanggal jawaban|tarikh jawapan|tarikh tinjauan|interview date|submit date",
        _LIKELY: "submitted|responded|recorded date|end date|tanggal|tarikh"
        "|timestamp|created at|intdate",
        _MAYBE: "date|day|time|waktu|masa|created",
    },
    "nps": {
        _SURE: "nps|net promoter|netpro|nps score|likelihood to recommend|ltr|skor nps",
        _LIKELY: "recommend|recommendation|likely to recommend|promoter"
        "|rekomendasi|merekomendasikan"
        "|mengesyorkan|syor",
        _MAYBE: "score|skor|likelihood",
    },
    "csat": {
        _SURE: "csat|customer satisfaction|satisfaction score|overall satisfaction|kepuasan"
        "|kepuasan pelanggan|skor kepuasan|q 7 all|satisfaction",
        _LIKELY: "satisfied|overall|puas|overall rating|berpuas hati|keseluruhan",
        _MAYBE: "score|skor|rating|fft categorical answer",
    },
    "ces": {
        _SURE: "ces|customer effort|effort score|effort|ease of use|kemudahan|usaha pelanggan",
        _LIKELY: "ease|easy|easy to handle|mudah|usaha|kesulitan",
    },
    "rating": {
        _LIKELY: "rating|rate|score|stars|penilaian|nilai|skor|penarafan|bintang",
    },
    "customer": {
        _SURE: "customer id|customer|customer number|client id|account id|user id|userid|member id"
        "|id pelanggan|pelanggan|kode pelanggan|nomor pelanggan|id akun|no pelanggan|akaun|respnum"
        "|subscriber id|customerid|custid|cust id|donor|contact id|respondent id|person id|cust",
        _LIKELY: "client|account|user|member|subscriber|shopper|buyer|patient|akun|anggota|ahli"
        "|respondent|pembeli|pengguna|id customer",
        _MAYBE: "id|name|nama",
    },
    "comment": {
        _SURE: "comment|comments|verbatim|feedback text|open text|komentar|komen|ulasan|masukan",
        _LIKELY: "feedback|text|remarks|suggestion|alasan|catatan|saran|teks",
    },
    "weight": {_SURE: "weight|survey weight|bobot|pemberat|wt|weights|bobot survei"},
    "touchpoint": {_SURE: "touchpoint|touch point|journey stage|titik kontak|titik sentuh"},
    "channel": {_SURE: "channel|saluran|kanal", _LIKELY: "medium|platform|method"},
    "invited": {_SURE: "invited at|invited|sent at|invitation date|diundang|dijemput"},
    "ordered": {
        _SURE: "ordered at|order date|invoice date|purchase date"
        "|transaction date|purchased at|given"
        "|tanggal pesanan|tanggal transaksi|tanggal pembelian|tarikh pesanan|tarikh transaksi"
        "|tarikh pembelian|tanggal order|order time|sale date|payment date|ordered|transaction time"
        "|order purchase timestamp|tanggal beli|tarikh beli",
        _LIKELY: "date|tanggal|tarikh|timestamp|created at|waktu|purchased",
        _MAYBE: "time|day|masa",
    },
    "amount": {
        _SURE: "amount|order value|revenue|total amount|net amount|total price|order total|sales"
        "|jumlah|jumlah harga|total harga|nilai transaksi|total bayar|amaun|transaction amount"
        "|payment value|line total|grand total|jumlah bayaran|subtotal|monetary|total belanja",
        _LIKELY: "total|value|spend|spent|paid|nilai|belanja|harga total|dollars|bayar",
    },
    "quantity": {
        _SURE: "quantity|qty|units|kuantitas|kuantiti|jumlah barang|jumlah unit|bilangan",
        _LIKELY: "items|pcs|count|banyaknya",
    },
    "price": {
        _SURE: "unit price|price|harga satuan|harga|harga seunit|item price|unit cost",
    },
    "order": {
        _SURE: "order id|invoice no|invoice|order number|transaction id|invoice number|no pesanan"
        "|nomor pesanan|id pesanan|id transaksi|no transaksi|order no|receipt no|no invois|order",
        _LIKELY: "receipt|basket id|faktur|resit|bill no",
    },
    "product": {
        _SURE: "product|product category|stock code|sku|product id|item|description|produk|barang"
        "|product name|nama produk|kategori produk|item name",
        _LIKELY: "category|kategori|article",
    },
    "started": {
        _SURE: "started on|start date|started at|started|subscription start"
        "|contract start|begin date"
        "|tanggal mulai|tarikh mula|mulai|mula|signup date|subscribed at|activation date"
        "|join date|mulai langganan|started date|date joined|tanggal bergabung|mula langganan",
        _LIKELY: "start|signup|joined|created at|opened|registration date|tanggal daftar",
    },
    "ended": {
        _SURE: "ended on|end date|ended at|ended|subscription end|contract end|cancel date"
        "|cancelled at|canceled at|churn date|tanggal berakhir|tarikh tamat|berakhir|tamat"
        "|termination date|cancellation date|tanggal selesai|expiry date|tanggal berhenti",
        _LIKELY: "end|cancelled|canceled|closed at|left at|expired",
    },
    "observed": {_SURE: "observed|observed at|observation date|as of|as of date|snapshot date"},
    "duration": {
        _SURE: "duration|tenure|tenure months|lifetime|months active|lama berlangganan|durasi"
        "|tempoh|tempoh langganan|masa langganan|tenure in months|account length",
        _LIKELY: "months|weeks|days|t|week|survival time|lama|bulan",
    },
    "churned": {
        _SURE: "churned|churn|churn flag|is churned|has churned|attrition flag|attrition|exited"
        "|cancelled|berhenti|keluar|event observed|is cancelled",
        _LIKELY: "left|lost|event|e|arrest|dead|inactive",
        _MAYBE: "status",
    },
    "plan": {
        _SURE: "plan|plan tier|contract|subscription type|package|tier|paket|pelan|jenis langganan"
        "|plan name|subscription plan",
        _LIKELY: "product|contract type|membership",
    },
    "fee": {
        _SURE: "monthly fee|fee|mrr|mrr amount|monthly charges|monthly price|biaya bulanan"
        "|yuran bulanan|yuran|iuran|biaya langganan|monthly charge|subscription fee",
        _LIKELY: "charges|price|harga|biaya|amount",
    },
    "reason": {
        _SURE: "cancel reason|churn reason|reason code|reason|alasan berhenti|sebab|alasan",
    },
    "happened": {
        _SURE: "happened at|event time|event timestamp|timestamp|occurred at|waktu kejadian"
        "|masa kejadian|event date|complete timestamp|activity date|usage date",
        _LIKELY: "time|date|datetime|created at|waktu|masa|tanggal|tarikh",
    },
    "event": {
        _SURE: "event|event name|event type|action|activity|kejadian|aktivitas|aktiviti|acara"
        "|feature name|page|activity id|tindakan",
        _LIKELY: "type|screen|aksi",
    },
    "session": {_SURE: "session id|session|sesi|id sesi|visit id"},
    "shown": {_SURE: "shown|impressions|impression|ditampilkan|dipaparkan|views"},
    "clicked": {_SURE: "clicked|clicks|click|diklik|klik"},
    "created": {
        _SURE: "created at|created|submitted at|opened at|ticket created|date opened|dibuat pada"
        "|tanggal dibuat|tarikh dibuat|received at|reported at|dibuka|tarikh buka|tanggal tiket",
        _LIKELY: "submitted|opened|date|tanggal|tarikh|timestamp|start time",
    },
    "ticket": {
        _SURE: "ticket id|ticket|ticket number|case id|case number|incident id|tiket|id tiket"
        "|no tiket|nomor tiket|no kes|issue id",
        _LIKELY: "case|incident|request id|kasus|kes",
    },
    "first_replied": {
        _SURE: "first reply at|first replied|first response at|first replied at|balasan pertama"
        "|first response time at|dibalas pertama",
        _LIKELY: "replied at|responded at|dibalas|first reply|first response",
    },
    "solved": {
        _SURE: "solved at|solved|resolved at|closed at|resolved|closed|diselesaikan|selesai pada"
        "|resolution date|ditutup|tarikh selesai|tanggal selesai|closed date",
        _LIKELY: "completed at|done at|selesai|finished at",
    },
    "reopened": {_SURE: "reopened|reopen count|dibuka kembali|dibuka semula|reopens"},
    "category": {_SURE: "category|issue type|topic|kategori|jenis", _LIKELY: "type|priority"},
    "text": {
        _SURE: "text|comment|review|review text|comments|feedback|verbatim|komentar|ulasan|teks"
        "|komen|message|fft answer|feedback text|tweet|isi ulasan|pesan|mesej|comment text",
        _LIKELY: "body|content|opinion|pendapat|saran|description",
    },
    "written": {
        _SURE: "written at|review date|posted at|comment date|tanggal ulasan|tarikh ulasan",
        _LIKELY: "date|created at|tanggal|tarikh|timestamp|posted",
    },
    "source": {_SURE: "source|sumber|platform|asal", _LIKELY: "site|channel|store"},
}

Phrase = tuple[tuple[str, ...], float]


def words(name: str) -> tuple[str, ...]:
    """A column's name as plain small words: accents off, camelCase and signs split."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", plain)
    spaced = re.sub(r"(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])", " ", spaced)
    return tuple(re.findall(r"[a-z]+|[0-9]+", spaced.lower()))


PHRASES: dict[str, tuple[Phrase, ...]] = {
    role: tuple(
        (tuple(phrase.split()), weight)
        for weight, phrases in said.items()
        for phrase in phrases.split("|")
    )
    for role, said in _SAID.items()
}


def fit(name: str, role: str) -> tuple[float, str]:
    """How well a column's name says that it bears a role, 0 to 1, and by which words."""
    have = words(name)
    joined = "".join(have)
    best, by = 0.0, ""
    for phrase, weight in PHRASES.get(role, ()):
        score = weight * _cover(have, joined, phrase)
        if score > best:
            best, by = score, " ".join(phrase)
    return best, by


def _cover(have: tuple[str, ...], joined: str, phrase: tuple[str, ...]) -> float:
    """1 where the phrase is the whole name, less the smaller its part of the name is."""
    if joined == "".join(phrase):
        return 1.0
    size = len(phrase)
    inside = any(have[i : i + size] == phrase for i in range(len(have) - size + 1))
    if not inside:
        return 0.0
    share = size / len(have)
    return 0.55 + 0.4 * share if len(phrase[0]) > 1 or size > 1 else 0.0

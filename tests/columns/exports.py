"""Exports of well-known programs in small, with what each is: columns, cells and their roles.

The headers follow the programs' own exports; the cells are made up. Beside each column stand the
roles that it may bear, "|" between them; a role in brackets need not be found. These were looked at
when the words were chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

ROWS = 40
Made = tuple[list[str | None], str]
Maker = Callable[..., Made]


@dataclass(frozen=True)
class Export:
    """A file: its name, its kind, and each column's cells and roles.

    A question of a long survey is a column without cells.
    """

    name: str
    kind: str
    columns: dict[str, Made]

    @property
    def cells(self) -> dict[str, list[str | None]]:
        return {name: cells for name, (cells, _) in self.columns.items() if cells}

    @property
    def roles(self) -> dict[str, set[str]]:
        return {name: set(said.strip("()").split("|")) for name, (_, said) in self.columns.items()}


def own(prefix: str, roles: str = "") -> Made:
    """A value of its own in each row."""
    return [f"{prefix}{10427 + 31 * i}" for i in range(ROWS)], roles


def again(prefix: str, roles: str = "", *, distinct: int = 13) -> Made:
    """Values that come again."""
    return [f"{prefix}{3100 + 7 * (i * i % distinct)}" for i in range(ROWS)], roles


def days(
    roles: str = "", *, month: int = 3, form: str = "{y}-{m:02d}-{d:02d}", gaps: int = 0
) -> Made:
    """Days, written as told; every n-th is blank."""
    made = [form.format(y=2024, m=month + i % 3, d=1 + i * 5 % 28) for i in range(ROWS)]
    return [None if gaps and i % gaps == 0 else day for i, day in enumerate(made)], roles


def times(roles: str = "", *, month: int = 3, gaps: int = 0) -> Made:
    """Moments as machines write them."""
    form = "{y}-{m:02d}-{d:02d} 1{m}:{d:02d}:09"
    return days(roles, month=month, form=form, gaps=gaps)


def scores(low: int, high: int, roles: str = "", *, gaps: int = 0) -> Made:
    """Answers on a scale, the high ones more often."""
    span = high - low
    made = [str(high - (i * 7 + i // 5) % (span + 1)) for i in range(ROWS)]
    return [None if gaps and i % gaps == 0 else one for i, one in enumerate(made)], roles


def pick(values: str, roles: str = "") -> Made:
    """Some of a few values."""
    known = values.split("|")
    return [known[(i * 7 + i // 5) % len(known)] or None for i in range(ROWS)], roles


def whole(low: int, high: int, roles: str = "") -> Made:
    """Whole numbers."""
    return [str(low + i * 37 % (high - low + 1)) for i in range(ROWS)], roles


def money(roles: str = "", *, form: str = "{:.2f}", factor: float = 1.0) -> Made:
    """Sums."""
    return [form.format((12.5 + i * i * 3.7 % 240) * factor) for i in range(ROWS)], roles


_SAID = {
    "en": "the staff were kind|delivery was far too late again|I love how quick this is"
    "|could be cheaper for what it does|nobody answered my mail|works well most of the time",
    "id": "pelayanannya ramah sekali|pengiriman terlalu lama sampai|barang bagus sesuai gambar"
    "|harganya terlalu mahal untuk saya|admin tidak membalas pesan|cukup puas dengan produk ini",
    "ms": "layanan sangat baik dan pantas|barang lambat sampai ke rumah|saya suka produk ini"
    "|harga terlalu mahal bagi saya|tiada sesiapa menjawab panggilan|berbaloi dengan harganya",
}


def prose(roles: str = "", *, language: str = "en", gaps: int = 0) -> Made:
    """Sentences."""
    said = _SAID[language].split("|")
    made = [f"{said[i % 6]}, {said[(i * 5 + 2) % 6]} {i}" for i in range(ROWS)]
    return [None if gaps and i % gaps == 0 else one for i, one in enumerate(made)], roles


def people(roles: str = "") -> Made:
    """Names of people."""
    first = "Siti Budi Ahmad Dewi Rina John Mary Wei Nurul Agus".split()
    last = "Rahman Santoso Smith Lee Putri Wijaya Tan Hassan".split()
    return [f"{first[i % 10]} {last[i * 3 % 8]}" for i in range(ROWS)], roles


def mails(roles: str = "") -> Made:
    """Addresses of e-mail."""
    return [f"person{i * 7 % 31}@example.com" for i in range(ROWS)], roles


def blank(roles: str = "") -> Made:
    """No cell at all."""
    return [None] * ROWS, roles


FLAG = "TRUE|FALSE|FALSE"
GOODS = "Blue shirt|Coffee mug|Desk lamp|Tea towel"
PLAN = "Basic|Pro|Enterprise"

TUNED = (
    Export(
        "Qualtrics_Export.csv",
        "survey",
        {
            "StartDate": times("(answered)"),
            "EndDate": times("(answered)"),
            "Status": pick("0|0|0"),
            "IPAddress": own("10.0.0."),
            "Progress": pick("100|100|42"),
            "Duration (in seconds)": whole(30, 900),
            "Finished": pick("1|1|0"),
            "RecordedDate": times("answered"),
            "ResponseId": own("R_", "(response)"),
            "ExternalReference": again("C", "(customer)"),
            "Q1_NPS_GROUP": pick("1|2|3"),
            "Q1": scores(0, 10, "(nps|rating)"),
            "Q2 - How likely are you to recommend us to a friend?": scores(0, 10, "nps"),
            "Q3": prose("(comment)"),
        },
    ),
    Export(
        "SurveyMonkey.csv",
        "survey",
        {
            "Respondent ID": own("118", "(customer|response)"),
            "Collector ID": pick("4451|4452"),
            "Start Date": times("(answered)"),
            "End Date": times("(answered)"),
            "IP Address": own("10.1.2."),
            "Email Address": blank("(customer)"),
            "First Name": blank(),
            "How likely is it that you would recommend this company to a friend?": scores(
                0, 10, "nps"
            ),
            "Overall, how satisfied are you with our service?": pick(
                "Very satisfied|Satisfied|Neither satisfied nor dissatisfied|Dissatisfied", "csat"
            ),
            "Do you have any other comments, questions, or concerns?": prose("comment", gaps=3),
        },
    ),
    Export(
        "Form Kepuasan (Responses).csv",
        "survey",
        {
            "Timestamp": days("answered", form="{d:02d}/{m:02d}/{y} 10:11:12"),
            "Nama": people("(customer)"),
            "Seberapa puas Anda dengan layanan kami?": scores(1, 5, "csat"),
            "Seberapa besar kemungkinan Anda merekomendasikan kami kepada teman?": scores(
                0, 10, "nps"
            ),
            "Apa saran Anda untuk kami?": prose("comment", language="id"),
        },
    ),
    Export(
        "typeform.csv",
        "survey",
        {
            "#": own("k9", "(response)"),
            "How likely are you to recommend Acme?": scores(0, 10, "nps"),
            "What is the main reason for your score?": prose("comment"),
            "Start Date (UTC)": times("(answered)"),
            "Submit Date (UTC)": times("answered"),
            "Network ID": own("n"),
        },
    ),
    Export(
        "delighted-export.csv",
        "survey",
        {
            "Created At": times("answered"),
            "Email": mails("(customer)"),
            "Name": people(),
            "Score": scores(0, 10, "nps"),
            "Comment": prose("comment", gaps=2),
            "Plan": pick(PLAN),
            "Person ID": own("77", "(customer)"),
        },
    ),
    Export(
        "zendesk-tickets.csv",
        "tickets",
        {
            "Ticket ID": own("", "ticket"),
            "Subject": prose(),
            "Requester": people("(customer)"),
            "Requester ID": again("9", "(customer)"),
            "Status": pick("open|closed|solved|pending", "(status)"),
            "Created at": times("created"),
            "Updated at": times(month=4),
            "Solved at": times("(solved)", month=4, gaps=4),
            "Assignee": people("(group)"),
            "Group": pick("Support|Billing|Sales", "(group)"),
            "Priority": pick("low|normal|high|urgent", "(category)"),
            "Channel": pick("email|chat|phone", "(channel)"),
            "Satisfaction Score": pick("good|bad|offered"),
        },
    ),
    Export(
        "intercom conversations.csv",
        "tickets",
        {
            "Conversation ID": own("21550", "ticket"),
            "Conversation started at": times("created"),
            "First teammate reply at": times("(first_replied)"),
            "Last closed at": times("(solved)", month=4),
            "Channel": pick("Messenger|Email", "(channel)"),
            "Team assigned": pick("Support|Sales", "(group)"),
            "Conversation rating": scores(1, 5, gaps=2),
        },
    ),
    Export(
        "orders_export_1.csv",
        "transactions",
        {
            "Name": own("#", "(order)"),
            "Email": mails("customer"),
            "Financial Status": pick("paid|refunded|pending"),
            "Paid at": times("ordered"),
            "Fulfillment Status": pick("fulfilled|unfulfilled"),
            "Currency": pick("USD|USD"),
            "Subtotal": money("(amount)"),
            "Shipping": money(),
            "Taxes": money(),
            "Total": money("amount"),
            "Discount Amount": money(),
            "Created at": times("(ordered)"),
            "Lineitem quantity": whole(1, 4, "(quantity)"),
            "Lineitem name": pick(GOODS, "(product)"),
            "Lineitem price": money("(price)"),
            "Billing Name": people(),
        },
    ),
    Export(
        "charges.csv",
        "transactions",
        {
            "id": own("ch_", "(order)"),
            "Description": pick("Subscription update|Invoice", "(product)"),
            "Created date (UTC)": times("ordered"),
            "Amount": money("amount"),
            "Amount Refunded": money(),
            "Currency": pick("usd|usd"),
            "Customer ID": again("cus_", "customer"),
            "Customer Email": mails(),
            "Fee": money(),
            "Card Brand": pick("Visa|MasterCard"),
        },
    ),
    Export(
        "stripe subscriptions.csv",
        "subscriptions",
        {
            "id": own("sub_"),
            "Customer ID": again("cus_", "customer", distinct=37),
            "Customer Email": mails(),
            "Plan": pick("price_1|price_2", "(plan)"),
            "Quantity": pick("1|1|2"),
            "Currency": pick("usd|usd"),
            "Interval": pick("month|year"),
            "Amount": money("(fee)"),
            "Status": pick("active|canceled|past_due", "(churned)"),
            "Created (UTC)": times(),
            "Start Date (UTC)": times("started"),
            "Current Period End (UTC)": times(month=6),
            "Canceled At (UTC)": times("ended", month=5, gaps=2),
        },
    ),
    Export(
        "amplitude.csv",
        "events",
        {
            "event_id": own(""),
            "event_type": pick("open|search|buy", "(event)"),
            "event_time": times("happened"),
            "user_id": again("u", "customer"),
            "session_id": again("17000", "(session)"),
            "platform": pick("iOS|Android|Web"),
            "country": pick("Indonesia|Malaysia"),
        },
    ),
    Export(
        "ga4.csv",
        "events",
        {
            "event_date": days(form="{y}{m:02d}{d:02d}", roles="(happened)"),
            "event_timestamp": times("happened"),
            "event_name": pick("page_view|scroll|purchase", "(event)"),
            "user_pseudo_id": again("18", "customer"),
            "ga_session_id": again("17", "(session)"),
            "page_title": pick("Home|Cart"),
            "device_category": pick("mobile|desktop"),
        },
    ),
    Export(
        "Order.completed.tokopedia.csv",
        "transactions",
        {
            "Nomor Invoice": own("INV/2024/", "(order)"),
            "Tanggal Pembayaran": days("ordered", form="{d:02d}-{m:02d}-{y} 10:11:12"),
            "Status Terakhir": pick("Selesai|Dibatalkan"),
            "Nama Produk": pick(GOODS, "(product)"),
            "Jumlah Produk Dibeli": whole(1, 5, "(quantity)"),
            "Harga Jual (IDR)": money("(price)", form="{:.0f}", factor=1000),
            "Total Penjualan (IDR)": money("amount", form="{:.0f}", factor=1000),
            "Nama Pembeli": people("customer"),
            "No Telp Pembeli": own("0812345"),
            "Alamat Pengiriman": prose(language="id"),
            "Kota": pick("Jakarta|Bandung|Medan"),
        },
    ),
    Export(
        "Order.all.shopee_my.csv",
        "transactions",
        {
            "No. Pesanan": own("2403", "(order)"),
            "Status Pesanan": pick("Selesai|Batal"),
            "Masa Pesanan Dibuat": days("ordered", form="{y}-{m:02d}-{d:02d} 10:11"),
            "Nama Produk": pick(GOODS, "(product)"),
            "Harga Asal": money("(price)"),
            "Kuantiti": whole(1, 4, "(quantity)"),
            "Jumlah Bayaran": money("amount"),
            "Nama Pengguna (Pembeli)": again("pembeli", "customer"),
            "No. Telefon": own("6012345"),
            "Negeri": pick("Selangor|Johor"),
        },
    ),
    Export(
        "reviews_com.example.app_202403.csv",
        "comments",
        {
            "Package Name": pick("com.example.app|com.example.app"),
            "App Version Code": whole(100, 110),
            "Reviewer Language": pick("en|id|ms"),
            "Device": pick("a52|s21|note"),
            "Review Submit Date and Time": times("(written)"),
            "Review Last Update Date and Time": times(),
            "Star Rating": scores(1, 5, "(rating)"),
            "Review Title": pick("|Good|Bad"),
            "Review Text": prose("text"),
            "Developer Reply Text": prose(gaps=2),
        },
    ),
    Export(
        "hubspot-contacts.csv",
        "customers",
        {
            "Record ID": own("", "customer"),
            "First Name": pick("Siti|Budi|John|Mary"),
            "Last Name": pick("Rahman|Tan|Lee"),
            "Email": mails(),
            "Phone Number": own("+62812345"),
            "Contact owner": people(),
            "Lifecycle Stage": pick("lead|customer|subscriber"),
            "Create Date": times(),
        },
    ),
    Export(
        "saas customers churn.csv",
        "subscriptions",
        {
            "account_id": own("A", "customer"),
            "industry": pick("Retail|Bank"),
            "tenure_months": whole(1, 60, "duration"),
            "monthly_fee": money("(fee)"),
            "plan": pick(PLAN, "(plan)"),
            "churned": pick("yes|no|no", "churned"),
            "support_calls": whole(0, 9),
        },
    ),
    Export(
        "nps by score.csv",
        "survey",
        {
            "Score": ([str(i % 11) for i in range(44)][:ROWS], "nps|rating"),
            "Month": ([f"2024-0{1 + i // 11}-01" for i in range(ROWS)], "(answered)"),
            "Responses": whole(20, 300, "(count)"),
        },
    ),
    Export(
        "nps monthly.csv",
        "survey",
        {
            "Month": days("(answered)"),
            "Promoters": whole(20, 90, "counts"),
            "Passives": whole(10, 60, "counts"),
            "Detractors": whole(5, 50, "counts"),
        },
    ),
    Export(
        "laporan aduan.csv",
        "tickets",
        {
            "No. Aduan": own("AD", "(ticket)"),
            "Tarikh Aduan": days("created", form="{d:02d}/{m:02d}/{y}"),
            "Tarikh Selesai": days("(solved)", form="{d:02d}/{m:02d}/{y}", month=4),
            "Kategori Aduan": pick("Bil|Talian|Kaunter", "(category)"),
            "Saluran": pick("Telefon|E-mel", "(channel)"),
            "Nama Pengadu": people(),
            "Negeri": pick("Perak|Kedah"),
        },
    ),
    Export(
        "pelanggan.csv",
        "customers",
        {
            "ID Pelanggan": own("P", "customer"),
            "Nama": people(),
            "Jenis Kelamin": pick("L|P"),
            "Kota": pick("Jakarta|Surabaya"),
            "Tanggal Lahir": days(form="{d:02d}/{m:02d}/{y}"),
        },
    ),
    Export(
        "jira log.csv",
        "tickets",
        {
            "issue_key": again("CX-", "ticket"),
            "to_status": pick("Open|In progress|Done", "status"),
            "changed_at": times("changed"),
            "author": people(),
        },
    ),
    Export(
        "weather.csv",
        "",
        {
            "station": pick("KLIA|CGK"),
            "temperature": money(),
            "humidity": whole(40, 99),
            "wind": whole(0, 40),
        },
    ),
    Export(
        "stock.csv",
        "",
        {
            "sku": own("S"),
            "warehouse": pick("A|B"),
            "on_hand": whole(0, 900),
            "reorder_level": whole(10, 50),
            "supplier": pick("Acme|Globex"),
        },
    ),
    Export(
        "matrix.csv",
        "survey",
        {
            "Submission ID": own("s", "(response)"),
            "Submitted at": times("(answered)"),
            "Q5_1": scores(1, 5, "rating"),
            "Q5_2": scores(1, 5, "rating"),
            "Q5_3": scores(1, 5, "rating"),
            "Q5_4": scores(1, 5, "rating"),
            "Gender": pick("f|m"),
        },
    ),
)

"""Columns that tell who a person is are found, and those that do not are left alone."""

from __future__ import annotations

from cxlib.columns.guess import guess
from cxlib.columns.mapping import HASH, HIDE
from cxlib.columns.personal import personal_columns

PEOPLE = ["Siti Rahman", "Budi Santoso", "Mary Smith", "Nurul Hassan", "Wei Tan", "Agus Wijaya"]
GIVEN = ["Siti", "Budi", "Mary", "Nurul", "Wei", "Agus"]
MAILS = ["siti@example.com", "b.santoso@example.co.id", "mary@example.org"] * 2
STREETS = ["Jl. Sudirman 5", "12 Main Street", "Jalan Ampang 7", "Lot 3", "High St 9", "Unit 4"]
PERSONAL = {
    "email": MAILS,
    "Alamat Surel": MAILS,
    "contact": MAILS,
    "phone": [
        "+62 812-3456-7890",
        "0812 345 678",
        "+60123456789",
        "021 555 0199",
        "08123",
        "0877777",
    ],
    "No. Telefon": ["60123456789", "60111222333", "60199988877", "60177766655", "60133322211", "1"],
    "nomor": [
        "+6281234567",
        "+6281234568",
        "+6281234569",
        "+60123456781",
        "+6012345678",
        "+6598765",
    ],
    "name": PEOPLE,
    "Nama": PEOPLE,
    "first_name": GIVEN,
    "Last Name": GIVEN,
    "Full Name": PEOPLE,
    "Nama Pembeli": PEOPLE,
    "Billing Name": PEOPLE,
    "Shipping Address1": STREETS,
    "Alamat Pengiriman": STREETS,
    "NIK": [f"317401010190000{i}" for i in range(6)],
    "IC Number": [f"90010114500{i}" for i in range(6)],
    "card_number": [f"4111 1111 1111 111{i}" for i in range(6)],
    "No. KTP": [f"327301010190000{i}" for i in range(6)],
}
OTHER = {
    "product_name": ["Blue Shirt", "Coffee Mug", "Desk Lamp", "Tea Towel", "Red Hat", "Big Bag"],
    "plan name": ["Basic Plan", "Pro Plan", "Team Plan", "Big Plan", "Max Plan", "Old Plan"],
    "company": ["Acme Corp", "Globex Ltd", "Initech Inc", "Umbrella Co", "Hooli Inc", "Vandelay"],
    "Account Name": ["Acme Corp", "Globex Ltd", "Initech Inc", "Umbrella", "Hooli", "Vandelay"],
    "file_name": ["a.csv", "b.csv", "c.csv", "d.csv", "e.csv", "f.csv"],
    "city": ["New York", "Kuala Lumpur", "Jakarta", "Bandung", "Johor Bahru", "San Jose"],
    "country": ["Indonesia", "Malaysia", "Singapore", "United States", "France", "Peru"],
    "Nama Produk": ["Kaos Biru", "Gelas Kopi", "Lampu Meja", "Handuk Kecil", "Topi", "Tas"],
    "nama kota": ["Bandung", "Medan", "Bogor", "Depok", "Solo", "Malang"],
    "ip_address": ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5", "10.0.0.6"],
    "phone service": ["yes", "no", "yes", "no", "yes", "no"],
    "email opened": ["yes", "no", "yes", "no", "yes", "no"],
    "card type": ["Visa", "MasterCard", "Visa", "Amex", "Visa", "JCB"],
    "order_id": [
        "0000010001",
        "0000010002",
        "0000010003",
        "0000010004",
        "0000010005",
        "0000010006",
    ],
    "invoice": ["536365", "536366", "536367", "536368", "536369", "536370"],
    "ordered": ["2024-03-01", "2024-03-02", "2024-03-03", "2024-03-04", "2024-03-05", "2024-03-06"],
    "day": ["01/02/2024", "02/02/2024", "03/02/2024", "04/02/2024", "05/02/2024", "06/02/2024"],
    "campaign name": ["Spring Sale", "Black Friday", "New Year", "Ramadan", "Holiday", "Summer"],
    "comment": ["Very good staff", "Too slow", "I love it", "Meh", "Great", "Not for me"],
    "name of plan": ["Basic", "Pro", "Team", "Big", "Max", "Old"],
    "store name": ["North Mall", "South Mall", "East Mall", "West Mall", "Airport", "Centre"],
    "score": ["9", "10", "3", "7", "8", "10"],
    "amount": ["120000", "99000.50", "15000", "20000", "7500", "1250000"],
}


def test_precision_and_recall(profile):
    found = {name for name, _ in personal_columns(profile(PERSONAL | OTHER))}
    right = found & set(PERSONAL)
    assert len(right) / len(found) >= 0.95, found - right
    assert len(right) / len(PERSONAL) >= 0.9, set(PERSONAL) - right


def test_a_customer_is_hashed_and_the_rest_hidden(profile):
    cells = {
        "email": [f"p{i}@example.com" for i in range(20)],
        "name": [f"{one} {end}" for one in PEOPLE[:5] for end in ("Ali", "Bin", "Lee", "Tan")],
        "order date": [f"2024-03-{i + 1:02d}" for i in range(20)],
        "amount": [str(10 + i) for i in range(20)],
    }
    mapping = guess(profile(cells), name="orders.csv").mapping
    assert mapping.column("customer") == "email"
    assert mapping.personal == (("email", HASH), ("name", HIDE))


def test_real_files_without_personal_columns(shared_data, profile_file):
    for name in (
        "telco_churn/Telco-Customer-Churn.csv",
        "ravenstack_saas_synthetic/ravenstack_accounts.csv",
        "sfo_airport_survey/2017_SFO_Customer_Survey.csv",
    ):
        assert personal_columns(profile_file(shared_data / name)) == ()

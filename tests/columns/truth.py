"""What the real files are: kind, and for each column that bears a role the roles it may bear."""

from __future__ import annotations

_RATED = (
    "ART FOOD STORE SIGN WALKWAYS SCREENS INFODOWN INFOUP WIFI ROADS PARK AIRTRAIN LTPARKING RENTAL"
)
_CLEAN = "BOARDING AIRTRAIN RENTAL FOOD RESTROOM ALL"
_AIRPORT = {
    "INTDATE": "answered",
    "Q7ALL": "csat",
    "WEIGHT": "weight",
    "METHOD": "channel",
    **{f"Q7{name}": "rating" for name in _RATED.split()},
    **{f"Q9{name}": "rating" for name in _CLEAN.split()},
}
_TWEETS = {"text": "text"}

REAL: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        "bpi13_incidents/bpi_13_incidents.csv.gz",
        "tickets",
        {"CaseID": "ticket", "ActivityID": "status", "CompleteTimestamp": "changed"},
    ),
    (
        "cdnow/CDNOW_master.txt.gz",
        "transactions",
        {
            "customer_id": "customer",
            "date": "ordered",
            "dollar_value": "amount",
            "number_of_cds": "quantity",
        },
    ),
    ("cdnow/cdnow_customers_summary.csv", "customers", {"ID": "customer"}),
    ("cdnow/cdnow_customers_summary_with_transactions.csv", "customers", {"ID": "customer"}),
    ("cookie_cats/cookie_cats.csv.gz", "customers", {"userid": "customer"}),
    ("donations/donations.csv", "", {}),
    (
        "ecom_events_synthetic/ecom.csv.gz",
        "events",
        {
            "user_id": "customer",
            "timestamp": "happened",
            "event": "event",
            "session_id": "session",
        },
    ),
    ("fader_hardie_retention/customer_retention.csv", "", {}),
    (
        "nhs_fft_feedback/nhs_fft_neas.csv",
        "comments",
        {
            "FFT answer": "text",
            "Respondent ID": "customer",
            "Date": "written",
            "FFT categorical answer": "rating",
        },
    ),
    *(
        (f"nusax_senti/{language}_{part}.csv", "comments", _TWEETS)
        for language in ("english", "indonesian")
        for part in ("train", "valid")
    ),
    (
        "online_retail/online_retail_2010-12_to_2011-06.csv.gz",
        "transactions",
        {
            "CustomerID": "customer",
            "InvoiceDate": "ordered",
            "Quantity": "quantity",
            "UnitPrice": "price",
            "InvoiceNo": "order",
            "StockCode": "product",
            "Description": "product",
        },
    ),
    (
        "ravenstack_saas_synthetic/ravenstack_accounts.csv",
        "customers",
        {"account_id": "customer"},
    ),
    (
        "ravenstack_saas_synthetic/ravenstack_churn_events.csv",
        "events",
        {"account_id": "customer", "churn_date": "happened", "reason_code": "event"},
    ),
    (
        "ravenstack_saas_synthetic/ravenstack_feature_usage.csv.gz",
        "events",
        {"subscription_id": "customer", "usage_date": "happened", "feature_name": "event"},
    ),
    (
        "ravenstack_saas_synthetic/ravenstack_subscriptions.csv",
        "subscriptions",
        {
            "account_id": "customer",
            "start_date": "started",
            "end_date": "ended",
            "churn_flag": "churned",
            "plan_tier": "plan",
            "mrr_amount": "fee",
        },
    ),
    (
        "ravenstack_saas_synthetic/ravenstack_support_tickets.csv",
        "tickets",
        {
            "ticket_id": "ticket",
            "account_id": "customer",
            "submitted_at": "created",
            "closed_at": "solved",
            "priority": "category",
        },
    ),
    (
        "rfm_orders/rfm_data_orders.csv",
        "transactions",
        {"customer_id": "customer", "order_date": "ordered", "revenue": "amount"},
    ),
    ("sentiment_hoasa_casa_aspects/casa_train.csv", "comments", {"sentence": "text"}),
    ("sentiment_hoasa_casa_aspects/casa_valid.csv", "comments", {"sentence": "text"}),
    ("sentiment_hoasa_casa_aspects/hoasa_train.csv", "comments", {"review": "text"}),
    ("sentiment_hoasa_casa_aspects/hoasa_valid.csv", "comments", {"review": "text"}),
    (
        "sfo_airport_survey/2016_SFO_Customer_Survey.csv",
        "survey",
        {**_AIRPORT, "*RESPNUM": "customer"},
    ),
    (
        "sfo_airport_survey/2017_SFO_Customer_Survey.csv",
        "survey",
        {**_AIRPORT, "RESPNUM": "customer", "NETPRO": "nps"},
    ),
    ("sfo_airport_survey/sfo_2018_Data_Dictionary_DataSF.xlsx", "", {}),
    *(
        (f"smsa_id/{part}_preprocess.tsv", "comments", {"column 1": "text"})
        for part in ("train", "valid")
    ),
    *(
        (f"survival_reference/{name}.csv", "", {})
        for name in ("lung", "regression", "rossi", "waltons_dataset")
    ),
    (
        "telco_churn/Telco-Customer-Churn.csv",
        "subscriptions",
        {
            "customerID": "customer",
            "tenure": "duration",
            "Churn": "churned",
            "Contract": "plan",
            "MonthlyCharges": "fee",
        },
    ),
)

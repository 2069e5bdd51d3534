"""Malay texts: silence."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "{new} of {n} customers were first seen in the last {days} days, too late to be "
        "silent for longer; they are left out of the shares."
    ): (
        "{new} daripada {n} pelanggan pertama kali dilihat dalam {days} hari terakhir, "
        "terlalu baharu untuk senyap lebih lama; mereka tidak dimasukkan dalam bahagian."
    ),
    "No customer was watched for longer than the threshold.": (
        "Tiada pelanggan yang dipantau lebih lama daripada ambang."
    ),
    "Inactive for more than {days} days (no contract: nobody told us they left)": (
        "Tidak aktif lebih daripada {days} hari (tanpa kontrak: tiada sesiapa memberitahu "
        "bahawa mereka pergi)"
    ),
    "The threshold of {days} days was chosen by the analyst.": (
        "Ambang {days} hari dipilih oleh penganalisis."
    ),
    "Inactive customers by {column}: no proven difference": (
        "Pelanggan tidak aktif mengikut {column}: belum terbukti berbeza"
    ),
    "Adjusted p against the others: {p}": "p dilaraskan berbanding yang lain: {p}",
    (
        "Threshold of {days} days: {share} of the gaps that end have ended by then. Gaps "
        "still open at the end of the data are censored (Kaplan-Meier, 1958), because long "
        "gaps are more often still open and would be missing otherwise. {ending} of the gaps "
        "end within {within} days, as far as the data show; the others are not in the "
        "percentile."
    ): (
        "Ambang {days} hari: {share} daripada jeda yang berakhir sudah berakhir ketika itu. "
        "Jeda yang masih terbuka pada akhir data ditapis (Kaplan-Meier, 1958), kerana jeda "
        "panjang lebih kerap masih terbuka dan tanpa itu akan hilang. Setakat yang dilihat "
        "dalam data, {ending} daripada jeda berakhir dalam {within} hari; selebihnya tidak "
        "masuk persentil."
    ),
    (
        "Threshold of {days} days: {share} of the gaps that ended were no longer. Long gaps "
        "are more often still open and are missing here, so this threshold is too short."
    ): (
        "Ambang {days} hari: {share} daripada jeda yang sudah berakhir tidak lebih panjang. "
        "Jeda panjang lebih kerap masih terbuka dan tiada di sini, jadi ambang ini terlalu "
        "pendek."
    ),
    "Days": "Hari",
    "Percentile": "Persentil",
    "Inactive": "Tidak aktif",
    "Watched longer": "Dipantau lebih lama",
    "Share inactive": "Bahagian tidak aktif",
    "Known false": "Pasti palsu",
    "Back later": "Kembali kemudian",
    "Alarms known to be false": "Amaran yang pasti palsu",
    "{days} days or less": "{days} hari atau kurang",
    "{low} to {high} days": "{low} hingga {high} hari",
    "more than {days} days": "lebih daripada {days} hari",
    "Silent for more than {days} days": "Senyap lebih daripada {days} hari",
    "Probably still a customer": "Mungkin masih pelanggan",
    "Probably gone": "Mungkin sudah pergi",
    "Mean P(alive)": "Purata P(alive)",
    "{percentile} (chosen)": "{percentile} (dipilih)",
    "Inactive customers by {column}": "Pelanggan tidak aktif mengikut {column}",
    "The share inactive differs by {column}": ("Bahagian tidak aktif berbeza mengikut {column}"),
    "{ended} gaps ended, {open} are still open": (
        "{ended} jeda sudah berakhir, {open} masih terbuka"
    ),
    "How long gaps last, with those still open counted fairly": (
        "Berapa lama jeda berlangsung, yang masih terbuka dikira adil"
    ),
    (
        "Kaplan-Meier (1958) over gaps between active days; the silence of each customer at "
        "the end of the data is a gap that is still open. Limits are log-log with Greenwood's"
        " variance and take gaps as independent. {threshold}"
    ): (
        "Kaplan-Meier (1958) bagi jeda antara hari aktif; kesenyapan setiap pelanggan pada "
        "akhir data ialah jeda yang masih terbuka. Had log-log dengan varians Greenwood dan "
        "menganggap jeda saling bebas. {threshold}"
    ),
    "How much hangs on the threshold": "Sejauh mana ambang mempengaruhi hasil",
    (
        "Share silent for more than so many days of the customers watched for longer than "
        "that, with Wilson's limits (1927). Percentile: the share of the gaps that end which "
        "have ended by then. Known false: of all gaps that grew longer, the share after which"
        " the customer came back; the true share is higher, because more may still come back."
        " Back later: the share that comes back within as many days again, with open gaps "
        "censored (Kaplan-Meier)."
    ): (
        "Bahagian yang senyap lebih daripada sekian hari antara pelanggan yang dipantau lebih"
        " lama daripada itu, dengan had Wilson (1927). Persentil: bahagian jeda yang berakhir"
        " yang sudah berakhir ketika itu. Pasti palsu: daripada semua jeda yang menjadi lebih"
        " panjang, bahagian yang pelanggannya kembali; bahagian sebenar lebih tinggi, kerana "
        "masih ada yang boleh kembali. Kembali kemudian: bahagian yang kembali dalam bilangan"
        " hari yang sama lagi, dengan jeda terbuka ditapis (Kaplan-Meier)."
    ),
    (
        "Share silent beyond the threshold of the customers watched for longer than that, "
        "with Wilson's limits (1927). A customer belongs to the value of the first active "
        "day. Each value is tested against the others by the N-1 chi-square (Campbell, 2007),"
        " adjusted by Benjamini and Hochberg. {threshold}"
    ): (
        "Bahagian yang senyap melepasi ambang antara pelanggan yang dipantau lebih lama "
        "daripada itu, dengan had Wilson (1927). Pelanggan tergolong dalam nilai pada hari "
        "aktif pertamanya. Setiap nilai diuji berbanding yang lain dengan khi kuasa dua N-1 "
        "(Campbell, 2007), dilaraskan mengikut Benjamini dan Hochberg. {threshold}"
    ),
    "Active customers by days since their first activity": (
        "Pelanggan aktif mengikut hari sejak aktiviti pertama"
    ),
    (
        "Kaplan-Meier (1958) for the days from the first active day to the last one before a "
        "silence of more than {days} days that lasts to the end of the data. Such a silence "
        "can only be seen if it began more than {days} days before the end, so customers are "
        "censored on that day, not at their last activity; later activity only shows that "
        "they were still there. Silences that would still have ended make the curve too low: "
        "see the false alarms."
    ): (
        "Kaplan-Meier (1958) bagi hari dari aktiviti pertama hingga yang terakhir sebelum "
        "senyap lebih daripada {days} hari yang berlanjutan hingga akhir data. Kesenyapan "
        "sebegitu hanya dilihat jika bermula lebih daripada {days} hari sebelum akhir, jadi "
        "pelanggan ditapis pada hari itu, bukan pada aktiviti terakhirnya; aktiviti "
        "selepasnya hanya menunjukkan bahawa mereka masih ada. Kesenyapan yang kelak masih "
        "akan berakhir menjadikan keluk terlalu rendah: lihat amaran palsu."
    ),
    "Silence now, by number of active days": ("Lama senyap sekarang, mengikut bilangan hari aktif"),
    (
        "Customers by the number of days on which they were active ({most}+ stands for more) "
        "and by the days from the last one to the end of the data."
    ): (
        "Pelanggan mengikut bilangan hari mereka aktif ({most}+ bermakna sekian atau lebih) "
        "dan mengikut hari dari aktiviti terakhir hingga akhir data."
    ),
    "Not silent": "Tidak senyap",
    "{not_silent} of all are not silent; the purchase model expects {alive} to be still there": (
        "{not_silent} daripada semua tidak senyap; model pembelian menjangkakan {alive} masih ada"
    ),
    (
        "P(alive) by {model}, fitted by maximum likelihood; probably is a P(alive) of at "
        "least one half. The threshold is the same for everybody, the model weighs the "
        "silence against how often the customer used to buy. All customers count, also new "
        "ones. They agree on {agree} of the customers."
    ): (
        "P(alive) mengikut {model}, dipadankan dengan kebolehjadian maksimum; mungkin "
        "bermakna P(alive) sekurang-kurangnya separuh. Ambang sama bagi semua, manakala model"
        " menimbang lama senyap berbanding kerapnya pelanggan dahulu membeli. Semua pelanggan"
        " dikira, juga yang baharu. Kedua-duanya sepakat bagi {agree} daripada pelanggan."
    ),
    "Gaps, customers": "Jeda, pelanggan",
    "Gaps not ended yet": "Jeda yang belum berakhir",
    "Days since an active day": "Hari sejak hari aktif",
    "Customers inactive": "Pelanggan tidak aktif",
    "Last activity still to come": "Aktiviti terakhir masih akan datang",
    "Days since the first activity": "Hari sejak aktiviti pertama",
    "Came back after so many days": "Kembali selepas sekian hari",
    "Silent for so many days now": "Kini senyap selama sekian hari",
    "{days} days": "{days} hari",
    "Not back yet": "Belum kembali",
    "Threshold": "Ambang",
    "From the data": "Daripada data",
    "From ended gaps only": "Hanya daripada jeda yang berakhir",
    "Days of my own": "Bilangan hari sendiri",
    "Share of gaps that have ended": "Bahagian jeda yang sudah berakhir",
    "Threshold (days)": "Ambang (hari)",
    "Inactive customers": "Pelanggan tidak aktif",
    "Beyond their own longest gap": "Melebihi jurang terpanjangnya",
    (
        "From the data: the days by which most gaps that end have ended, with gaps still open"
        " counted fairly. Ended gaps only: the same without the open ones, which makes it too"
        " short."
    ): (
        "Daripada data: bilangan hari apabila kebanyakan jeda yang berakhir sudah berakhir, "
        "dengan jeda terbuka dikira adil. Hanya jeda yang berakhir: sama tetapi tanpa yang "
        "terbuka, jadi terlalu pendek."
    ),
    "Days of silence": "Hari senyap",
    (
        "Of all gaps that grew longer than the threshold, the share after which the customer "
        "came back. The true share is higher: more may still come back."
    ): (
        "Daripada semua jeda yang melepasi ambang, bahagian yang pelanggannya kembali. "
        "Bahagian sebenar lebih tinggi: masih ada yang boleh kembali."
    ),
    (
        "Among customers with at least three ended gaps: silent for longer than ever before, "
        "whatever the threshold. It asks more of regular customers."
    ): (
        "Antara pelanggan dengan sekurang-kurangnya tiga jeda yang berakhir: senyap lebih "
        "lama daripada sebelum ini, walau apa pun ambangnya. Peraturan ini lebih ketat bagi "
        "pelanggan tetap."
    ),
}

"""Indonesian texts: silence."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "{new} of {n} customers were first seen in the last {days} days, too late to be "
        "silent for longer; they are left out of the shares."
    ): (
        "{new} dari {n} pelanggan pertama kali terlihat dalam {days} hari terakhir, terlalu "
        "baru untuk diam lebih lama; mereka tidak masuk dalam porsi."
    ),
    "No customer was watched for longer than the threshold.": (
        "Tidak ada pelanggan yang diamati lebih lama daripada ambang."
    ),
    "Inactive for more than {days} days (no contract: nobody told us they left)": (
        "Tidak aktif lebih dari {days} hari (tanpa kontrak: tidak ada yang memberi tahu bahwa"
        " mereka pergi)"
    ),
    "The threshold of {days} days was chosen by the analyst.": (
        "Ambang {days} hari dipilih oleh analis."
    ),
    "Inactive customers by {column}: no proven difference": (
        "Pelanggan tidak aktif menurut {column}: belum terbukti berbeda"
    ),
    "Adjusted p against the others: {p}": "p disesuaikan terhadap yang lain: {p}",
    (
        "Threshold of {days} days: {share} of the gaps that end have ended by then. Gaps "
        "still open at the end of the data are censored (Kaplan-Meier, 1958), because long "
        "gaps are more often still open and would be missing otherwise. {ending} of the gaps "
        "end within {within} days, as far as the data show; the others are not in the "
        "percentile."
    ): (
        "Ambang {days} hari: {share} dari jeda yang berakhir sudah berakhir saat itu. Jeda "
        "yang masih terbuka di akhir data disensor (Kaplan-Meier, 1958), karena jeda panjang "
        "lebih sering masih terbuka dan tanpa itu akan hilang. Sejauh terlihat dalam data, "
        "{ending} dari jeda berakhir dalam {within} hari; sisanya tidak masuk persentil."
    ),
    (
        "Threshold of {days} days: {share} of the gaps that ended were no longer. Long gaps "
        "are more often still open and are missing here, so this threshold is too short."
    ): (
        "Ambang {days} hari: {share} dari jeda yang sudah berakhir tidak lebih panjang. Jeda "
        "panjang lebih sering masih terbuka dan tidak ada di sini, jadi ambang ini terlalu "
        "pendek."
    ),
    "Days": "Hari",
    "Percentile": "Persentil",
    "Inactive": "Tidak aktif",
    "Watched longer": "Diamati lebih lama",
    "Share inactive": "Porsi tidak aktif",
    "Known false": "Pasti keliru",
    "Back later": "Kembali kemudian",
    "Alarms known to be false": "Alarm yang pasti keliru",
    "{days} days or less": "{days} hari atau kurang",
    "{low} to {high} days": "{low} sampai {high} hari",
    "more than {days} days": "lebih dari {days} hari",
    "Silent for more than {days} days": "Diam lebih dari {days} hari",
    "Probably still a customer": "Mungkin masih pelanggan",
    "Probably gone": "Mungkin sudah pergi",
    "Mean P(alive)": "Rata-rata P(alive)",
    "{percentile} (chosen)": "{percentile} (dipilih)",
    "Inactive customers by {column}": "Pelanggan tidak aktif menurut {column}",
    "The share inactive differs by {column}": "Porsi tidak aktif berbeda menurut {column}",
    "{ended} gaps ended, {open} are still open": (
        "{ended} jeda sudah berakhir, {open} masih terbuka"
    ),
    "How long gaps last, with those still open counted fairly": (
        "Berapa lama jeda berlangsung, yang masih terbuka dihitung adil"
    ),
    (
        "Kaplan-Meier (1958) over gaps between active days; the silence of each customer at "
        "the end of the data is a gap that is still open. Limits are log-log with Greenwood's"
        " variance and take gaps as independent. {threshold}"
    ): (
        "Kaplan-Meier (1958) atas jeda antara hari aktif; diamnya tiap pelanggan di akhir "
        "data adalah jeda yang masih terbuka. Batas log-log dengan varians Greenwood dan "
        "menganggap jeda saling bebas. {threshold}"
    ),
    "How much hangs on the threshold": "Seberapa besar pengaruh ambang",
    (
        "Share silent for more than so many days of the customers watched for longer than "
        "that, with Wilson's limits (1927). Percentile: the share of the gaps that end which "
        "have ended by then. Known false: of all gaps that grew longer, the share after which"
        " the customer came back; the true share is higher, because more may still come back."
        " Back later: the share that comes back within as many days again, with open gaps "
        "censored (Kaplan-Meier)."
    ): (
        "Porsi yang diam lebih dari sekian hari di antara pelanggan yang diamati lebih lama "
        "dari itu, dengan batas Wilson (1927). Persentil: porsi jeda yang berakhir yang sudah"
        " berakhir saat itu. Pasti keliru: dari semua jeda yang menjadi lebih panjang, porsi "
        "yang pelanggannya kembali; porsi sebenarnya lebih tinggi, karena masih ada yang bisa"
        " kembali. Kembali kemudian: porsi yang kembali dalam jumlah hari yang sama lagi, "
        "dengan jeda terbuka disensor (Kaplan-Meier)."
    ),
    (
        "Share silent beyond the threshold of the customers watched for longer than that, "
        "with Wilson's limits (1927). A customer belongs to the value of the first active "
        "day. Each value is tested against the others by the N-1 chi-square (Campbell, 2007),"
        " adjusted by Benjamini and Hochberg. {threshold}"
    ): (
        "Porsi yang diam melewati ambang di antara pelanggan yang diamati lebih lama dari "
        "itu, dengan batas Wilson (1927). Pelanggan masuk ke nilai pada hari aktif "
        "pertamanya. Tiap nilai diuji terhadap yang lain dengan khi-kuadrat N-1 (Campbell, "
        "2007), disesuaikan menurut Benjamini dan Hochberg. {threshold}"
    ),
    "Active customers by days since their first activity": (
        "Pelanggan aktif menurut hari sejak aktivitas pertama"
    ),
    (
        "Kaplan-Meier (1958) for the days from the first active day to the last one before a "
        "silence of more than {days} days that lasts to the end of the data. Such a silence "
        "can only be seen if it began more than {days} days before the end, so customers are "
        "censored on that day, not at their last activity; later activity only shows that "
        "they were still there. Silences that would still have ended make the curve too low: "
        "see the false alarms."
    ): (
        "Kaplan-Meier (1958) untuk hari dari aktivitas pertama sampai yang terakhir sebelum "
        "diam lebih dari {days} hari yang berlangsung sampai akhir data. Diam seperti itu "
        "hanya terlihat jika dimulai lebih dari {days} hari sebelum akhir, jadi pelanggan "
        "disensor pada hari itu, bukan pada aktivitas terakhirnya; aktivitas sesudahnya hanya"
        " menunjukkan bahwa mereka masih ada. Diam yang kelak masih akan berakhir membuat "
        "kurva terlalu rendah: lihat alarm keliru."
    ),
    "Silence now, by number of active days": "Lama diam sekarang, menurut jumlah hari aktif",
    (
        "Customers by the number of days on which they were active ({most}+ stands for more) "
        "and by the days from the last one to the end of the data."
    ): (
        "Pelanggan menurut jumlah hari mereka aktif ({most}+ berarti sekian atau lebih) dan "
        "menurut hari dari aktivitas terakhir sampai akhir data."
    ),
    "Not silent": "Tidak diam",
    "{not_silent} of all are not silent; the purchase model expects {alive} to be still there": (
        "{not_silent} dari semua tidak diam; model pembelian memperkirakan {alive} masih ada"
    ),
    (
        "P(alive) by {model}, fitted by maximum likelihood; probably is a P(alive) of at "
        "least one half. The threshold is the same for everybody, the model weighs the "
        "silence against how often the customer used to buy. All customers count, also new "
        "ones. They agree on {agree} of the customers."
    ): (
        "P(alive) menurut {model}, dicocokkan dengan kemungkinan maksimum; mungkin berarti "
        "P(alive) paling sedikit setengah. Ambang sama untuk semua, sedangkan model menimbang"
        " lama diam terhadap seringnya pelanggan dulu membeli. Semua pelanggan dihitung, juga"
        " yang baru. Keduanya sepakat untuk {agree} dari pelanggan."
    ),
    "Gaps, customers": "Jeda, pelanggan",
    "Gaps not ended yet": "Jeda yang belum berakhir",
    "Days since an active day": "Hari sejak hari aktif",
    "Customers inactive": "Pelanggan tidak aktif",
    "Last activity still to come": "Aktivitas terakhir masih akan datang",
    "Days since the first activity": "Hari sejak aktivitas pertama",
    "Came back after so many days": "Kembali setelah sekian hari",
    "Silent for so many days now": "Kini diam selama sekian hari",
    "{days} days": "{days} hari",
    "Not back yet": "Belum kembali",
    "Threshold": "Ambang",
    "From the data": "Dari data",
    "From ended gaps only": "Hanya dari jeda yang berakhir",
    "Days of my own": "Jumlah hari sendiri",
    "Share of gaps that have ended": "Porsi jeda yang sudah berakhir",
    "Threshold (days)": "Ambang (hari)",
    "Inactive customers": "Pelanggan tidak aktif",
    "Beyond their own longest gap": "Melebihi jeda terpanjangnya",
    (
        "From the data: the days by which most gaps that end have ended, with gaps still open"
        " counted fairly. Ended gaps only: the same without the open ones, which makes it too"
        " short."
    ): (
        "Dari data: jumlah hari saat sebagian besar jeda yang berakhir sudah berakhir, dengan"
        " jeda terbuka dihitung adil. Hanya jeda yang berakhir: sama tetapi tanpa yang "
        "terbuka, sehingga terlalu pendek."
    ),
    "Days of silence": "Hari diam",
    (
        "Of all gaps that grew longer than the threshold, the share after which the customer "
        "came back. The true share is higher: more may still come back."
    ): (
        "Dari semua jeda yang melewati ambang, porsi yang pelanggannya kembali. Porsi "
        "sebenarnya lebih tinggi: masih ada yang bisa kembali."
    ),
    (
        "Among customers with at least three ended gaps: silent for longer than ever before, "
        "whatever the threshold. It asks more of regular customers."
    ): (
        "Di antara pelanggan dengan paling sedikit tiga jeda yang berakhir: diam lebih lama "
        "daripada sebelumnya, apa pun ambangnya. Aturan ini lebih ketat bagi pelanggan rutin."
    ),
}

"""Texts in Bahasa Melayu: clusters of customers, and lists of customers saved for every page."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "A mixture of normal distributions on standardised features; the number of clusters "
        "by BIC (Fraley & Raftery, 2002), unless it was chosen by hand."
    ): (
        "Campuran taburan normal pada ciri yang dipiawaikan; bilangan kelompok mengikut BIC "
        "(Fraley & Raftery, 2002), kecuali dipilih sendiri."
    ),
    "Automatic": "Automatik",
    "BIC (lower is better)": "BIC (lebih rendah lebih baik)",
    "BIC holds one group for better than any other number.": (
        "Menurut BIC, satu kumpulan lebih baik daripada sebarang bilangan lain."
    ),
    "BIC is lowest with {k} clusters": "BIC paling rendah dengan {k} kelompok",
    (
        "Beside it: {n} data sets of {customers} customers without groups, in which each "
        "column keeps its values and each pair its correlation (Iman & Conover, 1982), "
        "treated in the same way. Groups are spoken of only where none of them is as clear, "
        "and the silhouette is above {weak} (Kaufman & Rousseeuw, 1990)."
    ): (
        "Perbandingan: {n} set data dengan {customers} pelanggan tanpa kumpulan; setiap "
        "lajur kekal nilainya dan setiap pasangan korelasinya (Iman & Conover, 1982), "
        "dilayan dengan cara yang sama. Kumpulan dikatakan ada hanya jika tiada satu pun "
        "daripadanya sama jelas dan siluet melebihi {weak} (Kaufman & Rousseeuw, 1990)."
    ),
    "Choose at least two features.": "Pilih sekurang-kurangnya dua ciri.",
    "Cluster": "Kelompok",
    "Clusters": "Kelompok",
    (
        "Clusters need a file with a customer column: orders, answers, tickets, events or "
        "contracts. Upload one on the Data page."
    ): (
        "Kelompok memerlukan fail dengan lajur pelanggan: pesanan, jawapan, tiket, peristiwa "
        "atau kontrak. Muat naik di halaman Data."
    ),
    "Clusters of {name}": "Kelompok {name}",
    "Columns shuffled (lowest to highest)": "Lajur dirombak (terendah hingga tertinggi)",
    "Days known": "Hari dikenali",
    "Days silent": "Hari senyap",
    "Days subscribed": "Hari melanggan",
    (
        "Each is a snapshot: later orders or answers do not move customers until you save it "
        "again. Delete a list on the Data page."
    ): (
        "Setiap satu ialah gambaran seketika: pesanan atau jawapan kemudian tidak "
        "memindahkan pelanggan sehingga anda menyimpannya semula. Padam senarai di halaman "
        "Data."
    ),
    "Features": "Ciri",
    (
        "Fitted on {sample} of {n} customers, chosen by a hash of their keys; all were then "
        "given the nearest cluster."
    ): (
        "Dikira daripada {sample} daripada {n} pelanggan yang dipilih mengikut hash "
        "kuncinya; semuanya kemudian diberi kelompok terdekat."
    ),
    "Gaussian mixture": "Campuran Gauss",
    (
        "Hollow: too many of these clusters have fewer than {few} customers or 1% of them, "
        "so that this number is not chosen by itself."
    ): (
        "Kosong: terlalu banyak kelompok dengan kurang daripada {few} pelanggan atau 1%, "
        "jadi bilangan ini tidak dipilih secara automatik."
    ),
    "In other samples": "Dalam sampel lain",
    "Jaccard similarity": "Keserupaan Jaccard",
    ("Keeps them as the customer list {name}: every page can then filter and compare by it."): (
        "Menyimpannya sebagai senarai pelanggan {name}: setiap halaman kemudian boleh "
        "menapis dan membanding mengikutnya."
    ),
    "Last {score}": "{score} terakhir",
    "Like the average": "Seperti purata",
    "Looking for clusters": "Mencari kelompok",
    "Mean order": "Purata pesanan",
    "Mean silhouette": "Purata siluet",
    "Means of fewer than {few} customers are not shown.": (
        "Purata bagi kurang daripada {few} pelanggan tidak ditunjukkan."
    ),
    "Monthly fee": "Yuran bulanan",
    "No clear groups were found": "Tiada kumpulan yang jelas ditemui",
    "Number of clusters": "Bilangan kelompok",
    ("Numbers about each customer, also from other files that know the customer."): (
        "Angka tentang setiap pelanggan, juga daripada fail lain yang mengenali pelanggan itu."
    ),
    "RFM segment": "segmen RFM",
    "RFM segments of {name}": "Segmen RFM {name}",
    (
        "Read the stability of each cluster before you use it: only stable ones would be "
        "found again in other data."
    ): (
        "Lihat kestabilan setiap kelompok sebelum menggunakannya: hanya yang stabil akan "
        "ditemui lagi dalam data lain."
    ),
    "Replaces the list {name}, which was saved before.": (
        "Menggantikan senarai {name} yang telah disimpan."
    ),
    "Saved lists": "Senarai tersimpan",
    "Saved {n} customers. Choose “{column}” under Compare by on any page.": (
        "{n} pelanggan disimpan. Pilih “{column}” pada pembanding di mana-mana halaman."
    ),
    (
        "Shades: the cluster's mean less that of all customers, in standard deviations. "
        "Names come from the features that are at least {least} away. Limits are Student's, "
        "for means of customers like these; clusters were made to differ, so they test "
        "nothing."
    ): (
        "Warna: min kelompok ditolak min semua pelanggan, dalam sisihan piawai. Nama datang "
        "daripada ciri yang jaraknya sekurang-kurangnya {least}. Hadnya had Student untuk "
        "min pelanggan seperti ini; kelompok memang dibuat berbeza, jadi had ini tidak "
        "menguji apa-apa."
    ),
    (
        "Single features tell these groups: a filter on the one that stands out says the "
        "same and is easier to explain."
    ): (
        "Satu ciri sahaja sudah membezakan kumpulan ini: penapis pada ciri yang menonjol "
        "mengatakan perkara yang sama dan lebih mudah dijelaskan."
    ),
    "Skewed features are taken as log(1 + x): {names}.": (
        "Ciri yang terpencong diambil sebagai log(1 + x): {names}."
    ),
    "Standard deviations from the mean of all": "Sisihan piawai daripada min semua",
    (
        "The features hang together in more than a straight line, but a mean silhouette of "
        "{value} is too low for groups."
    ): (
        "Ciri-ciri berkait lebih daripada garis lurus, tetapi purata siluet {value} terlalu "
        "rendah untuk kumpulan."
    ),
    "The groups stand apart no more than with shuffled columns": (
        "Kumpulan tidak lebih terpisah berbanding dengan lajur yang dirombak"
    ),
    (
        "The parts below are handy cuts through customers who differ by degrees: other data "
        "would be cut elsewhere. Use them to sort customers, not as types of customers."
    ): (
        "Bahagian di bawah hanyalah potongan mudah bagi pelanggan yang berbeza secara "
        "berperingkat: data lain akan terpotong di tempat lain. Gunakan untuk mengisih "
        "pelanggan, bukan sebagai jenis pelanggan."
    ),
    "The table holds means as the files tell them, with {level} limits.": (
        "Jadual mengandungi min mengikut fail, dengan had {level}."
    ),
    "These customers": "Pelanggan ini",
    "Use these groups everywhere": "Guna kumpulan ini di mana-mana",
    "Very few customers": "Sangat sedikit pelanggan",
    "What the customers of each cluster are like": "Bagaimana pelanggan setiap kelompok",
    "a pattern, its borders are not certain": "satu corak, sempadannya tidak pasti",
    "bought lately": "baru membeli",
    "cluster": "kelompok",
    "customers for long": "pelanggan lama",
    "do not trust": "jangan dipercayai",
    "few active days": "jarang aktif",
    "few tickets": "sedikit tiket",
    "high fee": "yuran tinggi",
    "high spend": "belanja tinggi",
    "high {score}": "{score} tinggi",
    "k-means": "k-means",
    (
        "k-means on standardised features (Lloyd, 1982); the number of clusters by the mean "
        "silhouette (Rousseeuw, 1987), unless it was chosen by hand."
    ): (
        "k-means pada ciri yang dipiawaikan (Lloyd, 1982); bilangan kelompok mengikut purata "
        "siluet (Rousseeuw, 1987), kecuali dipilih sendiri."
    ),
    "large orders": "pesanan besar",
    "long silent": "lama senyap",
    "long subscribed": "lama melanggan",
    "low fee": "yuran rendah",
    "low spend": "belanja rendah",
    "low {score}": "{score} rendah",
    "many active days": "kerap aktif",
    "many tickets": "banyak tiket",
    "never active": "tidak pernah aktif",
    "new customers": "pelanggan baharu",
    "no tickets": "tiada tiket",
    "no value: {name}": "tiada nilai: {name}",
    "often": "kerap",
    "one order": "satu pesanan",
    "seldom": "jarang",
    "small orders": "pesanan kecil",
    "stable": "stabil",
    "subscribed for short": "baru melanggan",
    ("{better} of {n} data sets with shuffled columns are at least as clear (p = {p})."): (
        "{better} daripada {n} set data dengan lajur dirombak sekurang-kurangnya sama jelas "
        "(p = {p})."
    ),
    "{firm} of {k} clusters are stable": "{firm} daripada {k} kelompok stabil",
    "{firm} of {k} parts are cut alike in other samples": (
        "{firm} daripada {k} bahagian terpotong sama dalam sampel lain"
    ),
    "{k} groups that stand apart": "{k} kumpulan yang terpisah",
    "{k} groups, more than chance, that overlap": (
        "{k} kumpulan, lebih daripada kebetulan, yang bertindih"
    ),
    "{name}: {share} of the customers": "{name}: {share} pelanggan",
    "{name}: {share} of the customers, {part} of the revenue": (
        "{name}: {share} pelanggan, {part} hasil"
    ),
    "{n} customers, saved {when} UTC from {origin}": (
        "{n} pelanggan, disimpan {when} UTC daripada {origin}"
    ),
    "{n} of {all} customers have all chosen features": (
        "{n} daripada {all} pelanggan mempunyai semua ciri yang dipilih"
    ),
    (
        "{times} samples of {n} customers, drawn with replacement, are clustered anew; the "
        "Jaccard similarity of each cluster with its best likeness there is averaged "
        "(Hennig, 2007). From {stable} a cluster is stable, below {pattern} it is not to be "
        "trusted. Stable parts are no proof of groups: a long row of customers is halved at "
        "the same place each time."
    ): (
        "{times} sampel {n} pelanggan, diambil dengan pengembalian, dikelompokkan semula; "
        "keserupaan Jaccard setiap kelompok dengan padanan terbaiknya dipuratakan (Hennig, "
        "2007). Dari {stable} kelompok itu stabil, di bawah {pattern} jangan dipercayai. "
        "Bahagian yang stabil bukan bukti adanya kumpulan: barisan pelanggan yang panjang "
        "terbelah di tempat yang sama setiap kali."
    ),
}

"""Indonesian texts: survival curves, hazards and tests."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "All customers watched at a time left at it, though others are watched later; the curve "
        "is 0 from there on, which rests on these few: {groups}."
    ): (
        "Semua pelanggan yang diamati pada suatu waktu berhenti saat itu, padahal yang lain "
        "diamati kemudian; sejak itu kurvanya 0, yang bertumpu pada segelintir ini: {groups}."
    ),
    "At these times the share still there is told, and groups are compared.": (
        "Pada waktu-waktu ini bagian yang masih ada disebutkan, dan kelompok dibandingkan."
    ),
    "Bandwidth ({unit})": "Lebar pita ({unit})",
    "Bandwidth in {unit}: {widths}.": "Lebar pita dalam {unit}: {widths}.",
    "Chi-square": "Khi-kuadrat",
    (
        "Choose a day where customers who left before it are not in the file. Who started "
        "earlier then counts only from that day on; otherwise the curve would be too good."
    ): (
        "Pilih suatu hari bila pelanggan yang berhenti sebelumnya tidak ada di berkas. Yang "
        "mulai lebih dulu lalu hanya dihitung sejak hari itu; kalau tidak, kurvanya terlalu "
        "bagus."
    ),
    "Choose it before you look: the smallest p-value of several proves nothing.": (
        "Pilih sebelum melihat hasilnya: nilai p terkecil dari beberapa uji tidak membuktikan "
        "apa pun."
    ),
    "Chosen times ({unit})": "Waktu yang dipilih ({unit})",
    "Contracts of a customer at most {days} days apart count as one stay.": (
        "Kontrak seorang pelanggan yang berjarak paling banyak {days} hari dihitung sebagai satu "
        "masa tinggal."
    ),
    "Cumulative hazard": "Hazard kumulatif",
    "Customers who have left": "Pelanggan yang sudah berhenti",
    "Differences of shares are in percentage points.": (
        "Selisih bagian dinyatakan dalam poin persentase."
    ),
    "Each by itself": "Masing-masing sendiri",
    (
        "Each two groups by the {test}; p-values adjusted for the number of pairs by Benjamini "
        "and Hochberg (1995). Pairs below {share} count as differing."
    ): (
        "Setiap dua kelompok dengan {test}; nilai p disesuaikan dengan banyaknya pasangan "
        "menurut Benjamini dan Hochberg (1995). Pasangan di bawah {share} dianggap berbeda."
    ),
    "Exposure to leaving adds up over time": "Paparan untuk berhenti bertambah seiring waktu",
    (
        "Fewer than {few} customers are watched in the beginning, and all later values rest on "
        "them: {groups}."
    ): (
        "Kurang dari {few} pelanggan diamati pada awalnya, dan semua nilai sesudahnya bertumpu "
        "pada mereka: {groups}."
    ),
    "Fleming-Harrington test (1981) with powers {p} and {q}": (
        "uji Fleming-Harrington (1981) dengan pangkat {p} dan {q}"
    ),
    "Fleming-Harrington: by chosen powers": "Fleming-Harrington: menurut pangkat yang dipilih",
    "Groups are compared by the {test}.": "Kelompok dibandingkan dengan {test}.",
    "Join to stays": "Gabung menjadi masa tinggal",
    (
        "Joined, contracts of a customer with at most {days} days between them are one stay: it "
        "begins with the first and ends with the last."
    ): (
        "Jika digabung, kontrak seorang pelanggan dengan jarak paling banyak {days} hari menjadi "
        "satu masa tinggal: mulai dengan yang pertama dan berakhir dengan yang terakhir."
    ),
    (
        "Kaplan-Meier (1958): customers who are still there are counted up to the day they were "
        "last seen, not as leavers. Limits are log-log with Greenwood's variance."
    ): (
        "Kaplan-Meier (1958): pelanggan yang masih bertahan dihitung sampai hari terakhir mereka "
        "terlihat, bukan sebagai pelanggan yang berhenti. Batas interval log-log dengan varians "
        "Greenwood."
    ),
    "Leaving per day, of those still there": "Berhenti per hari, dari yang masih ada",
    "Leaving per month, of those still there": "Berhenti per bulan, dari yang masih ada",
    "Leaving per week, of those still there": "Berhenti per minggu, dari yang masih ada",
    "Leaving per year, of those still there": "Berhenti per tahun, dari yang masih ada",
    "Left so far": "Sudah berhenti sejauh ini",
    "Log-rank: all departures alike": "Log-rank: semua kepergian sama",
    "Mean active in the first {tau} {unit}, {contrast}": (
        "Rata-rata aktif dalam {tau} {unit} pertama, {contrast}"
    ),
    "Mean within the first ({unit})": "Rata-rata dalam pertama ({unit})",
    (
        "Median: the first time by which half have left; a dash where the curve stays above one "
        "half. Mean: the area under the curve up to the limit (RMST) with the variance of "
        "Royston and Parmar (2013). The p-value compares a group with all others by the {test}, "
        "adjusted by Benjamini and Hochberg."
    ): (
        "Median: waktu pertama saat separuh pelanggan sudah berhenti; tanda pisah bila kurva "
        "tetap di atas separuh. Rata-rata: luas di bawah kurva sampai batas waktu (RMST) dengan "
        "varians Royston dan Parmar (2013). Nilai p membandingkan satu kelompok dengan semua "
        "kelompok lain melalui {test}, disesuaikan menurut Benjamini dan Hochberg."
    ),
    (
        "Nelson-Aalen (1969, 1978): the departures at each time over the customers still "
        "watched, added up. Where the line is straight customers leave at an even rate, where it "
        "gets steeper they leave faster. Limits are symmetric in the logarithm."
    ): (
        "Nelson-Aalen (1969, 1978): kepergian pada setiap waktu dibagi pelanggan yang masih "
        "diamati, dijumlahkan. Di mana garisnya lurus pelanggan berhenti dengan laju tetap, di "
        "mana makin curam mereka berhenti lebih cepat. Batasnya simetris dalam logaritma."
    ),
    "No two groups are proven to differ": "Tidak ada dua kelompok yang terbukti berbeda",
    (
        "Nobody is watched in the beginning: the curve tells who stays of those still there "
        "then: {groups}."
    ): (
        "Pada awalnya tidak ada yang diamati: kurva menunjukkan siapa yang bertahan dari mereka "
        "yang masih ada saat itu: {groups}."
    ),
    (
        "Of those still there, the share that leaves per unit of time: the steps of the "
        "Nelson-Aalen estimate smoothed by Epanechnikov's kernel (Ramlau-Hansen, 1983), with "
        "skewed kernels at both ends (Mueller and Wang, 1994). Limits hold at one time each, are "
        "symmetric in the logarithm and leave out the bias of smoothing."
    ): (
        "Dari yang masih ada, bagian yang berhenti per satuan waktu: langkah-langkah taksiran "
        "Nelson-Aalen yang dihaluskan dengan kernel Epanechnikov (Ramlau-Hansen, 1983), dengan "
        "kernel miring di kedua ujung (Mueller dan Wang, 1994). Batas berlaku untuk satu waktu "
        "masing-masing, simetris dalam logaritma, dan tidak memuat bias penghalusan."
    ),
    "Peto-Peto test (1972)": "uji Peto-Peto (1972)",
    "Peto-Peto: early departures more, whatever the cut-off": (
        "Peto-Peto: kepergian awal lebih berat, apa pun batas akhirnya"
    ),
    "Picture": "Gambar",
    "Records begin on": "Catatan dimulai pada",
    "Several contracts of one customer": "Beberapa kontrak dari satu pelanggan",
    (
        "Shares at a fixed time: log-log test of Klein et al. (2007), limits by Zou and Donner "
        "(2008). Mean time active up to a limit (RMST): difference and ratio of Uno et al. "
        "(2014). p-values adjusted over all rows by Benjamini and Hochberg (1995)."
    ): (
        "Bagian pada waktu tertentu: uji log-log Klein dkk. (2007), batas menurut Zou dan Donner "
        "(2008). Rata-rata waktu aktif sampai suatu batas (RMST): selisih dan rasio Uno dkk. "
        "(2014). Nilai p disesuaikan atas semua baris menurut Benjamini dan Hochberg (1995)."
    ),
    "Still there at chosen times": "Masih ada pada waktu yang dipilih",
    "Still there at chosen times, by {column}": (
        "Masih ada pada waktu yang dipilih, menurut {column}"
    ),
    "Tarone-Ware test (1977)": "uji Tarone-Ware (1977)",
    "Tarone-Ware: early departures somewhat more": "Tarone-Ware: kepergian awal agak lebih berat",
    "Test between groups": "Uji antar kelompok",
    (
        "The height of the Kaplan-Meier curve at each time, with its log-log limits; n is the "
        "customers still watched then."
    ): (
        "Tinggi kurva Kaplan-Meier pada setiap waktu, dengan batas log-log; n adalah pelanggan "
        "yang masih diamati saat itu."
    ),
    "Weight of early departures (p)": "Bobot kepergian awal (p)",
    "Weight of late departures (q)": "Bobot kepergian akhir (q)",
    "When customers leave": "Kapan pelanggan berhenti",
    "When customers leave, by {column}": "Kapan pelanggan berhenti, menurut {column}",
    "When they leave": "Kapan mereka berhenti",
    "Wilcoxon: early departures more": "Wilcoxon: kepergian awal lebih berat",
    "after {time} {unit}": "setelah {time} {unit}",
    "as usual": "seperti biasa",
    "contracts joined to stays": "kontrak digabung menjadi masa tinggal",
    "difference": "selisih",
    "generalised Wilcoxon test (Gehan, 1965; Breslow, 1970)": (
        "uji Wilcoxon yang diperumum (Gehan, 1965; Breslow, 1970)"
    ),
    "last seen by the day on which the records begin": (
        "terakhir terlihat pada hari catatan dimulai"
    ),
    "left by the day on which the records begin": "sudah berhenti pada hari catatan dimulai",
    "log-rank test (Mantel, 1966)": "uji log-rank (Mantel, 1966)",
    "ratio": "rasio",
    "records from {day}": "catatan sejak {day}",
    (
        "{customers} customers have {contracts} contracts, and each counts by itself. On the "
        "Data page contracts that follow on one another can be joined to stays."
    ): (
        "{customers} pelanggan punya {contracts} kontrak, dan masing-masing dihitung sendiri. Di "
        "halaman Data, kontrak yang sambung-menyambung bisa digabung menjadi masa tinggal."
    ),
    (
        "{customers} customers have {contracts} contracts, and each counts by itself; --join "
        "makes contracts that follow on one another one stay."
    ): (
        "{customers} pelanggan punya {contracts} kontrak, dan masing-masing dihitung sendiri; "
        "--join menjadikan kontrak yang sambung-menyambung satu masa tinggal."
    ),
    "{group} until {time}": "{group} sampai {time}",
    "{group}: {width}": "{group}: {width}",
    "{n} of {all} pairs differ in how they leave": (
        "{n} dari {all} pasangan berbeda dalam cara mereka berhenti"
    ),
    "{one} against {other}": "{one} terhadap {other}",
    "{one} compared with {other}": "{one} dibandingkan dengan {other}",
}

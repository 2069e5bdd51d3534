"""Malay texts: survival curves, hazards and tests."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "All customers watched at a time left at it, though others are watched later; the curve "
        "is 0 from there on, which rests on these few: {groups}."
    ): (
        "Semua pelanggan yang diperhatikan pada suatu masa berhenti ketika itu, sedangkan yang "
        "lain diperhatikan kemudian; sejak itu keluknya 0, yang bersandar pada segelintir ini: "
        "{groups}."
    ),
    "At these times the share still there is told, and groups are compared.": (
        "Pada masa-masa ini bahagian yang masih ada dinyatakan, dan kumpulan dibandingkan."
    ),
    "Bandwidth ({unit})": "Lebar jalur ({unit})",
    "Bandwidth in {unit}: {widths}.": "Lebar jalur dalam {unit}: {widths}.",
    "Chi-square": "Khi kuasa dua",
    (
        "Choose a day where customers who left before it are not in the file. Who started "
        "earlier then counts only from that day on; otherwise the curve would be too good."
    ): (
        "Pilih suatu hari jika pelanggan yang berhenti sebelumnya tiada dalam fail. Yang bermula "
        "lebih awal hanya dikira sejak hari itu; jika tidak, keluknya terlalu baik."
    ),
    "Choose it before you look: the smallest p-value of several proves nothing.": (
        "Pilih sebelum melihat hasilnya: nilai p terkecil daripada beberapa ujian tidak "
        "membuktikan apa-apa."
    ),
    "Chosen times ({unit})": "Masa yang dipilih ({unit})",
    "Contracts of a customer at most {days} days apart count as one stay.": (
        "Kontrak seorang pelanggan yang berjarak paling banyak {days} hari dikira sebagai satu "
        "tempoh tinggal."
    ),
    "Cumulative hazard": "Hazard terkumpul",
    "Customers who have left": "Pelanggan yang sudah berhenti",
    "Differences of shares are in percentage points.": (
        "Perbezaan bahagian dinyatakan dalam mata peratusan."
    ),
    "Each by itself": "Setiap satu sendiri",
    (
        "Each two groups by the {test}; p-values adjusted for the number of pairs by Benjamini "
        "and Hochberg (1995). Pairs below {share} count as differing."
    ): (
        "Setiap dua kumpulan dengan {test}; nilai p dilaraskan mengikut bilangan pasangan "
        "menurut Benjamini dan Hochberg (1995). Pasangan di bawah {share} dikira berbeza."
    ),
    "Exposure to leaving adds up over time": "Pendedahan untuk berhenti bertambah mengikut masa",
    (
        "Fewer than {few} customers are watched in the beginning, and all later values rest on "
        "them: {groups}."
    ): (
        "Kurang daripada {few} pelanggan diperhatikan pada mulanya, dan semua nilai selepasnya "
        "bersandar pada mereka: {groups}."
    ),
    "Fleming-Harrington test (1981) with powers {p} and {q}": (
        "ujian Fleming-Harrington (1981) dengan kuasa {p} dan {q}"
    ),
    "Fleming-Harrington: by chosen powers": "Fleming-Harrington: mengikut kuasa yang dipilih",
    "Groups are compared by the {test}.": "Kumpulan dibandingkan dengan {test}.",
    "Join to stays": "Gabung menjadi tempoh tinggal",
    (
        "Joined, contracts of a customer with at most {days} days between them are one stay: it "
        "begins with the first and ends with the last."
    ): (
        "Jika digabung, kontrak seorang pelanggan dengan jarak paling banyak {days} hari menjadi "
        "satu tempoh tinggal: bermula dengan yang pertama dan berakhir dengan yang terakhir."
    ),
    (
        "Kaplan-Meier (1958): customers who are still there are counted up to the day they were "
        "last seen, not as leavers. Limits are log-log with Greenwood's variance."
    ): (
        "Kaplan-Meier (1958): pelanggan yang masih kekal dikira hingga hari terakhir mereka "
        "dilihat, bukan sebagai pelanggan yang berhenti. Had selang ialah log-log dengan varians "
        "Greenwood."
    ),
    "Leaving per day, of those still there": "Berhenti sehari, daripada yang masih ada",
    "Leaving per month, of those still there": "Berhenti sebulan, daripada yang masih ada",
    "Leaving per week, of those still there": "Berhenti seminggu, daripada yang masih ada",
    "Leaving per year, of those still there": "Berhenti setahun, daripada yang masih ada",
    "Left so far": "Sudah berhenti setakat ini",
    "Log-rank: all departures alike": "Log-rank: semua pemergian sama",
    "Mean active in the first {tau} {unit}, {contrast}": (
        "Purata aktif dalam {tau} {unit} pertama, {contrast}"
    ),
    "Mean within the first ({unit})": "Purata dalam pertama ({unit})",
    (
        "Median: the first time by which half have left; a dash where the curve stays above one "
        "half. Mean: the area under the curve up to the limit (RMST) with the variance of "
        "Royston and Parmar (2013). The p-value compares a group with all others by the {test}, "
        "adjusted by Benjamini and Hochberg."
    ): (
        "Median: masa pertama apabila separuh pelanggan telah berhenti; sengkang jika keluk "
        "kekal melebihi separuh. Purata: luas di bawah keluk hingga had masa (RMST) dengan "
        "varians Royston dan Parmar (2013). Nilai p membandingkan satu kumpulan dengan semua "
        "kumpulan lain melalui {test}, dilaraskan mengikut Benjamini dan Hochberg."
    ),
    (
        "Nelson-Aalen (1969, 1978): the departures at each time over the customers still "
        "watched, added up. Where the line is straight customers leave at an even rate, where it "
        "gets steeper they leave faster. Limits are symmetric in the logarithm."
    ): (
        "Nelson-Aalen (1969, 1978): pemergian pada setiap masa dibahagi pelanggan yang masih "
        "diperhatikan, dijumlahkan. Di mana garisnya lurus pelanggan berhenti pada kadar sekata, "
        "di mana makin curam mereka berhenti lebih cepat. Hadnya simetri dalam logaritma."
    ),
    "No two groups are proven to differ": "Tiada dua kumpulan yang terbukti berbeza",
    (
        "Nobody is watched in the beginning: the curve tells who stays of those still there "
        "then: {groups}."
    ): (
        "Pada mulanya tiada sesiapa diperhatikan: keluk menunjukkan siapa yang kekal daripada "
        "mereka yang masih ada ketika itu: {groups}."
    ),
    (
        "Of those still there, the share that leaves per unit of time: the steps of the "
        "Nelson-Aalen estimate smoothed by Epanechnikov's kernel (Ramlau-Hansen, 1983), with "
        "skewed kernels at both ends (Mueller and Wang, 1994). Limits hold at one time each, are "
        "symmetric in the logarithm and leave out the bias of smoothing."
    ): (
        "Daripada yang masih ada, bahagian yang berhenti seunit masa: langkah anggaran "
        "Nelson-Aalen yang dilicinkan dengan kernel Epanechnikov (Ramlau-Hansen, 1983), dengan "
        "kernel pencong di kedua-dua hujung (Mueller dan Wang, 1994). Had berlaku bagi satu masa "
        "setiap satu, simetri dalam logaritma, dan tidak memuatkan pincang pelicinan."
    ),
    "Peto-Peto test (1972)": "ujian Peto-Peto (1972)",
    "Peto-Peto: early departures more, whatever the cut-off": (
        "Peto-Peto: pemergian awal lebih berat, apa pun had akhirnya"
    ),
    "Picture": "Gambar",
    "Records begin on": "Rekod bermula pada",
    "Several contracts of one customer": "Beberapa kontrak seorang pelanggan",
    (
        "Shares at a fixed time: log-log test of Klein et al. (2007), limits by Zou and Donner "
        "(2008). Mean time active up to a limit (RMST): difference and ratio of Uno et al. "
        "(2014). p-values adjusted over all rows by Benjamini and Hochberg (1995)."
    ): (
        "Bahagian pada masa tertentu: ujian log-log Klein dll. (2007), had menurut Zou dan "
        "Donner (2008). Purata masa aktif sehingga suatu had (RMST): perbezaan dan nisbah Uno "
        "dll. (2014). Nilai p dilaraskan bagi semua baris menurut Benjamini dan Hochberg (1995)."
    ),
    "Still there at chosen times": "Masih ada pada masa yang dipilih",
    "Still there at chosen times, by {column}": (
        "Masih ada pada masa yang dipilih, mengikut {column}"
    ),
    "Tarone-Ware test (1977)": "ujian Tarone-Ware (1977)",
    "Tarone-Ware: early departures somewhat more": "Tarone-Ware: pemergian awal agak lebih berat",
    "Test between groups": "Ujian antara kumpulan",
    (
        "The height of the Kaplan-Meier curve at each time, with its log-log limits; n is the "
        "customers still watched then."
    ): (
        "Ketinggian keluk Kaplan-Meier pada setiap masa, dengan had log-log; n ialah pelanggan "
        "yang masih diperhatikan ketika itu."
    ),
    "Weight of early departures (p)": "Pemberat pemergian awal (p)",
    "Weight of late departures (q)": "Pemberat pemergian lewat (q)",
    "When customers leave": "Bila pelanggan berhenti",
    "When customers leave, by {column}": "Bila pelanggan berhenti, mengikut {column}",
    "When they leave": "Bila mereka berhenti",
    "Wilcoxon: early departures more": "Wilcoxon: pemergian awal lebih berat",
    "after {time} {unit}": "selepas {time} {unit}",
    "as usual": "seperti biasa",
    "contracts joined to stays": "kontrak digabung menjadi tempoh tinggal",
    "difference": "perbezaan",
    "generalised Wilcoxon test (Gehan, 1965; Breslow, 1970)": (
        "ujian Wilcoxon teritlak (Gehan, 1965; Breslow, 1970)"
    ),
    "last seen by the day on which the records begin": (
        "kali terakhir dilihat pada hari rekod bermula"
    ),
    "left by the day on which the records begin": "sudah berhenti pada hari rekod bermula",
    "log-rank test (Mantel, 1966)": "ujian log-rank (Mantel, 1966)",
    "ratio": "nisbah",
    "records from {day}": "rekod sejak {day}",
    (
        "{customers} customers have {contracts} contracts, and each counts by itself. On the "
        "Data page contracts that follow on one another can be joined to stays."
    ): (
        "{customers} pelanggan mempunyai {contracts} kontrak, dan setiap satu dikira sendiri. Di "
        "halaman Data, kontrak yang bersambung boleh digabung menjadi tempoh tinggal."
    ),
    (
        "{customers} customers have {contracts} contracts, and each counts by itself; --join "
        "makes contracts that follow on one another one stay."
    ): (
        "{customers} pelanggan mempunyai {contracts} kontrak, dan setiap satu dikira sendiri; "
        "--join menjadikan kontrak yang bersambung satu tempoh tinggal."
    ),
    "{group} until {time}": "{group} hingga {time}",
    "{group}: {width}": "{group}: {width}",
    "{n} of {all} pairs differ in how they leave": (
        "{n} daripada {all} pasangan berbeza dalam cara mereka berhenti"
    ),
    "{one} against {other}": "{one} berbanding {other}",
    "{one} compared with {other}": "{one} dibandingkan dengan {other}",
}

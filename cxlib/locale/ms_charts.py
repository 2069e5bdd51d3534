"""Texts in Bahasa Melayu: charts and exported files."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "Expected discounted margin of a new customer over {horizon} {unit}, paid in advance: "
        "the margin of {margin} a period times the share still there, by {model}, discounted at "
        "{discount} a year. Limits by the delta method."
    ): (
        "Jangkaan margin terdiskaun seorang pelanggan baharu sepanjang {horizon} {unit}, dibayar "
        "pendahuluan: margin {margin} bagi setiap tempoh didarab dengan peratusan pelanggan yang "
        "masih kekal mengikut {model}, didiskaunkan pada kadar {discount} setahun. Had selang "
        "dikira dengan kaedah delta."
    ),
    "Kaplan-Meier survival": "keluk Kaplan-Meier",
    "the shifted beta-geometric model (Fader and Hardie, 2007)": (
        "model shifted beta-geometric (Fader dan Hardie, 2007)"
    ),
    "the beta-discrete-Weibull model (Fader and others, 2018)": (
        "model beta-discrete-Weibull (Fader dan rakan-rakan, 2018)"
    ),
    "The {n} best of {all} groups are shown.": "{n} kumpulan teratas daripada {all} dipaparkan.",
    "Value of a customer by {column}": "Nilai setiap pelanggan mengikut {column}",
    "Value per customer": "Nilai setiap pelanggan",
    "Customers still there": "Pelanggan yang masih kekal",
    "Value": "Nilai",
    "All customers": "Semua pelanggan",
    "There are no values to draw in this selection.": (
        "Tiada nilai untuk dilukis dalam pilihan ini."
    ),
    "n {n}": "n {n}",
    "{low} to {high}": "{low} hingga {high}",
    "Retention by {column}: no proven difference": (
        "Pengekalan mengikut {column}: belum terbukti berbeza"
    ),
    "Still watched at ({unit})": "Masih dipantau pada ({unit})",
    "days": "hari",
    "weeks": "minggu",
    "months": "bulan",
    "years": "tahun",
    "Group": "Kumpulan",
    "Left": "Berhenti",
    "Median ({unit})": "Median ({unit})",
    "Interval of the median": "Selang median",
    "Mean active ({unit})": "Purata aktif ({unit})",
    "Interval of the mean": "Selang purata",
    "Adjusted p": "p terlaras",
    "not reached": "tidak tercapai",
    "Half of the customers leave within {time} {unit}": (
        "Separuh daripada pelanggan berhenti dalam {time} {unit}"
    ),
    "Retention by {column}": "Pengekalan mengikut {column}",
    "Retention differs by {column}": "Pengekalan berbeza mengikut {column}",
    "The {n} largest groups are drawn.": "{n} kumpulan terbesar dilukis.",
    "Still there after {time} {unit}, by {column}": (
        "Masih kekal selepas {time} {unit}, mengikut {column}"
    ),
    (
        "The height of each Kaplan-Meier curve at the same time, with its log-log limits; n is "
        "the customers of the group."
    ): (
        "Ketinggian setiap keluk Kaplan-Meier pada masa yang sama, dengan had log-log; n ialah "
        "bilangan pelanggan dalam kumpulan."
    ),
    "Mean active: expected {unit} within the first {tau}.": (
        "Purata aktif: jangkaan bilangan {unit} aktif dalam {tau} yang pertama."
    ),
    "Medians and means": "Median dan purata",
    "More than half of the customers are still there": (
        "Lebih separuh daripada pelanggan masih kekal"
    ),
    "Time since start ({unit})": "Masa sejak mula ({unit})",
    "Median": "Median",
    "Still there": "Masih kekal",
    "{n} at risk then": "{n} masih dipantau ketika itu",
    (
        "The share of answers from {low} to {high} on the scale {bottom} to {top}. The interval "
        "is Wilson's (1927), at the effective number of answers where there are survey weights. "
        "A group is tested against all other groups together by the N-1 chi-square (Campbell, "
        "Statistics in Medicine, 2007), and p-values are adjusted by Benjamini and Hochberg."
    ): (
        "Peratusan jawapan {low} hingga {high} pada skala {bottom} hingga {top}. Selangnya ialah "
        "selang Wilson (1927), dengan bilangan jawapan berkesan jika ada pemberat tinjauan. Satu "
        "kumpulan diuji terhadap gabungan semua kumpulan lain dengan ujian khi kuasa dua N-1 "
        "(Campbell, Statistics in Medicine, 2007), dan nilai p dilaraskan mengikut Benjamini dan "
        "Hochberg."
    ),
    "{name} {value} ({low} to {high}), n = {n}": "{name} {value} ({low} hingga {high}), n = {n}",
    "{level} intervals": "Selang keyakinan {level}",
    "{name}: share answering {low} to {high}": "{name}: peratusan jawapan {low} hingga {high}",
    (
        "NPS is the share of promoters (9-10) less the share of detractors (0-6), in points. The "
        "interval is adjusted Wald (Rocks, The American Statistician, 2016); with survey weights "
        "it is linearised Wald. A group is tested against all other groups together, and "
        "p-values are adjusted by Benjamini and Hochberg (1995)."
    ): (
        "NPS ialah peratusan promoter (9-10) ditolak peratusan detraktor (0-6), dalam mata. "
        "Selangnya ialah adjusted Wald (Rocks, The American Statistician, 2016); dengan pemberat "
        "tinjauan, Wald yang dilinearkan. Satu kumpulan diuji terhadap gabungan semua kumpulan "
        "lain, dan nilai p dilaraskan mengikut Benjamini dan Hochberg (1995)."
    ),
    "{name} by {column}: no proven difference": "{name} mengikut {column}: belum terbukti berbeza",
    "{name} by {column}: {best} leads ({high}), {worst} trails ({low})": (
        "{name} mengikut {column}: {best} tertinggi ({high}), {worst} terendah ({low})"
    ),
    "period not complete": "tempoh belum lengkap",
    "NPS (points)": "NPS (mata)",
    "Not shown: {n} groups of fewer than {few} answers.": (
        "Tidak dipaparkan: {n} kumpulan dengan kurang daripada {few} jawapan."
    ),
    "Pale bars rest on fewer than {n} answers.": "Bar pucat: kurang daripada {n} jawapan.",
    "The last period is not complete.": "Tempoh terakhir belum lengkap.",
    "Detractors (0-6)": "Detraktor (0-6)",
    "Passives (7-8)": "Pasif (7-8)",
    "Promoters (9-10)": "Promoter (9-10)",
    "Promoters, passives and detractors": "Promoter, pasif dan detraktor",
    "Shares of answers, without survey weights.": "Peratusan jawapan, tanpa pemberat tinjauan.",
    "Answers given: {name}": "Taburan jawapan: {name}",
    "Number of answers per score, without survey weights.": (
        "Bilangan jawapan bagi setiap skor, tanpa pemberat tinjauan."
    ),
    "{name} by {column}: {group} is above the rest ({value})": (
        "{name} mengikut {column}: {group} mengatasi yang lain ({value})"
    ),
    "{name} by {column}: {group} is below the rest ({value})": (
        "{name} mengikut {column}: {group} di bawah yang lain ({value})"
    ),
    "differs from the rest (adjusted p = {p})": "berbeza daripada yang lain (p terlaras = {p})",
    "no proven difference from the rest (adjusted p = {p})": (
        "belum terbukti berbeza daripada yang lain (p terlaras = {p})"
    ),
    "{name} over time by {column}": "{name} dari semasa ke semasa mengikut {column}",
    "{name} over time": "{name} dari semasa ke semasa",
    "Share of answers": "Peratusan jawapan",
    "Answers": "Jawapan",
    "All": "Semua",
    "Customer": "Pelanggan",
    "Repeat purchases": "Pembelian berulang",
    "Since the last ({unit})": "Sejak pembelian terakhir ({unit})",
    "P(alive)": "P(alive)",
    "Expected purchases": "Jangkaan pembelian",
    "Expected spend": "Jangkaan perbelanjaan",
    "Lifetime value": "Nilai sepanjang hayat",
    "Repeat purchases: what was seen and what the model says": (
        "Pembelian berulang: data sebenar dan hasil model"
    ),
    (
        "The model is fitted to the calibration alone and then predicts the holdout. Mean "
        "absolute error a customer: {mae} purchases ({naive} by repeating past rates)."
    ): (
        "Model disuaikan pada tempoh kalibrasi sahaja, kemudian meramal tempoh holdout. Purata "
        "ralat mutlak bagi setiap pelanggan: {mae} pembelian ({naive} jika mengulang kadar lalu)."
    ),
    "The most valuable tenth of customers holds {share} of the value": (
        "10% pelanggan paling bernilai menyumbang {share} daripada jumlah nilai"
    ),
    "Not shown: {n} groups of fewer than {few} customers.": (
        "Tidak dipaparkan: {n} kumpulan dengan kurang daripada {few} pelanggan."
    ),
    "Pale bars rest on fewer than {n} customers.": "Bar pucat: kurang daripada {n} pelanggan.",
    "The {n} most valuable customers": "{n} pelanggan paling bernilai",
    "Customers": "Pelanggan",
    "Purchases per customer in the holdout": "Pembelian setiap pelanggan dalam tempoh holdout",
    "Share of the value": "Bahagian nilai",
    "Seen": "Sebenar",
    "Model": "Model",
    "Predicted": "Ramalan",
    "Top {share}": "{share} teratas",
    "Retention": "Pengekalan",
    "{name}: no charts for this kind of file ({kind}).": (
        "{name}: tiada carta untuk jenis fail ini ({kind})."
    ),
    "Share of good answers": "Peratusan jawapan baik",
    "Label": "Label",
    "Series": "Siri",
    "Lower limit": "Had bawah",
    "Upper limit": "Had atas",
    "Row": "Baris",
    "{value}  n {n}": "{value}  n {n}",
    "Source: {source}.": "Sumber: {source}.",
    "n = {n}.": "n = {n}.",
    "{level} confidence intervals.": "Selang keyakinan {level}.",
    "{name}: from {low} ({where_low}) to {high} ({where_high})": (
        "{name}: dari {low} ({where_low}) hingga {high} ({where_high})"
    ),
    "{name}: lower limit": "{name}: had bawah",
    "{name}: upper limit": "{name}: had atas",
    "{name}: interval length": "{name}: panjang selang",
    "{name}: up to the upper limit": "{name}: jarak ke had atas",
    "{name}: down to the lower limit": "{name}: jarak ke had bawah",
    "Where the number stands": "Kedudukan nombor",
    "{name}: drawn at": "{name}: kedudukan lukisan",
    "{name}: drawn height": "{name}: tinggi lukisan",
    "Label as drawn": "Label pada lukisan",
    "{name}: drawn lower limit": "{name}: had bawah lukisan",
    "{name}: drawn upper limit": "{name}: had atas lukisan",
    "Final": "Muktamad",
    "Note": "Nota",
    "no": "tidak",
    "yes": "ya",
    (
        "A presentation is written as {known}; '{name}' ends in '{suffix}'. Choose a file name "
        "with one of these endings."
    ): (
        "Pembentangan ditulis sebagai {known}; '{name}' berakhir dengan '{suffix}'. Pilih nama "
        "fail dengan salah satu akhiran itu."
    ),
    "First {shown} of {all} rows.": "{shown} baris pertama daripada {all}.",
    "Method": "Kaedah",
    "Table": "Jadual",
    "First {shown} of {all} columns.": "{shown} lajur pertama daripada {all}.",
    "A presentation needs at least one chart; this one has none. Add a chart first.": (
        "Pembentangan memerlukan sekurang-kurangnya satu carta; yang ini belum ada. Tambah carta "
        "dahulu."
    ),
    "Reference lines: {names}.": "Garis rujukan: {names}.",
    "Drawn: unseen base": "Lukisan: tapak tidak kelihatan",
    "Drawn: levels": "Lukisan: paras",
    "Drawn: rises": "Lukisan: kenaikan",
    "Drawn: falls": "Lukisan: penurunan",
    "Drawn: levels below zero": "Lukisan: paras di bawah sifar",
    "Drawn: rises below zero": "Lukisan: kenaikan di bawah sifar",
    "Drawn: falls below zero": "Lukisan: penurunan di bawah sifar",
    "Drawn: connectors": "Lukisan: garis penyambung",
    "Interval length": "Panjang selang",
    "{name}: final": "{name}: muktamad",
    "{name}: drawn faint": "{name}: dilukis pudar",
    "{name}, as computed": "{name}, seperti dikira",
}

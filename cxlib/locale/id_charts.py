"""Texts in Bahasa Indonesia: charts and exported files."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "Expected discounted margin of a new customer over {horizon} {unit}, paid in advance: "
        "the margin of {margin} a period times the share still there, by {model}, discounted at "
        "{discount} a year. Limits by the delta method."
    ): (
        "Perkiraan margin terdiskonto seorang pelanggan baru selama {horizon} {unit}, dibayar di "
        "muka: margin {margin} per periode dikali persentase pelanggan yang masih bertahan "
        "menurut {model}, dengan diskonto {discount} per tahun. Batas interval dihitung dengan "
        "metode delta."
    ),
    "Kaplan-Meier survival": "kurva Kaplan-Meier",
    "the shifted beta-geometric model (Fader and Hardie, 2007)": (
        "model shifted beta-geometric (Fader dan Hardie, 2007)"
    ),
    "the beta-discrete-Weibull model (Fader and others, 2018)": (
        "model beta-discrete-Weibull (Fader dkk., 2018)"
    ),
    "The {n} best of {all} groups are shown.": "Ditampilkan {n} kelompok teratas dari {all}.",
    "Value of a customer by {column}": "Nilai per pelanggan menurut {column}",
    "Value per customer": "Nilai per pelanggan",
    "Customers still there": "Pelanggan yang masih bertahan",
    "Value": "Nilai",
    "All customers": "Semua pelanggan",
    "There are no values to draw in this selection.": (
        "Tidak ada nilai untuk digambarkan dalam pilihan ini."
    ),
    "n {n}": "n {n}",
    "{low} to {high}": "{low} hingga {high}",
    "Retention by {column}: no proven difference": (
        "Retensi menurut {column}: belum terbukti berbeda"
    ),
    "Still watched at ({unit})": "Masih diamati pada ({unit})",
    "days": "hari",
    "weeks": "minggu",
    "months": "bulan",
    "years": "tahun",
    "Group": "Kelompok",
    "Left": "Berhenti",
    "Median ({unit})": "Median ({unit})",
    "Interval of the median": "Interval median",
    "Mean active ({unit})": "Rata-rata aktif ({unit})",
    "Interval of the mean": "Interval rata-rata",
    "Adjusted p": "p disesuaikan",
    "not reached": "tidak tercapai",
    "Half of the customers leave within {time} {unit}": (
        "Separuh pelanggan berhenti dalam {time} {unit}"
    ),
    "Retention by {column}": "Retensi menurut {column}",
    "Retention differs by {column}": "Retensi berbeda menurut {column}",
    "The {n} largest groups are drawn.": "Digambarkan {n} kelompok terbesar.",
    "Still there after {time} {unit}, by {column}": (
        "Masih bertahan setelah {time} {unit}, menurut {column}"
    ),
    (
        "The height of each Kaplan-Meier curve at the same time, with its log-log limits; n is "
        "the customers of the group."
    ): (
        "Tinggi setiap kurva Kaplan-Meier pada waktu yang sama, dengan batas log-log; n adalah "
        "jumlah pelanggan dalam kelompok."
    ),
    "Mean active: expected {unit} within the first {tau}.": (
        "Rata-rata aktif: perkiraan jumlah {unit} aktif dalam {tau} pertama."
    ),
    "Medians and means": "Median dan rata-rata",
    "More than half of the customers are still there": (
        "Lebih dari separuh pelanggan masih bertahan"
    ),
    "Time since start ({unit})": "Waktu sejak mulai ({unit})",
    "Median": "Median",
    "Still there": "Masih bertahan",
    "{n} at risk then": "{n} masih diamati saat itu",
    (
        "The share of answers from {low} to {high} on the scale {bottom} to {top}. The interval "
        "is Wilson's (1927), at the effective number of answers where there are survey weights. "
        "A group is tested against all other groups together by the N-1 chi-square (Campbell, "
        "Statistics in Medicine, 2007), and p-values are adjusted by Benjamini and Hochberg."
    ): (
        "Persentase jawaban {low} sampai {high} pada skala {bottom} sampai {top}. Intervalnya "
        "interval Wilson (1927), dengan jumlah jawaban efektif bila ada bobot survei. Satu "
        "kelompok diuji terhadap gabungan semua kelompok lain dengan uji khi-kuadrat N-1 "
        "(Campbell, Statistics in Medicine, 2007), dan nilai p disesuaikan menurut Benjamini dan "
        "Hochberg."
    ),
    "{name} {value} ({low} to {high}), n = {n}": "{name} {value} ({low} hingga {high}), n = {n}",
    "{level} intervals": "Interval kepercayaan {level}",
    "{name}: share answering {low} to {high}": "{name}: persentase jawaban {low} sampai {high}",
    (
        "NPS is the share of promoters (9-10) less the share of detractors (0-6), in points. The "
        "interval is adjusted Wald (Rocks, The American Statistician, 2016); with survey weights "
        "it is linearised Wald. A group is tested against all other groups together, and "
        "p-values are adjusted by Benjamini and Hochberg (1995)."
    ): (
        "NPS adalah persentase promotor (9-10) dikurangi persentase detraktor (0-6), dalam poin. "
        "Intervalnya adjusted Wald (Rocks, The American Statistician, 2016); dengan bobot survei "
        "dipakai Wald linearisasi. Satu kelompok diuji terhadap gabungan semua kelompok lain, "
        "dan nilai p disesuaikan menurut Benjamini dan Hochberg (1995)."
    ),
    "{name} by {column}: no proven difference": "{name} menurut {column}: belum terbukti berbeda",
    "{name} by {column}: {best} leads ({high}), {worst} trails ({low})": (
        "{name} menurut {column}: {best} tertinggi ({high}), {worst} terendah ({low})"
    ),
    "period not complete": "periode belum lengkap",
    "NPS (points)": "NPS (poin)",
    "Not shown: {n} groups of fewer than {few} answers.": (
        "Tidak ditampilkan: {n} kelompok dengan kurang dari {few} jawaban."
    ),
    "Pale bars rest on fewer than {n} answers.": "Batang pucat: kurang dari {n} jawaban.",
    "The last period is not complete.": "Periode terakhir belum lengkap.",
    "Detractors (0-6)": "Detraktor (0-6)",
    "Passives (7-8)": "Pasif (7-8)",
    "Promoters (9-10)": "Promotor (9-10)",
    "Promoters, passives and detractors": "Promotor, pasif, dan detraktor",
    "Shares of answers, without survey weights.": "Persentase jawaban, tanpa bobot survei.",
    "Answers given: {name}": "Sebaran jawaban: {name}",
    "Number of answers per score, without survey weights.": (
        "Jumlah jawaban per skor, tanpa bobot survei."
    ),
    "{name} by {column}: {group} is above the rest ({value})": (
        "{name} menurut {column}: {group} di atas yang lain ({value})"
    ),
    "{name} by {column}: {group} is below the rest ({value})": (
        "{name} menurut {column}: {group} di bawah yang lain ({value})"
    ),
    "differs from the rest (adjusted p = {p})": "berbeda dari yang lain (p disesuaikan = {p})",
    "no proven difference from the rest (adjusted p = {p})": (
        "belum terbukti berbeda dari yang lain (p disesuaikan = {p})"
    ),
    "{name} over time by {column}": "{name} dari waktu ke waktu menurut {column}",
    "{name} over time": "{name} dari waktu ke waktu",
    "Share of answers": "Persentase jawaban",
    "Answers": "Jawaban",
    "All": "Semua",
    "Customer": "Pelanggan",
    "Repeat purchases": "Pembelian ulang",
    "Since the last ({unit})": "Sejak pembelian terakhir ({unit})",
    "P(alive)": "P(alive)",
    "Expected purchases": "Perkiraan pembelian",
    "Expected spend": "Perkiraan belanja",
    "Lifetime value": "Nilai seumur hidup pelanggan",
    "Repeat purchases: what was seen and what the model says": (
        "Pembelian ulang: data aktual dan hasil model"
    ),
    (
        "The model is fitted to the calibration alone and then predicts the holdout. Mean "
        "absolute error a customer: {mae} purchases ({naive} by repeating past rates)."
    ): (
        "Model dicocokkan hanya pada periode kalibrasi, lalu memprediksi periode holdout. "
        "Rata-rata galat absolut per pelanggan: {mae} pembelian ({naive} bila mengulang laju "
        "lama)."
    ),
    "The most valuable tenth of customers holds {share} of the value": (
        "10% pelanggan paling bernilai menyumbang {share} dari total nilai"
    ),
    "Not shown: {n} groups of fewer than {few} customers.": (
        "Tidak ditampilkan: {n} kelompok dengan kurang dari {few} pelanggan."
    ),
    "Pale bars rest on fewer than {n} customers.": "Batang pucat: kurang dari {n} pelanggan.",
    "The {n} most valuable customers": "{n} pelanggan paling bernilai",
    "Customers": "Pelanggan",
    "Purchases per customer in the holdout": "Pembelian per pelanggan pada periode holdout",
    "Share of the value": "Porsi nilai",
    "Seen": "Aktual",
    "Model": "Model",
    "Predicted": "Prediksi",
    "Top {share}": "{share} teratas",
    "Retention": "Retensi",
    "{name}: no charts for this kind of file ({kind}).": (
        "{name}: tidak ada grafik untuk jenis file ini ({kind})."
    ),
    "Share of good answers": "Persentase jawaban baik",
    "Label": "Label",
    "Series": "Seri",
    "Lower limit": "Batas bawah",
    "Upper limit": "Batas atas",
    "Row": "Baris",
    "{value}  n {n}": "{value}  n {n}",
    "Source: {source}.": "Sumber: {source}.",
    "n = {n}.": "n = {n}.",
    "{level} confidence intervals.": "Interval kepercayaan {level}.",
    "{name}: from {low} ({where_low}) to {high} ({where_high})": (
        "{name}: dari {low} ({where_low}) hingga {high} ({where_high})"
    ),
    "{name}: lower limit": "{name}: batas bawah",
    "{name}: upper limit": "{name}: batas atas",
    "{name}: interval length": "{name}: panjang interval",
    "{name}: up to the upper limit": "{name}: jarak ke batas atas",
    "{name}: down to the lower limit": "{name}: jarak ke batas bawah",
    "Where the number stands": "Letak angka",
    "{name}: drawn at": "{name}: posisi gambar",
    "{name}: drawn height": "{name}: tinggi gambar",
    "Label as drawn": "Label pada gambar",
    "{name}: drawn lower limit": "{name}: batas bawah gambar",
    "{name}: drawn upper limit": "{name}: batas atas gambar",
    "Final": "Final",
    "Note": "Catatan",
    "no": "tidak",
    "yes": "ya",
    (
        "A presentation is written as {known}; '{name}' ends in '{suffix}'. Choose a file name "
        "with one of these endings."
    ): (
        "Presentasi ditulis sebagai {known}; '{name}' berakhiran '{suffix}'. Pilih nama file "
        "dengan salah satu akhiran itu."
    ),
    "First {shown} of {all} rows.": "{shown} baris pertama dari {all}.",
    "Method": "Metode",
    "Table": "Tabel",
    "First {shown} of {all} columns.": "{shown} kolom pertama dari {all}.",
    "A presentation needs at least one chart; this one has none. Add a chart first.": (
        "Presentasi memerlukan minimal satu grafik; yang ini belum punya. Tambahkan grafik dulu."
    ),
    "Reference lines: {names}.": "Garis acuan: {names}.",
    "Drawn: unseen base": "Gambar: dasar tak terlihat",
    "Drawn: levels": "Gambar: posisi",
    "Drawn: rises": "Gambar: kenaikan",
    "Drawn: falls": "Gambar: penurunan",
    "Drawn: levels below zero": "Gambar: posisi di bawah nol",
    "Drawn: rises below zero": "Gambar: kenaikan di bawah nol",
    "Drawn: falls below zero": "Gambar: penurunan di bawah nol",
    "Drawn: connectors": "Gambar: garis penghubung",
    "Interval length": "Panjang interval",
    "{name}: final": "{name}: final",
    "{name}: drawn faint": "{name}: digambar pudar",
    "{name}, as computed": "{name}, sesuai perhitungan",
}

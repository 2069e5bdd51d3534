"""Indonesian texts: retention rates and recurring revenue."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    (
        "Of the customers at the start of a period: the share still there at its end, the "
        "share of their recurring money kept without what some pay more (GRR), and all their "
        "money at the end over that at the start (NRR). New and returned customers are in "
        "none of them. Limits: Wilson (1927) for customers; for money those of a ratio of "
        "sums over customers (Cochran, 1977). Several periods are pooled: a customer counts "
        "once in each."
    ): (
        "Dari pelanggan pada awal suatu periode: persentase yang masih ada pada akhirnya, "
        "persentase uang berulang mereka yang bertahan tanpa tambahan dari yang membayar "
        "lebih (GRR), dan seluruh uang mereka pada akhir periode dibanding pada awalnya "
        "(NRR). Pelanggan baru dan yang kembali tidak dihitung di dalamnya. Batas interval: "
        "Wilson (1927) untuk pelanggan; untuk uang, batas rasio jumlah atas pelanggan "
        "(Cochran, 1977). Beberapa periode digabung: seorang pelanggan dihitung sekali di "
        "setiap periode."
    ),
    "Customers lost": "Pelanggan yang berhenti",
    "Customers kept": "Pelanggan yang bertahan",
    "Pale bars rest on fewer than {n} customers at the start.": (
        "Batang pucat bertumpu pada kurang dari {n} pelanggan pada awal periode."
    ),
    (
        "Periods pooled; a customer counts in the value at the start of each period. A group "
        "is tested against all other groups together: customers by the N-1 chi-square "
        "(Campbell, 2007), money by the difference over its standard error; p-values are "
        "adjusted by Benjamini and Hochberg (1995)."
    ): (
        "Periode digabung; seorang pelanggan dihitung pada nilai di awal setiap periode. "
        "Sebuah kelompok diuji terhadap semua kelompok lain bersama-sama: pelanggan dengan "
        "khi-kuadrat N-1 (Campbell, 2007), uang dengan selisih dibagi galat bakunya; nilai p "
        "disesuaikan menurut Benjamini dan Hochberg (1995)."
    ),
    "Customers and money kept, period by period": "Pelanggan dan uang yang bertahan, per periode",
    "Customers kept, period by period": "Pelanggan yang bertahan, per periode",
    "Kept, of the start of the period": "Bertahan, dari awal periode",
    "Lost, of the customers at the start": "Hilang, dari pelanggan pada awal periode",
    (
        "Nobody in view pays more or less than before: expansion and contraction are 0, and NRR "
        "equals GRR."
    ): (
        "Tidak ada pelanggan dalam tampilan ini yang membayar lebih atau kurang dari sebelumnya: "
        "ekspansi dan kontraksi 0, dan NRR sama dengan GRR."
    ),
    "Contracts with a fee of 0: {n}. They count as customers without money.": (
        "Kontrak dengan biaya 0: {n}. Mereka dihitung sebagai pelanggan tanpa uang."
    ),
    (
        "From the close of the day before the period to the close of its last day. New: never"
        " there before; returned: there before, but not at the start; expansion and "
        "contraction: customers there at both who pay more or less. Contracts of a customer "
        "add up, so a change of plan is no loss. Periods are added up: who was lost and came "
        "back counts in both."
    ): (
        "Dari akhir hari sebelum periode sampai akhir hari terakhirnya. Baru: belum pernah "
        "ada sebelumnya; kembali: pernah ada, tetapi tidak pada awal periode; ekspansi dan "
        "kontraksi: pelanggan yang ada pada keduanya dan membayar lebih atau kurang. Kontrak "
        "seorang pelanggan dijumlahkan, sehingga ganti paket bukan kehilangan. Periode "
        "dijumlahkan: yang berhenti lalu kembali dihitung pada keduanya."
    ),
    "At the start": "Pada awal",
    "Returned": "Kembali",
    "Lost": "Hilang",
    "At the end": "Pada akhir",
    "Customers period by period": "Pelanggan per periode",
    "Customers at the start": "Pelanggan pada awal",
    "Expansion": "Ekspansi",
    "Contraction": "Kontraksi",
    "Interval of GRR": "Interval GRR",
    "Interval of NRR": "Interval NRR",
    "In for each 1 out": "Masuk per 1 keluar",
    "Recurring money period by period": "Uang berulang per periode",
    "Recurring money, {period}: from {start} to {end} a month": (
        "Uang berulang, {period}: dari {start} menjadi {end} per bulan"
    ),
    "Customers, {period}: from {start} to {end}": "Pelanggan, {period}: dari {start} menjadi {end}",
    "Change": "Perubahan",
    "{period} (not complete)": "{period} (belum lengkap)",
    "Recurring money": "Uang berulang",
    "Recurring money a month": "Uang berulang per bulan",
    "the fee is below zero": "biaya di bawah nol",
    ("Of the customers at the start, those still there at the end; new ones do not count. {n}"): (
        "Dari pelanggan pada awal, mereka yang masih ada pada akhir; yang baru tidak dihitung. {n}"
    ),
    (
        "Recurring money kept of that at the start, without what some pay more. Revenue churn"
        " is the rest: {churn}."
    ): (
        "Uang berulang yang bertahan dari yang ada pada awal, tanpa tambahan dari yang "
        "membayar lebih. Churn pendapatan adalah sisanya: {churn}."
    ),
    (
        "All that the customers at the start pay at the end, of what they paid at the start; "
        "above 100% they grow. Money in for each 1 out, new customers included (quick ratio):"
        " {quick}."
    ): (
        "Semua yang dibayar pelanggan awal pada akhir periode, dari yang mereka bayar pada "
        "awal; di atas 100% mereka tumbuh. Uang masuk per 1 keluar, termasuk pelanggan baru "
        "(quick ratio): {quick}."
    ),
    "Pooled over {n} {unit}: a customer counts once in each.": (
        "Gabungan {n} {unit}: seorang pelanggan dihitung sekali di masing-masing."
    ),
    (
        "One less the share kept. If customers always left at this one rate, {share} would be"
        " left after a year; those who stay are the more loyal ones, so more usually are. The"
        " curves need no such assumption."
    ): (
        "Satu dikurangi bagian yang bertahan. Jika pelanggan selalu pergi dengan laju yang "
        "sama ini, {share} akan tersisa setelah setahun; yang bertahan lebih setia, sehingga "
        "biasanya lebih banyak. Kurva tidak memerlukan anggapan itu."
    ),
    "the last {n} full {unit}": "{n} {unit} penuh terakhir",
    "One less the share kept.": "Satu dikurangi bagian yang bertahan.",
    "Year": "Tahun",
    "Length of a period": "Panjang periode",
    "Periods shown": "Periode yang ditampilkan",
    (
        "Rates by period need the days on which customers started and ended; this file has "
        "durations only. The curves show how long customers stay."
    ): (
        "Laju per periode memerlukan hari pelanggan mulai dan berakhir; file ini hanya berisi"
        " durasi. Kurva menunjukkan berapa lama pelanggan bertahan."
    ),
    (
        "This file has no fees, so only customers are counted. For recurring money, choose "
        "the column with the monthly fee on the Data page (role: fee)."
    ): (
        "File ini tidak berisi biaya, sehingga hanya pelanggan yang dihitung. Untuk uang "
        "berulang, pilih kolom biaya bulanan di halaman Data (peran: fee)."
    ),
    "Customers kept, {period}": "Pelanggan yang bertahan, {period}",
    "Customers lost, {period}": "Pelanggan yang berhenti, {period}",
    "GRR, {period}": "GRR, {period}",
    "NRR, {period}": "NRR, {period}",
    (
        "Limits of several periods together take the months of a customer to be "
        "independent, which makes those of GRR and NRR somewhat narrow."
    ): (
        "Batas beberapa periode bersama menganggap bulan-bulan seorang pelanggan saling "
        "bebas, sehingga batas GRR dan NRR agak sempit."
    ),
    (
        "Filters choose contracts: a customer who goes on with a contract that the filter "
        "drops counts as lost. Compare by the column instead."
    ): (
        "Filter memilih kontrak: pelanggan yang lanjut dengan kontrak yang tersaring "
        "dihitung hilang. Bandingkan saja menurut kolomnya."
    ),
    (
        "The day until which each customer was watched is not used here: who has no end "
        "counts as there up to the cut-off day."
    ): (
        "Hari sampai mana tiap pelanggan diamati tidak dipakai di sini: yang tanpa akhir "
        "dihitung ada sampai hari batas."
    ),
}

"""Malay texts: retention rates and recurring revenue."""

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
        "Daripada pelanggan pada awal sesuatu tempoh: peratusan yang masih ada pada akhirnya,"
        " peratusan wang berulang mereka yang kekal tanpa tambahan daripada yang membayar "
        "lebih (GRR), dan semua wang mereka pada akhir tempoh berbanding pada awalnya (NRR). "
        "Pelanggan baharu dan yang kembali tidak dikira di dalamnya. Had selang: Wilson "
        "(1927) bagi pelanggan; bagi wang, had nisbah jumlah ke atas pelanggan (Cochran, "
        "1977). Beberapa tempoh digabungkan: seorang pelanggan dikira sekali dalam setiap "
        "tempoh."
    ),
    "Customers lost": "Pelanggan yang berhenti",
    "Customers kept": "Pelanggan yang kekal",
    "Pale bars rest on fewer than {n} customers at the start.": (
        "Bar pucat berasaskan kurang daripada {n} pelanggan pada awal tempoh."
    ),
    (
        "Periods pooled; a customer counts in the value at the start of each period. A group "
        "is tested against all other groups together: customers by the N-1 chi-square "
        "(Campbell, 2007), money by the difference over its standard error; p-values are "
        "adjusted by Benjamini and Hochberg (1995)."
    ): (
        "Tempoh digabungkan; seorang pelanggan dikira pada nilai di awal setiap tempoh. "
        "Sesuatu kumpulan diuji terhadap semua kumpulan lain bersama-sama: pelanggan dengan "
        "khi kuasa dua N-1 (Campbell, 2007), wang dengan beza dibahagi ralat piawainya; nilai"
        " p dilaras menurut Benjamini dan Hochberg (1995)."
    ),
    "Customers and money kept, period by period": "Pelanggan dan wang yang kekal, mengikut tempoh",
    "Customers kept, period by period": "Pelanggan yang kekal, mengikut tempoh",
    "Kept, of the start of the period": "Kekal, daripada awal tempoh",
    "Lost, of the customers at the start": "Hilang, daripada pelanggan pada awal tempoh",
    (
        "Nobody in view pays more or less than before: expansion and contraction are 0, and NRR "
        "equals GRR."
    ): (
        "Tiada pelanggan dalam paparan ini yang membayar lebih atau kurang daripada sebelumnya: "
        "pengembangan dan penguncupan 0, dan NRR sama dengan GRR."
    ),
    "Contracts with a fee of 0: {n}. They count as customers without money.": (
        "Kontrak dengan yuran 0: {n}. Mereka dikira sebagai pelanggan tanpa wang."
    ),
    (
        "From the close of the day before the period to the close of its last day. New: never"
        " there before; returned: there before, but not at the start; expansion and "
        "contraction: customers there at both who pay more or less. Contracts of a customer "
        "add up, so a change of plan is no loss. Periods are added up: who was lost and came "
        "back counts in both."
    ): (
        "Dari penutup hari sebelum tempoh hingga penutup hari terakhirnya. Baharu: tidak "
        "pernah ada sebelumnya; kembali: pernah ada, tetapi tidak pada awal tempoh; "
        "pengembangan dan penguncupan: pelanggan yang ada pada kedua-duanya dan membayar "
        "lebih atau kurang. Kontrak seorang pelanggan dijumlahkan, maka pertukaran pelan "
        "bukan kehilangan. Tempoh dijumlahkan: yang berhenti lalu kembali dikira pada kedua-"
        "duanya."
    ),
    "At the start": "Pada awal",
    "Returned": "Kembali",
    "Lost": "Hilang",
    "At the end": "Pada akhir",
    "Customers period by period": "Pelanggan mengikut tempoh",
    "Customers at the start": "Pelanggan pada awal",
    "Expansion": "Pengembangan",
    "Contraction": "Penguncupan",
    "Interval of GRR": "Selang GRR",
    "Interval of NRR": "Selang NRR",
    "In for each 1 out": "Masuk bagi setiap 1 keluar",
    "Recurring money period by period": "Wang berulang mengikut tempoh",
    "Recurring money, {period}: from {start} to {end} a month": (
        "Wang berulang, {period}: daripada {start} kepada {end} sebulan"
    ),
    "Customers, {period}: from {start} to {end}": (
        "Pelanggan, {period}: daripada {start} kepada {end}"
    ),
    "Change": "Perubahan",
    "{period} (not complete)": "{period} (belum lengkap)",
    "Recurring money": "Wang berulang",
    "Recurring money a month": "Wang berulang sebulan",
    "the fee is below zero": "yuran di bawah sifar",
    ("Of the customers at the start, those still there at the end; new ones do not count. {n}"): (
        "Daripada pelanggan pada awal, mereka yang masih ada pada akhir; yang baharu tidak "
        "dikira. {n}"
    ),
    (
        "Recurring money kept of that at the start, without what some pay more. Revenue churn"
        " is the rest: {churn}."
    ): (
        "Wang berulang yang kekal daripada yang ada pada awal, tanpa tambahan daripada yang "
        "membayar lebih. Churn hasil ialah bakinya: {churn}."
    ),
    (
        "All that the customers at the start pay at the end, of what they paid at the start; "
        "above 100% they grow. Money in for each 1 out, new customers included (quick ratio):"
        " {quick}."
    ): (
        "Semua yang dibayar pelanggan awal pada akhir tempoh, daripada yang mereka bayar pada"
        " awal; melebihi 100% mereka berkembang. Wang masuk bagi setiap 1 keluar, termasuk "
        "pelanggan baharu (quick ratio): {quick}."
    ),
    "Pooled over {n} {unit}: a customer counts once in each.": (
        "Gabungan {n} {unit}: seorang pelanggan dikira sekali dalam setiap satu."
    ),
    (
        "One less the share kept. If customers always left at this one rate, {share} would be"
        " left after a year; those who stay are the more loyal ones, so more usually are. The"
        " curves need no such assumption."
    ): (
        "Satu tolak bahagian yang kekal. Jika pelanggan sentiasa pergi pada kadar yang sama "
        "ini, {share} akan tinggal selepas setahun; yang kekal lebih setia, maka biasanya "
        "lebih banyak. Keluk tidak memerlukan andaian itu."
    ),
    "the last {n} full {unit}": "{n} {unit} penuh terakhir",
    "One less the share kept.": "Satu tolak bahagian yang kekal.",
    "Year": "Tahun",
    "Length of a period": "Panjang tempoh",
    "Periods shown": "Tempoh yang dipaparkan",
    (
        "Rates by period need the days on which customers started and ended; this file has "
        "durations only. The curves show how long customers stay."
    ): (
        "Kadar mengikut tempoh memerlukan hari pelanggan bermula dan tamat; fail ini hanya "
        "mempunyai tempoh masa. Keluk menunjukkan berapa lama pelanggan kekal."
    ),
    (
        "This file has no fees, so only customers are counted. For recurring money, choose "
        "the column with the monthly fee on the Data page (role: fee)."
    ): (
        "Fail ini tidak mempunyai yuran, maka hanya pelanggan yang dikira. Untuk wang "
        "berulang, pilih lajur yuran bulanan di halaman Data (peranan: fee)."
    ),
    "Customers kept, {period}": "Pelanggan yang kekal, {period}",
    "Customers lost, {period}": "Pelanggan yang berhenti, {period}",
    "GRR, {period}": "GRR, {period}",
    "NRR, {period}": "NRR, {period}",
    (
        "Limits of several periods together take the months of a customer to be "
        "independent, which makes those of GRR and NRR somewhat narrow."
    ): (
        "Had beberapa tempoh bersama menganggap bulan-bulan seorang pelanggan bebas antara "
        "satu sama lain, jadi had GRR dan NRR agak sempit."
    ),
    (
        "Filters choose contracts: a customer who goes on with a contract that the filter "
        "drops counts as lost. Compare by the column instead."
    ): (
        "Penapis memilih kontrak: pelanggan yang meneruskan dengan kontrak yang ditapis "
        "dikira hilang. Bandingkan sahaja mengikut lajurnya."
    ),
    (
        "The day until which each customer was watched is not used here: who has no end "
        "counts as there up to the cut-off day."
    ): (
        "Hari sehingga mana setiap pelanggan diperhatikan tidak digunakan di sini: yang "
        "tanpa akhir dikira ada hingga hari had."
    ),
}

"""Texts in Bahasa Indonesia: lifetime value: spend, lists, limits."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{value} ({level}: {limits})": "{value} ({level}: {limits})",
    "Still a customer with a probability of {p}.": "Masih pelanggan dengan peluang {p}.",
    "Expected in the next {time}: {n} purchases.": (
        "Diharapkan dalam {time} ke depan: {n} pembelian."
    ),
    "Expected spend on an order day: {spend}. Value: {value}.": (
        "Belanja yang diharapkan per hari pesanan: {spend}. Nilai: {value}."
    ),
    "{customer}: order days": "{customer}: hari pesanan",
    "{n} order days, {amount} in all": "{n} hari pesanan, {amount} seluruhnya",
    "Amount": "Jumlah",
    "Value, {level}": "Nilai, {level}",
    "P(alive), {level}": "P(alive), {level}",
    "Purchases, {level}": "Pembelian, {level}",
    "The {n} customers expected to buy most": (
        "{n} pelanggan yang diharapkan paling banyak membeli"
    ),
    "Without limits: they are still being computed, or were stopped.": (
        "Tanpa batas: masih dihitung, atau dihentikan."
    ),
    "These data show nobody leaving, so everybody counts as still a customer.": (
        "Data ini tidak memperlihatkan seorang pun pergi, jadi semua dihitung masih pelanggan."
    ),
    (
        "BG/NBD gives 100% to customers who bought once: in it a customer can leave only after a "
        "repeat purchase."
    ): (
        "BG/NBD memberi 100% kepada pelanggan yang baru sekali membeli: di dalamnya pelanggan "
        "hanya dapat pergi setelah pembelian ulang."
    ),
    "In MBG/NBD a customer can leave after any purchase, the first one included.": (
        "Dalam MBG/NBD pelanggan dapat pergi setelah pembelian mana pun, termasuk yang pertama."
    ),
    "In Pareto/NBD a customer can leave at any time, unseen.": (
        "Dalam Pareto/NBD pelanggan dapat pergi kapan saja, tanpa terlihat."
    ),
    "In BG/BB a customer can leave before any occasion; P(alive) is for the next one.": (
        "Dalam BG/BB pelanggan dapat pergi sebelum kesempatan mana pun; P(alive) berlaku untuk "
        "kesempatan berikutnya."
    ),
    (
        "Purchases by {model}, spend by Gamma-Gamma (Fader and Hardie, 2013). Value: expected "
        "purchases in each {unit} of the next {time} times expected spend times a margin of "
        "{margin}, discounted at {discount} a year. Limits: percentiles of models refitted to "
        "customers drawn anew or, from 20,000 customers on, of parameters drawn from their normal "
        "distribution with the sandwich covariance (White, 1982); they hold for the parameters, "
        "not for what a single customer does."
    ): (
        "Pembelian menurut {model}, belanja menurut Gamma-Gamma (Fader dan Hardie, 2013). Nilai: "
        "pembelian yang diharapkan dalam tiap {unit} selama {time} ke depan dikali belanja yang "
        "diharapkan dikali marjin {margin}, didiskonto {discount} setahun. Batas: persentil "
        "model yang dicocokkan ulang pada pelanggan yang ditarik ulang atau, mulai 20.000 "
        "pelanggan, parameter yang ditarik dari sebaran normalnya dengan kovarians sandwich "
        "(White, 1982); batas ini untuk "
        "parameter, bukan untuk apa yang dilakukan seorang pelanggan."
    ),
    "{n} of {lines} lines bring nothing.": "{n} dari {lines} baris tidak menghasilkan apa-apa.",
    "They are left out, as chosen on the Data page.": (
        "Semuanya ditinggalkan, sesuai pilihan di halaman Data."
    ),
    (
        "Their days count as purchases; if they are gifts or corrections, leave them out on the "
        "Data page."
    ): (
        "Harinya dihitung sebagai pembelian; bila itu hadiah atau koreksi, tinggalkan di halaman "
        "Data."
    ),
    "Every line brings something.": "Setiap baris menghasilkan sesuatu.",
    "Extreme orders": "Pesanan ekstrem",
    "The amounts sum to nothing.": "Jumlah seluruhnya nol.",
    (
        "The largest 1% of order days bring {share} of the money; the largest is {most}, the "
        "middle one {median}."
    ): (
        "1% hari pesanan terbesar menghasilkan {share} dari uang; yang terbesar {most}, yang "
        "tengah {median}."
    ),
    (
        "With the largest 0.1% cut to {cap} the value of all customers changes by {change}, to "
        "{capped}."
    ): (
        "Dengan 0,1% terbesar dipotong menjadi {cap}, nilai semua pelanggan berubah {change}, "
        "menjadi {capped}."
    ),
    "A few orders decide the value: check whether they are real.": (
        "Beberapa pesanan menentukan nilainya: periksa apakah pesanan itu nyata."
    ),
    "The value does not hang on a few orders.": (
        "Nilainya tidak bergantung pada beberapa pesanan."
    ),
    "Was spend predicted?": "Apakah belanja teramalkan?",
    "The history is too short to check it.": "Riwayatnya terlalu pendek untuk diperiksa.",
    (
        "In the holdout of {time} the model predicts a spend of {predicted}; {actual} were spent "
        "({error}). Mean error a customer {mae}; {same} by repeating the past, {recency} if "
        "those silent lately are taken to be gone."
    ): (
        "Dalam data uji selama {time} model meramalkan belanja {predicted}; yang dibelanjakan "
        "{actual} ({error}). Rata-rata galat per pelanggan {mae}; {same} bila mengulang masa "
        "lalu, {recency} bila yang akhir-akhir ini diam dianggap pergi."
    ),
    "Better a customer than both rules.": "Per pelanggan lebih baik daripada kedua aturan.",
    "A rule does as well a customer: use single values with care.": (
        "Per pelanggan sebuah aturan sama baiknya: gunakan nilai perorangan dengan hati-hati."
    ),
    "An order of those who bought again: {expected} expected, {seen} seen ({error}).": (
        "Satu pesanan dari yang membeli lagi: diharapkan {expected}, terlihat {seen} ({error})."
    ),
    "What an order brings, by number of repeat purchases": (
        "Hasil satu pesanan, menurut jumlah pembelian ulang"
    ),
    "Mean amount": "Rata-rata jumlah",
    "Mean amount of an order day": "Rata-rata jumlah per hari pesanan",
    (
        "Mean of the customers' mean amounts of repeat order days, with limits of the mean by "
        "the normal approximation. Gamma-Gamma takes them to be equal (Fader and Hardie, 2013)."
    ): (
        "Rata-rata dari rata-rata jumlah pelanggan pada hari pesanan ulang, dengan batas "
        "rata-rata menurut pendekatan normal. Gamma-Gamma menganggapnya sama (Fader dan Hardie, "
        "2013)."
    ),
    "The largest tenth of order days brings {share} of the money": (
        "Sepersepuluh hari pesanan terbesar menghasilkan {share} dari uang"
    ),
    "Share of the money": "Bagian dari uang",
    (
        "Sums of a customer's day, the largest first. Amounts are those that the values rest on: "
        "without what the Data page leaves out."
    ): (
        "Jumlah sehari seorang pelanggan, yang terbesar dahulu. Jumlahnya yang menjadi dasar "
        "nilai: tanpa yang ditinggalkan halaman Data."
    ),
    "Nothing was spent in the holdout": "Tidak ada belanja dalam data uji",
    "Those predicted to spend most spend {lift} times the average": (
        "Yang diramalkan paling banyak belanja membelanjakan {lift} kali rata-rata"
    ),
    "Spend per customer in the holdout": "Belanja per pelanggan dalam data uji",
    "customers in ten parts by predicted spend, the highest first": (
        "pelanggan dalam sepuluh bagian menurut ramalan belanja, tertinggi dahulu"
    ),
    (
        "Purchases expected by the purchase model times amounts expected by Gamma-Gamma, both "
        "fitted to the calibration alone. Rank correlation of predicted and seen: {rank}."
    ): (
        "Pembelian yang diharapkan model pembelian dikali jumlah yang diharapkan Gamma-Gamma, "
        "keduanya dicocokkan pada kalibrasi saja. Korelasi peringkat ramalan dan kenyataan: "
        "{rank}."
    ),
    "Do frequent buyers spend more per order?": (
        "Apakah pembeli yang sering membelanjakan lebih per pesanan?"
    ),
    "Too few customers bought again to tell.": (
        "Terlalu sedikit pelanggan membeli lagi untuk mengetahuinya."
    ),
    (
        "Rank correlation of frequency and mean amount: {r} ({level}: {low} to {high}; {n} "
        "customers)."
    ): (
        "Korelasi peringkat frekuensi dan rata-rata jumlah: {r} ({level}: {low} sampai {high}; "
        "{n} pelanggan)."
    ),
    "No sign of it, as Gamma-Gamma takes for granted.": (
        "Tidak ada tandanya, seperti anggapan Gamma-Gamma."
    ),
    "There is a link, too weak to matter for values.": (
        "Ada kaitan, terlalu lemah untuk berarti bagi nilai."
    ),
    (
        "Frequent buyers spend more per order. Gamma-Gamma takes amounts to be independent of "
        "frequency, so it overstates what customers with few purchases will spend, and the value "
        "of customers who bought once."
    ): (
        "Pembeli yang sering membelanjakan lebih per pesanan. Gamma-Gamma menganggap jumlah "
        "tidak bergantung pada frekuensi, jadi ia melebihkan belanja pelanggan dengan sedikit "
        "pembelian, dan nilai pelanggan yang baru sekali membeli."
    ),
    (
        "Frequent buyers spend less per order. Gamma-Gamma takes amounts to be independent of "
        "frequency, so it understates what customers with few purchases will spend, and the "
        "value of customers who bought once."
    ): (
        "Pembeli yang sering membelanjakan lebih sedikit per pesanan. Gamma-Gamma menganggap "
        "jumlah tidak bergantung pada frekuensi, jadi ia mengurangkan belanja pelanggan dengan "
        "sedikit pembelian, dan nilai pelanggan yang baru sekali membeli."
    ),
    "No line is below zero.": "Tidak ada baris di bawah nol.",
    "{n} of {lines} lines take back {money}, {share} of what was bought.": (
        "{n} dari {lines} baris mengembalikan {money}, {share} dari yang dibeli."
    ),
    "They lower the amounts of their days, as chosen on the Data page.": (
        "Semuanya mengurangi jumlah harinya, sesuai pilihan di halaman Data."
    ),
    "They are left out: amounts are those before refunds.": (
        "Semuanya ditinggalkan: jumlahnya sebelum pengembalian."
    ),
    (
        "They are left out, so values are before refunds. If refunds go on at this rate, all "
        "customers together are worth {net} rather than {total}."
    ): (
        "Semuanya ditinggalkan, jadi nilai ialah sebelum pengembalian. Bila pengembalian "
        "berlanjut pada laju ini, semua pelanggan bersama bernilai {net}, bukan {total}."
    ),
    "{share} too many": "{share} terlalu banyak",
    "{share} too few": "{share} terlalu sedikit",
    "How unevenly value is spread: Gini {gini}": (
        "Seberapa tidak merata nilai tersebar: Gini {gini}"
    ),
    "If all were worth the same": "Bila semua sama nilainya",
    "Share of the customers, the most valuable first": (
        "Bagian pelanggan, yang paling bernilai dahulu"
    ),
    (
        "Lorenz curve (Lorenz, 1905), drawn from the most valuable customer down; the Gini "
        "coefficient is 0 where all are worth the same and near 1 where one holds everything. "
        "Expected values differ less than what customers will in fact bring."
    ): (
        "Kurva Lorenz (Lorenz, 1905), digambar dari pelanggan paling bernilai ke bawah; "
        "koefisien Gini 0 bila semua sama nilainya dan mendekati 1 bila satu memegang semuanya. "
        "Nilai harapan kurang berbeda daripada yang kelak benar-benar dihasilkan pelanggan."
    ),
    "Top tenth": "Sepersepuluh teratas",
    (
        "{counted}, and the expected number of customers by {model}, fitted by maximum "
        "likelihood. {verdict}"
    ): (
        "{counted}, dan jumlah pelanggan yang diharapkan menurut {model}, dicocokkan dengan "
        "kemungkinan maksimum. {verdict}"
    ),
    "Occasions with an order after the first, per customer": (
        "Kesempatan dengan pesanan setelah yang pertama, per pelanggan"
    ),
    "Days with an order after the first, per customer": (
        "Hari dengan pesanan setelah yang pertama, per pelanggan"
    ),
    "The model predicts {error} purchases for the holdout, repeating past rates {naive}": (
        "Model meramalkan pembelian {error} untuk data uji, mengulang laju lalu {naive}"
    ),
    "by repeat purchases before; holdout of {time}": (
        "menurut pembelian ulang sebelumnya; data uji {time}"
    ),
    "1 day": "1 hari",
    "1 week": "1 minggu",
    "1 month": "1 bulan",
    "1 year": "1 tahun",
    "{n} weeks": "{n} minggu",
    "{n} months": "{n} bulan",
    "{n} years": "{n} tahun",
    "{actual} purchases were made in the holdout of {time}": (
        "{actual} pembelian terjadi dalam data uji selama {time}"
    ),
    "After the calibration the model expects {error} purchases": (
        "Setelah kalibrasi model mengharapkan pembelian {error}"
    ),
    "Spend checks": "Pemeriksaan belanja",
    "everybody, the most valuable first": "semua, yang paling bernilai dahulu",
    "P(alive) of at least {p}, the most valuable first": (
        "P(alive) sedikitnya {p}, yang paling bernilai dahulu"
    ),
    "bought again, P(alive) below {p}, those who used to spend most first": (
        "pernah membeli lagi, P(alive) di bawah {p}, yang dulu paling banyak belanja dahulu"
    ),
    "{n} customers: {rule}.": "{n} pelanggan: {rule}.",
    "The file has no limits until they are computed.": (
        "Berkas tidak memuat batas sampai batas dihitung."
    ),
    "Write a customer as the list above does, to see its history.": (
        "Tulis pelanggan seperti dalam daftar di atas untuk melihat riwayatnya."
    ),
    (
        "Customers are hidden in this dataset: codes stand for them, the same one for the same "
        "customer. The Data page can change that."
    ): (
        "Pelanggan disembunyikan dalam himpunan data ini: kode menggantikan mereka, kode yang "
        "sama untuk pelanggan yang sama. Halaman Data dapat mengubahnya."
    ),
    "Best of these three": "Terbaik dari ketiganya",
    "BG/BB (at most one a unit)": "BG/BB (paling banyak satu per unit)",
    (
        "BG/NBD, MBG/NBD and Pareto/NBD suit purchases that can happen on any day. BG/BB suits "
        "occasions, at most one in each unit of time, such as a yearly donation."
    ): (
        "BG/NBD, MBG/NBD, dan Pareto/NBD cocok untuk pembelian yang dapat terjadi hari apa saja. "
        "BG/BB cocok untuk kesempatan, paling banyak satu dalam tiap satuan waktu, seperti "
        "donasi tahunan."
    ),
    "Purchases in the next {time}": "Pembelian {time} ke depan",
    "{repeaters} of {n} bought again in a later {unit}.": (
        "{repeaters} dari {n} membeli lagi pada {unit} berikutnya."
    ),
    "{repeaters} of {n} bought on more than one day.": (
        "{repeaters} dari {n} membeli pada lebih dari satu hari."
    ),
    "{model} counts each {unit} with an order once, of all customers together, not discounted.": (
        "{model} menghitung tiap {unit} dengan pesanan satu kali, semua pelanggan bersama, tidak "
        "didiskonto."
    ),
    "The limits are being computed": "Batas sedang dihitung",
    "What needs no forecast is shown below: spend and RFM segments.": (
        "Yang tidak memerlukan ramalan ditampilkan di bawah: belanja dan segmen RFM."
    ),
    (
        "The last order is dated {day}, after today: dates may be wrong. Everybody counts as "
        "watched, and silent, up to then; end the date range earlier or correct the dates on the "
        "Data page."
    ): (
        "Pesanan terakhir bertanggal {day}, setelah hari ini: tanggal mungkin salah. Semua "
        "dihitung diamati, dan diam, sampai saat itu; akhiri rentang tanggal lebih awal atau "
        "perbaiki tanggal di halaman Data."
    ),
    "Customers with an order on more than one day.": (
        "Pelanggan dengan pesanan pada lebih dari satu hari."
    ),
    "Spend": "Belanja",
    "Bought again": "Membeli lagi",
}

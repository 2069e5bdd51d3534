"""Texts in Bahasa Melayu: lifetime value: spend, lists, limits."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{value} ({level}: {limits})": "{value} ({level}: {limits})",
    "Still a customer with a probability of {p}.": "Masih pelanggan dengan kebarangkalian {p}.",
    "Expected in the next {time}: {n} purchases.": (
        "Dijangka dalam {time} akan datang: {n} pembelian."
    ),
    "Expected spend on an order day: {spend}. Value: {value}.": (
        "Perbelanjaan yang dijangka bagi sehari pesanan: {spend}. Nilai: {value}."
    ),
    "{customer}: order days": "{customer}: hari pesanan",
    "{n} order days, {amount} in all": "{n} hari pesanan, {amount} kesemuanya",
    "Amount": "Amaun",
    "Value, {level}": "Nilai, {level}",
    "P(alive), {level}": "P(alive), {level}",
    "Purchases, {level}": "Pembelian, {level}",
    "The {n} customers expected to buy most": "{n} pelanggan yang dijangka paling banyak membeli",
    "Without limits: they are still being computed, or were stopped.": (
        "Tanpa had: masih dikira, atau dihentikan."
    ),
    "These data show nobody leaving, so everybody counts as still a customer.": (
        "Data ini tidak menunjukkan sesiapa pergi, jadi semua dikira masih pelanggan."
    ),
    (
        "BG/NBD gives 100% to customers who bought once: in it a customer can leave only after a "
        "repeat purchase."
    ): (
        "BG/NBD memberi 100% kepada pelanggan yang membeli sekali sahaja: di dalamnya pelanggan "
        "hanya boleh pergi selepas pembelian ulangan."
    ),
    "In MBG/NBD a customer can leave after any purchase, the first one included.": (
        "Dalam MBG/NBD pelanggan boleh pergi selepas mana-mana pembelian, termasuk yang pertama."
    ),
    "In Pareto/NBD a customer can leave at any time, unseen.": (
        "Dalam Pareto/NBD pelanggan boleh pergi pada bila-bila masa, tanpa dilihat."
    ),
    "In BG/BB a customer can leave before any occasion; P(alive) is for the next one.": (
        "Dalam BG/BB pelanggan boleh pergi sebelum mana-mana peluang; P(alive) adalah untuk "
        "peluang berikutnya."
    ),
    (
        "Purchases by {model}, spend by Gamma-Gamma (Fader and Hardie, 2013). Value: expected "
        "purchases in each {unit} of the next {time} times expected spend times a margin of "
        "{margin}, discounted at {discount} a year. Limits: percentiles of models refitted to "
        "customers drawn anew or, from 20,000 customers on, of parameters drawn from their normal "
        "distribution with the sandwich covariance (White, 1982); they hold for the parameters, "
        "not for what a single customer does."
    ): (
        "Pembelian menurut {model}, perbelanjaan menurut Gamma-Gamma (Fader dan Hardie, 2013). "
        "Nilai: pembelian yang dijangka dalam setiap {unit} selama {time} akan datang didarab "
        "perbelanjaan yang dijangka didarab margin {margin}, didiskaun {discount} setahun. Had: "
        "persentil model yang dipadankan semula pada pelanggan yang dicabut semula atau, mulai "
        "20,000 pelanggan, parameter yang dicabut daripada taburan normalnya dengan kovarians "
        "sandwic (White, 1982); had ini "
        "untuk parameter, bukan untuk apa yang dilakukan seorang pelanggan."
    ),
    "{n} of {lines} lines bring nothing.": (
        "{n} daripada {lines} baris tidak menghasilkan apa-apa."
    ),
    "They are left out, as chosen on the Data page.": (
        "Semuanya ditinggalkan, seperti dipilih di halaman Data."
    ),
    (
        "Their days count as purchases; if they are gifts or corrections, leave them out on the "
        "Data page."
    ): (
        "Harinya dikira sebagai pembelian; jika itu hadiah atau pembetulan, tinggalkan di "
        "halaman Data."
    ),
    "Every line brings something.": "Setiap baris menghasilkan sesuatu.",
    "Extreme orders": "Pesanan ekstrem",
    "The amounts sum to nothing.": "Jumlah kesemuanya sifar.",
    (
        "The largest 1% of order days bring {share} of the money; the largest is {most}, the "
        "middle one {median}."
    ): (
        "1% hari pesanan terbesar menghasilkan {share} daripada wang; yang terbesar {most}, yang "
        "tengah {median}."
    ),
    (
        "With the largest 0.1% cut to {cap} the value of all customers changes by {change}, to "
        "{capped}."
    ): (
        "Dengan 0.1% terbesar dipotong kepada {cap}, nilai semua pelanggan berubah {change}, "
        "menjadi {capped}."
    ),
    "A few orders decide the value: check whether they are real.": (
        "Beberapa pesanan menentukan nilainya: semak sama ada pesanan itu benar."
    ),
    "The value does not hang on a few orders.": (
        "Nilainya tidak bergantung pada beberapa pesanan."
    ),
    "Was spend predicted?": "Adakah perbelanjaan diramal?",
    "The history is too short to check it.": "Sejarahnya terlalu pendek untuk disemak.",
    (
        "In the holdout of {time} the model predicts a spend of {predicted}; {actual} were spent "
        "({error}). Mean error a customer {mae}; {same} by repeating the past, {recency} if "
        "those silent lately are taken to be gone."
    ): (
        "Dalam data ujian selama {time} model meramalkan perbelanjaan {predicted}; yang "
        "dibelanjakan {actual} ({error}). Purata ralat seorang pelanggan {mae}; {same} jika "
        "mengulang masa lalu, {recency} jika yang diam kebelakangan ini dianggap pergi."
    ),
    "Better a customer than both rules.": (
        "Bagi setiap pelanggan lebih baik daripada kedua-dua peraturan."
    ),
    "A rule does as well a customer: use single values with care.": (
        "Bagi setiap pelanggan satu peraturan sama baiknya: gunakan nilai perseorangan dengan "
        "berhati-hati."
    ),
    "An order of those who bought again: {expected} expected, {seen} seen ({error}).": (
        "Satu pesanan daripada yang membeli lagi: dijangka {expected}, dilihat {seen} ({error})."
    ),
    "What an order brings, by number of repeat purchases": (
        "Hasil satu pesanan, mengikut bilangan pembelian ulangan"
    ),
    "Mean amount": "Purata amaun",
    "Mean amount of an order day": "Purata amaun bagi sehari pesanan",
    (
        "Mean of the customers' mean amounts of repeat order days, with limits of the mean by "
        "the normal approximation. Gamma-Gamma takes them to be equal (Fader and Hardie, 2013)."
    ): (
        "Purata bagi purata amaun pelanggan pada hari pesanan ulangan, dengan had purata menurut "
        "penghampiran normal. Gamma-Gamma menganggapnya sama (Fader dan Hardie, 2013)."
    ),
    "The largest tenth of order days brings {share} of the money": (
        "Sepersepuluh hari pesanan terbesar menghasilkan {share} daripada wang"
    ),
    "Share of the money": "Bahagian daripada wang",
    (
        "Sums of a customer's day, the largest first. Amounts are those that the values rest on: "
        "without what the Data page leaves out."
    ): (
        "Jumlah sehari seorang pelanggan, yang terbesar dahulu. Amaunnya ialah asas nilai: tanpa "
        "yang ditinggalkan halaman Data."
    ),
    "Nothing was spent in the holdout": "Tiada perbelanjaan dalam data ujian",
    "Those predicted to spend most spend {lift} times the average": (
        "Yang diramal paling banyak berbelanja membelanjakan {lift} kali purata"
    ),
    "Spend per customer in the holdout": "Perbelanjaan setiap pelanggan dalam data ujian",
    "customers in ten parts by predicted spend, the highest first": (
        "pelanggan dalam sepuluh bahagian mengikut ramalan perbelanjaan, tertinggi dahulu"
    ),
    (
        "Purchases expected by the purchase model times amounts expected by Gamma-Gamma, both "
        "fitted to the calibration alone. Rank correlation of predicted and seen: {rank}."
    ): (
        "Pembelian yang dijangka model pembelian didarab amaun yang dijangka Gamma-Gamma, "
        "kedua-duanya dipadankan pada penentukuran sahaja. Korelasi pangkat ramalan dan "
        "kenyataan: {rank}."
    ),
    "Do frequent buyers spend more per order?": (
        "Adakah pembeli yang kerap berbelanja lebih bagi setiap pesanan?"
    ),
    "Too few customers bought again to tell.": (
        "Terlalu sedikit pelanggan membeli lagi untuk mengetahuinya."
    ),
    (
        "Rank correlation of frequency and mean amount: {r} ({level}: {low} to {high}; {n} "
        "customers)."
    ): (
        "Korelasi pangkat kekerapan dan purata amaun: {r} ({level}: {low} hingga {high}; {n} "
        "pelanggan)."
    ),
    "No sign of it, as Gamma-Gamma takes for granted.": (
        "Tiada tandanya, seperti anggapan Gamma-Gamma."
    ),
    "There is a link, too weak to matter for values.": (
        "Ada kaitan, terlalu lemah untuk bermakna bagi nilai."
    ),
    (
        "Frequent buyers spend more per order. Gamma-Gamma takes amounts to be independent of "
        "frequency, so it overstates what customers with few purchases will spend, and the value "
        "of customers who bought once."
    ): (
        "Pembeli yang kerap berbelanja lebih bagi setiap pesanan. Gamma-Gamma menganggap amaun "
        "tidak bergantung pada kekerapan, jadi ia melebihkan perbelanjaan pelanggan dengan "
        "sedikit pembelian, dan nilai pelanggan yang membeli sekali sahaja."
    ),
    (
        "Frequent buyers spend less per order. Gamma-Gamma takes amounts to be independent of "
        "frequency, so it understates what customers with few purchases will spend, and the "
        "value of customers who bought once."
    ): (
        "Pembeli yang kerap berbelanja kurang bagi setiap pesanan. Gamma-Gamma menganggap amaun "
        "tidak bergantung pada kekerapan, jadi ia mengurangkan perbelanjaan pelanggan dengan "
        "sedikit pembelian, dan nilai pelanggan yang membeli sekali sahaja."
    ),
    "No line is below zero.": "Tiada baris di bawah sifar.",
    "{n} of {lines} lines take back {money}, {share} of what was bought.": (
        "{n} daripada {lines} baris mengembalikan {money}, {share} daripada yang dibeli."
    ),
    "They lower the amounts of their days, as chosen on the Data page.": (
        "Semuanya mengurangkan amaun harinya, seperti dipilih di halaman Data."
    ),
    "They are left out: amounts are those before refunds.": (
        "Semuanya ditinggalkan: amaunnya sebelum bayaran balik."
    ),
    (
        "They are left out, so values are before refunds. If refunds go on at this rate, all "
        "customers together are worth {net} rather than {total}."
    ): (
        "Semuanya ditinggalkan, jadi nilai ialah sebelum bayaran balik. Jika bayaran balik "
        "berterusan pada kadar ini, semua pelanggan bersama bernilai {net}, bukan {total}."
    ),
    "{share} too many": "{share} terlalu banyak",
    "{share} too few": "{share} terlalu sedikit",
    "How unevenly value is spread: Gini {gini}": (
        "Betapa tidak sekata nilai tersebar: Gini {gini}"
    ),
    "If all were worth the same": "Jika semua sama nilainya",
    "Share of the customers, the most valuable first": (
        "Bahagian pelanggan, yang paling bernilai dahulu"
    ),
    (
        "Lorenz curve (Lorenz, 1905), drawn from the most valuable customer down; the Gini "
        "coefficient is 0 where all are worth the same and near 1 where one holds everything. "
        "Expected values differ less than what customers will in fact bring."
    ): (
        "Keluk Lorenz (Lorenz, 1905), dilukis dari pelanggan paling bernilai ke bawah; pekali "
        "Gini ialah 0 jika semua sama nilainya dan menghampiri 1 jika seorang memegang semuanya. "
        "Nilai jangkaan kurang berbeza daripada yang kelak benar-benar dihasilkan pelanggan."
    ),
    "Top tenth": "Sepersepuluh teratas",
    (
        "{counted}, and the expected number of customers by {model}, fitted by maximum "
        "likelihood. {verdict}"
    ): (
        "{counted}, dan bilangan pelanggan yang dijangka menurut {model}, dipadankan dengan "
        "kebolehjadian maksimum. {verdict}"
    ),
    "Occasions with an order after the first, per customer": (
        "Peluang dengan pesanan selepas yang pertama, setiap pelanggan"
    ),
    "Days with an order after the first, per customer": (
        "Hari dengan pesanan selepas yang pertama, setiap pelanggan"
    ),
    "The model predicts {error} purchases for the holdout, repeating past rates {naive}": (
        "Model meramalkan pembelian {error} untuk data ujian, mengulang kadar lalu {naive}"
    ),
    "by repeat purchases before; holdout of {time}": (
        "mengikut pembelian ulangan sebelumnya; data ujian {time}"
    ),
    "1 day": "1 hari",
    "1 week": "1 minggu",
    "1 month": "1 bulan",
    "1 year": "1 tahun",
    "{n} weeks": "{n} minggu",
    "{n} months": "{n} bulan",
    "{n} years": "{n} tahun",
    "{actual} purchases were made in the holdout of {time}": (
        "{actual} pembelian berlaku dalam data ujian selama {time}"
    ),
    "After the calibration the model expects {error} purchases": (
        "Selepas penentukuran model menjangka pembelian {error}"
    ),
    "Spend checks": "Semakan perbelanjaan",
    "everybody, the most valuable first": "semua, yang paling bernilai dahulu",
    "P(alive) of at least {p}, the most valuable first": (
        "P(alive) sekurang-kurangnya {p}, yang paling bernilai dahulu"
    ),
    "bought again, P(alive) below {p}, those who used to spend most first": (
        "pernah membeli lagi, P(alive) di bawah {p}, yang dulu paling banyak berbelanja dahulu"
    ),
    "{n} customers: {rule}.": "{n} pelanggan: {rule}.",
    "The file has no limits until they are computed.": (
        "Fail tidak mengandungi had sehingga had dikira."
    ),
    "Write a customer as the list above does, to see its history.": (
        "Tulis pelanggan seperti dalam senarai di atas untuk melihat sejarahnya."
    ),
    (
        "Customers are hidden in this dataset: codes stand for them, the same one for the same "
        "customer. The Data page can change that."
    ): (
        "Pelanggan disembunyikan dalam set data ini: kod menggantikan mereka, kod yang sama "
        "untuk pelanggan yang sama. Halaman Data boleh mengubahnya."
    ),
    "Best of these three": "Terbaik antara tiga ini",
    "BG/BB (at most one a unit)": "BG/BB (paling banyak satu setiap unit)",
    (
        "BG/NBD, MBG/NBD and Pareto/NBD suit purchases that can happen on any day. BG/BB suits "
        "occasions, at most one in each unit of time, such as a yearly donation."
    ): (
        "BG/NBD, MBG/NBD dan Pareto/NBD sesuai untuk pembelian yang boleh berlaku pada mana-mana "
        "hari. BG/BB sesuai untuk peluang, paling banyak satu dalam setiap unit masa, seperti "
        "derma tahunan."
    ),
    "Purchases in the next {time}": "Pembelian {time} akan datang",
    "{repeaters} of {n} bought again in a later {unit}.": (
        "{repeaters} daripada {n} membeli lagi pada {unit} kemudian."
    ),
    "{repeaters} of {n} bought on more than one day.": (
        "{repeaters} daripada {n} membeli pada lebih daripada satu hari."
    ),
    "{model} counts each {unit} with an order once, of all customers together, not discounted.": (
        "{model} mengira setiap {unit} dengan pesanan sekali, semua pelanggan bersama, tidak "
        "didiskaun."
    ),
    "The limits are being computed": "Had sedang dikira",
    "What needs no forecast is shown below: spend and RFM segments.": (
        "Yang tidak memerlukan ramalan ditunjukkan di bawah: perbelanjaan dan segmen RFM."
    ),
    (
        "The last order is dated {day}, after today: dates may be wrong. Everybody counts as "
        "watched, and silent, up to then; end the date range earlier or correct the dates on the "
        "Data page."
    ): (
        "Pesanan terakhir bertarikh {day}, selepas hari ini: tarikh mungkin salah. Semua dikira "
        "diperhatikan, dan diam, sehingga masa itu; tamatkan julat tarikh lebih awal atau "
        "betulkan tarikh di halaman Data."
    ),
    "Customers with an order on more than one day.": (
        "Pelanggan dengan pesanan pada lebih daripada satu hari."
    ),
    "Spend": "Perbelanjaan",
    "Bought again": "Membeli lagi",
}

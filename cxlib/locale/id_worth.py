"""Texts in Bahasa Indonesia: lifetime value: checks, customers, cohorts, RFM."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Who is still a customer, by purchases and silence": (
        "Siapa yang masih pelanggan, menurut pembelian dan lama diam"
    ),
    "{customer}: still a customer with {p}": "{customer}: masih pelanggan dengan peluang {p}",
    "{n} purchase days; lines mark the last ones": (
        "{n} hari pembelian; garis menandai yang terakhir"
    ),
    "Repeat purchases; rows: {unit} since the last one": (
        "Pembelian ulang; baris: {unit} sejak yang terakhir"
    ),
    "Days since {day}": "Hari sejak {day}",
    (
        "Customers are graded 1 to 5 by how lately they bought, how many orders and how "
        "much; equal values share the mean of their ranks, so that no tie is split by the "
        "order of the file. Segments follow from the grades of recency and frequency."
    ): (
        "Pelanggan dinilai 1 sampai 5 menurut seberapa baru membeli, berapa pesanan, dan "
        "berapa banyak; nilai yang sama berbagi rata-rata peringkat, sehingga tidak terpisah "
        "oleh urutan file. Segmen mengikuti nilai kebaruan dan frekuensi."
    ),
    "Champions": "Juara",
    "Loyal": "Setia",
    "Potential loyalists": "Calon setia",
    "Promising": "Menjanjikan",
    "Need attention": "Perlu perhatian",
    "About to sleep": "Hampir tertidur",
    "Cannot lose them": "Jangan sampai hilang",
    "At risk": "Berisiko",
    "Hibernating": "Tertidur",
    "(not yet a customer)": "(belum pelanggan)",
    "Days since the last order": "Hari sejak pesanan terakhir",
    "Orders": "Pesanan",
    "Spent": "Dibelanjakan",
    "Revenue": "Pendapatan",
    "{segment}: {share} of the customers bring {part} of the revenue": (
        "{segment}: {share} pelanggan membawa {part} pendapatan"
    ),
    "RFM segments": "Segmen RFM",
    "{share} of the customers stayed in their segment": "{share} pelanggan tetap di segmennya",
    "Share of the row": "Porsi dari baris",
    "Rows: {before}; columns: {after}": "Baris: {before}; kolom: {after}",
    (
        "Each row is a segment on the first day, each cell the share of its customers who "
        "are in the column's segment on the second. Grades are ranks of the day, so "
        "customers also move because others did."
    ): (
        "Tiap baris adalah segmen pada hari pertama, tiap sel porsi pelanggannya yang berada "
        "di segmen kolom pada hari kedua. Nilai adalah peringkat pada hari itu, jadi "
        "pelanggan juga berpindah karena yang lain berpindah."
    ),
    "Repeat purchases so far": "Pembelian ulang sejauh ini",
    "Repeat purchases a week": "Pembelian ulang per minggu",
    "Purchases so far: seen and expected": "Pembelian sejauh ini: terlihat dan diharapkan",
    "Purchases predicted": "Pembelian diramal",
    "Error": "Galat",
    "Mean error a customer": "Rata-rata galat per pelanggan",
    "Rank correlation": "Korelasi peringkat",
    "Lift of the top tenth": "Kenaikan sepersepuluh teratas",
    (
        "Repeat purchase days of the customers who first bought in the calibration, and what "
        "the model expects of them from the days on which they began (Fader, Hardie and Lee, "
        "2005). The model has seen nothing to the right of the line."
    ): (
        "Hari pembelian ulang pelanggan yang pertama membeli dalam kalibrasi, dan yang "
        "diharapkan model dari hari mereka mulai (Fader, Hardie dan Lee, 2005). Model belum "
        "melihat apa pun di kanan garis."
    ),
    "customers in ten parts by predicted purchases, the highest first": (
        "pelanggan dalam sepuluh bagian menurut ramalan pembelian, tertinggi dulu"
    ),
    (
        "Customers are ordered by what the model predicts of them; those with equal "
        "predictions are spread over the parts in proportion. A useful order falls from left "
        "to right. Rank correlation of predicted and seen: {rank}."
    ): (
        "Pelanggan diurutkan menurut ramalan model; yang ramalannya sama dibagi sebanding ke "
        "bagian-bagian. Urutan yang berguna turun dari kiri ke kanan. Korelasi peringkat "
        "ramalan dan kenyataan: {rank}."
    ),
    (
        "Models are fitted to the calibration by maximum likelihood and predict the holdout. "
        "The first rule lets every customer go on at the rate of the calibration; the second "
        "takes who was silent in its last third to be gone (Wübben & von Wangenheim, 2008). "
        "The model with the smallest mean absolute error a customer is recommended; how much "
        "more the others miss is compared customer by customer. Among models with equally many "
        "parameters AIC and BIC follow the log-likelihood."
    ): (
        "Model dicocokkan pada kalibrasi dengan kemungkinan maksimum dan meramal masa uji. "
        "Aturan pertama membiarkan tiap pelanggan terus pada laju kalibrasi; yang kedua "
        "menganggap pergi siapa yang diam di sepertiga terakhirnya (Wübben & von Wangenheim, "
        "2008). Model dengan rata-rata galat mutlak per pelanggan terkecil disarankan; "
        "seberapa lebih banyak yang lain meleset dibandingkan pelanggan demi pelanggan. Di "
        "antara model dengan jumlah parameter sama, AIC dan BIC mengikuti log-kemungkinan."
    ),
    "More than the best (95%)": "Lebih dari yang terbaik (95%)",
    "{model} misses least on the holdout; not told apart from it: {others}.": (
        "{model} paling sedikit meleset pada masa uji; tidak terbedakan darinya: {others}."
    ),
    "Weeks since the first day": "Minggu sejak hari pertama",
    "Those predicted to buy most buy {lift} times the average": (
        "Yang diramal paling banyak membeli, membeli {lift} kali rata-rata"
    ),
    "Nobody bought in the holdout": "Tidak ada yang membeli dalam masa uji",
    "lift {lift}": "kenaikan {lift}",
    "A new customer pays back {cost} with the first purchase": (
        "Pelanggan baru mengembalikan {cost} dengan pembelian pertama"
    ),
    "A new customer is worth {value}": "Pelanggan baru bernilai {value}",
    "A new customer does not pay back {cost} within {time} {unit}": (
        "Pelanggan baru tidak mengembalikan {cost} dalam {time} {unit}"
    ),
    "Value still to come, by when customers first bought": (
        "Nilai yang masih akan datang, menurut kapan pelanggan pertama membeli"
    ),
    (
        "Paid back between {early} and {late} {unit} by the limits of the value."
    ): "Kembali antara {early} dan {late} {unit} menurut batas nilainya.",
    (
        "The first purchase counts at once, repeat purchases as the model expects them of a "
        "customer without history, each at the mean amount of Gamma-Gamma. Limits: "
        "parameters drawn from the fits' normal approximation (Krinsky & Robb, 1986); they "
        "hold for the average new customer and take new customers to be like past ones."
    ): (
        "Pembelian pertama dihitung seketika, pembelian ulang seperti yang diharapkan model "
        "dari pelanggan tanpa riwayat, masing-masing pada jumlah rata-rata Gamma-Gamma. "
        "Batas: parameter diambil dari hampiran normal hasil pencocokan (Krinsky & Robb, "
        "1986); berlaku bagi pelanggan baru rata-rata dan menganggap pelanggan baru seperti "
        "yang lalu."
    ),
    "What present and future customers are worth today": (
        "Nilai pelanggan sekarang dan mendatang hari ini"
    ),
    "What the assumptions do: value per customer": "Pengaruh asumsi: nilai per pelanggan",
    (
        "Older cohorts hold many who have left, so a lower value does not mean that they "
        "were worse customers."
    ): (
        "Kohor lama berisi banyak yang sudah pergi, jadi nilai lebih rendah tidak berarti "
        "mereka pelanggan yang lebih buruk."
    ),
    "Discounted margin so far": "Margin terdiskon sejauh ini",
    "Time since the first purchase ({unit})": "Waktu sejak pembelian pertama ({unit})",
    "Present customers": "Pelanggan sekarang",
    "Value today": "Nilai hari ini",
    "Horizon ({unit}); rows: discount a year": "Cakrawala ({unit}); baris: diskon setahun",
    "Hollow points rest on fewer than {n} customers.": (
        "Titik kosong didasarkan pada kurang dari {n} pelanggan."
    ),
    "A new customer": "Pelanggan baru",
    "never in this horizon": "tidak dalam cakrawala ini",
    "Cost of winning one": "Biaya meraih satu",
    (
        "On this holdout the rule of thumb '{rule}' does as well as any model a customer; "
        "{model} is the best of the models."
    ): (
        "Pada data uji ini aturan praktis '{rule}' sama baiknya dengan model mana pun per "
        "pelanggan; {model} yang terbaik di antara model."
    ),
    "Rule: same rate as before": "Aturan: laju sama seperti dulu",
    "Rule: same rate, unless silent lately": "Aturan: laju sama, kecuali diam belakangan",
    ("{model} predicts the holdout best, and better than both rules of thumb."): (
        "{model} meramal masa uji paling baik, dan lebih baik dari kedua aturan praktis."
    ),
    "Comparing the models": "Membandingkan model",
    (
        "The history is too short for a check: the model needs orders before and after the "
        "end of the calibration."
    ): (
        "Riwayat terlalu pendek untuk diperiksa: model perlu pesanan sebelum dan sesudah "
        "akhir kalibrasi."
    ),
    "Segments as of": "Segmen per tanggal",
    "Compared with the segments at the end of the data.": (
        "Dibandingkan dengan segmen pada akhir data."
    ),
    "Probably still customers, by value": "Mungkin masih pelanggan, menurut nilai",
    "Valuable, and probably leaving": "Berharga, dan mungkin akan pergi",
    "List for action": "Daftar untuk ditindak",
    "Download the list (CSV)": "Unduh daftar (CSV)",
    "There is no customer '{name}' in view.": "Tidak ada pelanggan '{name}' di tampilan ini.",
    "One customer": "Satu pelanggan",
    "Check": "Periksa",
    "New customers": "Pelanggan baru",
    "RFM": "RFM",
    "Cost of winning a customer": "Biaya meraih pelanggan",
    "What a new customer costs you on average; 0 where you do not know.": (
        "Biaya rata-rata satu pelanggan baru; 0 bila tidak tahu."
    ),
    (
        "P(alive) by {model} as it would have been computed at each time, from the purchases up "
        "to it. The parameters are those of all customers; it is the probability for a customer "
        "with this history, not for this person."
    ): (
        "P(alive) menurut {model} sebagaimana akan dihitung pada tiap saat, dari pembelian "
        "sampai saat itu. Parameternya milik semua pelanggan; ini peluang bagi pelanggan dengan "
        "riwayat seperti ini, bukan bagi orang ini."
    ),
    (
        "P(alive) by {model} for a customer who has been watched for {time}. Rows: {unit} since "
        "the last purchase; columns: repeat purchases. A long silence says more of a customer "
        "who used to buy often. Faint cells have no customer in the data."
    ): (
        "P(alive) menurut {model} untuk pelanggan yang diamati selama {time}. Baris: {unit} "
        "sejak pembelian terakhir; kolom: pembelian ulang. Diam yang lama lebih berarti bagi "
        "pelanggan yang biasanya sering membeli. Sel pudar tidak punya pelanggan dalam data."
    ),
    "Purchases expected in the next {time}": "Pembelian yang diharapkan dalam {time} ke depan",
    (
        "Expected purchases by {model} for a customer who has been watched for {time}. Rows: "
        "{unit} since the last purchase; columns: repeat purchases. Faint cells have no customer "
        "in the data."
    ): (
        "Pembelian yang diharapkan menurut {model} untuk pelanggan yang diamati selama {time}. "
        "Baris: {unit} sejak pembelian terakhir; kolom: pembelian ulang. Sel pudar tidak punya "
        "pelanggan dalam data."
    ),
    (
        "Assumed: a margin of {margin}, a discount of {discount} a year, {time} from the first "
        "purchase."
    ): ("Anggapan: marjin {margin}, diskonto {discount} setahun, {time} sejak pembelian pertama."),
    "Not even by the upper limit is the cost paid back in this horizon.": (
        "Bahkan menurut batas atas, biayanya tidak kembali dalam rentang ini."
    ),
    (
        "By the limits of the value the cost is paid back after {early} at the earliest, and "
        "perhaps not in this horizon."
    ): (
        "Menurut batas nilai, biaya kembali paling cepat setelah {early}, dan mungkin tidak "
        "dalam rentang ini."
    ),
    (
        "By the limits of the value the cost is paid back after {early} at the earliest and "
        "{late} at the latest."
    ): (
        "Menurut batas nilai, biaya kembali paling cepat setelah {early} dan paling lambat {late}."
    ),
    "A new customer does not pay back {cost} within {time}": (
        "Pelanggan baru tidak mengembalikan {cost} dalam {time}"
    ),
    "A new customer pays back {cost} within {time}": (
        "Pelanggan baru mengembalikan {cost} dalam {time}"
    ),
    "Customers of the next {time}": "Pelanggan {time} ke depan",
    (
        "Future customers: so many new ones in each coming {unit}, each worth what a new "
        "customer is worth over a whole horizon of their own, less the cost of winning them, "
        "discounted from the time they come. The limits combine the fewest and the most arrivals "
        "with the limits of a new customer, so they are wider than {level}."
    ): (
        "Pelanggan mendatang: sekian pelanggan baru dalam tiap {unit} ke depan, masing-masing "
        "senilai pelanggan baru selama satu rentang penuh miliknya, dikurangi biaya "
        "memperolehnya, didiskonto sejak mereka datang. Batasnya menggabungkan kedatangan paling "
        "sedikit dan paling banyak dengan batas pelanggan baru, jadi lebih lebar daripada "
        "{level}."
    ),
    "Share of all": "Porsi dari semua",
    "Assumed: {arrivals} new customers a {unit}.": (
        "Anggapan: {arrivals} pelanggan baru per {unit}."
    ),
    (
        "Assumed: {arrivals} new customers a {unit}, as lately on average (from {fewest} to "
        "{most})."
    ): (
        "Anggapan: {arrivals} pelanggan baru per {unit}, seperti rata-rata akhir-akhir ini (dari "
        "{fewest} sampai {most})."
    ),
    "Winning them costs {cost} each, taken off.": (
        "Memperolehnya berbiaya {cost} per orang, sudah dikurangkan."
    ),
    "What it costs to win them is not known and not taken off.": (
        "Biaya memperolehnya tidak diketahui dan tidak dikurangkan."
    ),
    "The same models under other horizons and discounts.": (
        "Model yang sama dengan rentang dan diskonto lain."
    ),
    (
        "At a margin of {margin}. Values are in proportion to it: half the margin is half the "
        "value."
    ): ("Pada marjin {margin}. Nilai sebanding dengannya: setengah marjin berarti setengah nilai."),
    "At first as many as lately on average; write your own plan.": (
        "Mula-mula sebanyak rata-rata akhir-akhir ini; tulis rencana Anda sendiri."
    ),
    "The limits of the cohorts are being computed": "Batas kohor sedang dihitung",
    "{time} ago": "{time} lalu",
    "lately": "baru-baru ini",
    "The amounts sum to nothing, so there is no value.": (
        "Jumlah seluruhnya nol, jadi tidak ada nilai."
    ),
    "New customers expected a {unit}": "Pelanggan baru yang diharapkan per {unit}",
}

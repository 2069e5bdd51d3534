"""Texts in Bahasa Melayu: lifetime value: checks, customers, cohorts, RFM."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Who is still a customer, by purchases and silence": (
        "Siapa yang masih pelanggan, mengikut pembelian dan tempoh senyap"
    ),
    "{customer}: still a customer with {p}": (
        "{customer}: masih pelanggan dengan kebarangkalian {p}"
    ),
    "{n} purchase days; lines mark the last ones": (
        "{n} hari pembelian; garis menandakan yang terakhir"
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
        "Pelanggan digredkan 1 hingga 5 mengikut sebaru mana membeli, berapa pesanan dan "
        "berapa banyak; nilai yang sama berkongsi min kedudukan, jadi tidak terpisah oleh "
        "susunan fail. Segmen mengikut gred kebaharuan dan kekerapan."
    ),
    "Champions": "Juara",
    "Loyal": "Setia",
    "Potential loyalists": "Bakal setia",
    "Promising": "Berpotensi",
    "Need attention": "Perlu perhatian",
    "About to sleep": "Hampir tidur",
    "Cannot lose them": "Jangan sampai hilang",
    "At risk": "Berisiko",
    "Hibernating": "Tidur",
    "(not yet a customer)": "(belum pelanggan)",
    "Days since the last order": "Hari sejak pesanan terakhir",
    "Orders": "Pesanan",
    "Spent": "Dibelanjakan",
    "Revenue": "Hasil",
    "{segment}: {share} of the customers bring {part} of the revenue": (
        "{segment}: {share} pelanggan membawa {part} hasil"
    ),
    "RFM segments": "Segmen RFM",
    "{share} of the customers stayed in their segment": "{share} pelanggan kekal dalam segmennya",
    "Share of the row": "Bahagian daripada baris",
    "Rows: {before}; columns: {after}": "Baris: {before}; lajur: {after}",
    (
        "Each row is a segment on the first day, each cell the share of its customers who "
        "are in the column's segment on the second. Grades are ranks of the day, so "
        "customers also move because others did."
    ): (
        "Setiap baris ialah segmen pada hari pertama, setiap sel bahagian pelanggannya yang "
        "berada dalam segmen lajur pada hari kedua. Gred ialah kedudukan pada hari itu, jadi "
        "pelanggan juga berpindah kerana yang lain berpindah."
    ),
    "Repeat purchases so far": "Pembelian ulang setakat ini",
    "Repeat purchases a week": "Pembelian ulang seminggu",
    "Purchases so far: seen and expected": "Pembelian setakat ini: dilihat dan dijangka",
    "Purchases predicted": "Pembelian diramal",
    "Error": "Ralat",
    "Mean error a customer": "Min ralat seorang pelanggan",
    "Rank correlation": "Korelasi kedudukan",
    "Lift of the top tenth": "Peningkatan sepersepuluh teratas",
    (
        "Repeat purchase days of the customers who first bought in the calibration, and what "
        "the model expects of them from the days on which they began (Fader, Hardie and Lee, "
        "2005). The model has seen nothing to the right of the line."
    ): (
        "Hari pembelian ulang pelanggan yang pertama membeli dalam penentukuran, dan yang "
        "dijangka model daripada hari mereka bermula (Fader, Hardie dan Lee, 2005). Model "
        "belum melihat apa-apa di kanan garis."
    ),
    "customers in ten parts by predicted purchases, the highest first": (
        "pelanggan dalam sepuluh bahagian mengikut ramalan pembelian, tertinggi dahulu"
    ),
    (
        "Customers are ordered by what the model predicts of them; those with equal "
        "predictions are spread over the parts in proportion. A useful order falls from left "
        "to right. Rank correlation of predicted and seen: {rank}."
    ): (
        "Pelanggan disusun mengikut ramalan model; yang ramalannya sama dibahagi sekadar ke "
        "bahagian. Susunan yang berguna menurun dari kiri ke kanan. Korelasi kedudukan "
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
        "Model dipadankan pada penentukuran dengan kebolehjadian maksimum dan meramal tempoh "
        "ujian. Peraturan pertama membiarkan setiap pelanggan terus pada kadar penentukuran; "
        "yang kedua menganggap pergi sesiapa yang senyap pada sepertiga terakhirnya (Wübben "
        "& von Wangenheim, 2008). Model dengan min ralat mutlak seorang pelanggan terkecil "
        "disyorkan; berapa lebih yang lain tersasar dibandingkan pelanggan demi pelanggan. Antara "
        "model dengan bilangan parameter sama, AIC dan BIC mengikut "
        "log-kebolehjadian."
    ),
    "More than the best (95%)": "Lebih daripada yang terbaik (95%)",
    "{model} misses least on the holdout; not told apart from it: {others}.": (
        "{model} paling kurang tersasar pada tempoh ujian; tidak dapat dibezakan daripadanya: "
        "{others}."
    ),
    "Weeks since the first day": "Minggu sejak hari pertama",
    "Those predicted to buy most buy {lift} times the average": (
        "Yang diramal paling banyak membeli, membeli {lift} kali purata"
    ),
    "Nobody bought in the holdout": "Tiada sesiapa membeli dalam tempoh ujian",
    "lift {lift}": "peningkatan {lift}",
    "A new customer pays back {cost} with the first purchase": (
        "Pelanggan baharu memulangkan {cost} dengan pembelian pertama"
    ),
    "A new customer is worth {value}": "Pelanggan baharu bernilai {value}",
    "A new customer does not pay back {cost} within {time} {unit}": (
        "Pelanggan baharu tidak memulangkan {cost} dalam {time} {unit}"
    ),
    "Value still to come, by when customers first bought": (
        "Nilai yang masih akan datang, mengikut bila pelanggan pertama membeli"
    ),
    (
        "Paid back between {early} and {late} {unit} by the limits of the value."
    ): "Dipulangkan antara {early} dan {late} {unit} mengikut had nilainya.",
    (
        "The first purchase counts at once, repeat purchases as the model expects them of a "
        "customer without history, each at the mean amount of Gamma-Gamma. Limits: "
        "parameters drawn from the fits' normal approximation (Krinsky & Robb, 1986); they "
        "hold for the average new customer and take new customers to be like past ones."
    ): (
        "Pembelian pertama dikira serta-merta, pembelian ulang seperti yang dijangka model "
        "daripada pelanggan tanpa sejarah, setiap satu pada amaun min Gamma-Gamma. Had: "
        "parameter diambil daripada anggaran normal hasil padanan (Krinsky & Robb, 1986); "
        "sah bagi purata pelanggan baharu dan menganggap pelanggan baharu seperti yang lalu."
    ),
    "What present and future customers are worth today": (
        "Nilai pelanggan sekarang dan akan datang hari ini"
    ),
    "What the assumptions do: value per customer": "Kesan andaian: nilai seorang pelanggan",
    (
        "Older cohorts hold many who have left, so a lower value does not mean that they "
        "were worse customers."
    ): (
        "Kohort lama mengandungi ramai yang sudah pergi, jadi nilai lebih rendah tidak "
        "bermakna mereka pelanggan yang lebih buruk."
    ),
    "Discounted margin so far": "Margin terdiskaun setakat ini",
    "Time since the first purchase ({unit})": "Masa sejak pembelian pertama ({unit})",
    "Present customers": "Pelanggan sekarang",
    "Value today": "Nilai hari ini",
    "Horizon ({unit}); rows: discount a year": "Ufuk ({unit}); baris: diskaun setahun",
    "Hollow points rest on fewer than {n} customers.": (
        "Titik kosong berdasarkan kurang daripada {n} pelanggan."
    ),
    "A new customer": "Pelanggan baharu",
    "never in this horizon": "tidak dalam ufuk ini",
    "Cost of winning one": "Kos meraih seorang",
    (
        "On this holdout the rule of thumb '{rule}' does as well as any model a customer; "
        "{model} is the best of the models."
    ): (
        "Pada data ujian ini petua '{rule}' sama baiknya dengan mana-mana model bagi seorang "
        "pelanggan; {model} yang terbaik antara model."
    ),
    "Rule: same rate as before": "Petua: kadar sama seperti dahulu",
    "Rule: same rate, unless silent lately": "Petua: kadar sama, kecuali senyap kebelakangan ini",
    ("{model} predicts the holdout best, and better than both rules of thumb."): (
        "{model} meramal tempoh ujian paling baik, dan lebih baik daripada kedua-dua petua."
    ),
    "Comparing the models": "Membandingkan model",
    (
        "The history is too short for a check: the model needs orders before and after the "
        "end of the calibration."
    ): (
        "Sejarah terlalu pendek untuk disemak: model perlukan pesanan sebelum dan selepas "
        "akhir penentukuran."
    ),
    "Segments as of": "Segmen pada tarikh",
    "Compared with the segments at the end of the data.": (
        "Dibandingkan dengan segmen pada akhir data."
    ),
    "Probably still customers, by value": "Mungkin masih pelanggan, mengikut nilai",
    "Valuable, and probably leaving": "Berharga, dan mungkin akan pergi",
    "List for action": "Senarai untuk tindakan",
    "Download the list (CSV)": "Muat turun senarai (CSV)",
    "There is no customer '{name}' in view.": "Tiada pelanggan '{name}' dalam paparan ini.",
    "One customer": "Seorang pelanggan",
    "Check": "Semak",
    "New customers": "Pelanggan baharu",
    "RFM": "RFM",
    "Cost of winning a customer": "Kos meraih pelanggan",
    "What a new customer costs you on average; 0 where you do not know.": (
        "Kos purata seorang pelanggan baharu; 0 jika tidak tahu."
    ),
    (
        "P(alive) by {model} as it would have been computed at each time, from the purchases up "
        "to it. The parameters are those of all customers; it is the probability for a customer "
        "with this history, not for this person."
    ): (
        "P(alive) menurut {model} sebagaimana akan dikira pada setiap masa, daripada pembelian "
        "sehingga masa itu. Parameternya milik semua pelanggan; ini kebarangkalian bagi "
        "pelanggan dengan sejarah seperti ini, bukan bagi orang ini."
    ),
    (
        "P(alive) by {model} for a customer who has been watched for {time}. Rows: {unit} since "
        "the last purchase; columns: repeat purchases. A long silence says more of a customer "
        "who used to buy often. Faint cells have no customer in the data."
    ): (
        "P(alive) menurut {model} untuk pelanggan yang diperhatikan selama {time}. Baris: {unit} "
        "sejak pembelian terakhir; lajur: pembelian ulangan. Diam yang lama lebih bermakna bagi "
        "pelanggan yang biasanya kerap membeli. Sel pudar tiada pelanggan dalam data."
    ),
    "Purchases expected in the next {time}": "Pembelian yang dijangka dalam {time} akan datang",
    (
        "Expected purchases by {model} for a customer who has been watched for {time}. Rows: "
        "{unit} since the last purchase; columns: repeat purchases. Faint cells have no customer "
        "in the data."
    ): (
        "Pembelian yang dijangka menurut {model} untuk pelanggan yang diperhatikan selama "
        "{time}. Baris: {unit} sejak pembelian terakhir; lajur: pembelian ulangan. Sel pudar "
        "tiada pelanggan dalam data."
    ),
    (
        "Assumed: a margin of {margin}, a discount of {discount} a year, {time} from the first "
        "purchase."
    ): ("Andaian: margin {margin}, diskaun {discount} setahun, {time} sejak pembelian pertama."),
    "Not even by the upper limit is the cost paid back in this horizon.": (
        "Malah menurut had atas, kosnya tidak pulang dalam tempoh ini."
    ),
    (
        "By the limits of the value the cost is paid back after {early} at the earliest, and "
        "perhaps not in this horizon."
    ): (
        "Menurut had nilai, kos pulang paling awal selepas {early}, dan mungkin tidak dalam "
        "tempoh ini."
    ),
    (
        "By the limits of the value the cost is paid back after {early} at the earliest and "
        "{late} at the latest."
    ): ("Menurut had nilai, kos pulang paling awal selepas {early} dan paling lewat {late}."),
    "A new customer does not pay back {cost} within {time}": (
        "Pelanggan baharu tidak memulangkan {cost} dalam {time}"
    ),
    "A new customer pays back {cost} within {time}": (
        "Pelanggan baharu memulangkan {cost} dalam {time}"
    ),
    "Customers of the next {time}": "Pelanggan {time} akan datang",
    (
        "Future customers: so many new ones in each coming {unit}, each worth what a new "
        "customer is worth over a whole horizon of their own, less the cost of winning them, "
        "discounted from the time they come. The limits combine the fewest and the most arrivals "
        "with the limits of a new customer, so they are wider than {level}."
    ): (
        "Pelanggan akan datang: sekian pelanggan baharu dalam setiap {unit} akan datang, "
        "masing-masing senilai pelanggan baharu sepanjang satu tempoh penuh miliknya, ditolak "
        "kos memperolehnya, didiskaun sejak mereka datang. Hadnya menggabungkan ketibaan paling "
        "sedikit dan paling banyak dengan had pelanggan baharu, jadi lebih lebar daripada "
        "{level}."
    ),
    "Share of all": "Bahagian daripada semua",
    "Assumed: {arrivals} new customers a {unit}.": (
        "Andaian: {arrivals} pelanggan baharu setiap {unit}."
    ),
    (
        "Assumed: {arrivals} new customers a {unit}, as lately on average (from {fewest} to "
        "{most})."
    ): (
        "Andaian: {arrivals} pelanggan baharu setiap {unit}, seperti purata kebelakangan ini "
        "(dari {fewest} hingga {most})."
    ),
    "Winning them costs {cost} each, taken off.": (
        "Memperolehnya berkos {cost} seorang, sudah ditolak."
    ),
    "What it costs to win them is not known and not taken off.": (
        "Kos memperolehnya tidak diketahui dan tidak ditolak."
    ),
    "The same models under other horizons and discounts.": (
        "Model yang sama dengan tempoh dan diskaun lain."
    ),
    (
        "At a margin of {margin}. Values are in proportion to it: half the margin is half the "
        "value."
    ): ("Pada margin {margin}. Nilai berkadaran dengannya: separuh margin bermakna separuh nilai."),
    "At first as many as lately on average; write your own plan.": (
        "Mula-mula sebanyak purata kebelakangan ini; tulis rancangan anda sendiri."
    ),
    "The limits of the cohorts are being computed": "Had kohort sedang dikira",
    "{time} ago": "{time} lalu",
    "lately": "baru-baru ini",
    "The amounts sum to nothing, so there is no value.": (
        "Jumlah kesemuanya sifar, jadi tiada nilai."
    ),
    "New customers expected a {unit}": "Pelanggan baharu yang dijangka setiap {unit}",
}

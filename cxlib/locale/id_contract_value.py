"""Texts in Bahasa Indonesia: lifetime value of contracts."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{model} is recommended: a new customer is worth {value}{limits}.": (
        "{model} disarankan: seorang pelanggan baru bernilai {value}{limits}."
    ),
    "Of the value, {share} lies beyond the data.": ("Dari nilai itu, {share} berada di luar data."),
    (
        "All models are fitted by maximum likelihood to departures per whole period, so that "
        "AIC compares them: exponential, Weibull, log-normal and log-logistic laws, sBG "
        "(Fader and Hardie, 2007), BdW (Fader and others, 2018). Recommended: within 10 of "
        "the lowest AIC (Burnham and Anderson, 2002), the one that erred least in the "
        "holdout. Limits by the delta method say how sure the parameters are if the model is "
        "right."
    ): (
        "Semua model dicocokkan dengan kemungkinan maksimum pada kepergian per periode utuh, "
        "sehingga AIC dapat membandingkannya: hukum eksponensial, Weibull, log-normal, dan "
        "log-logistik, sBG (Fader dan Hardie, 2007), BdW (Fader dkk., 2018). Yang "
        "disarankan: dalam jarak 10 dari AIC terendah (Burnham dan Anderson, 2002), yang "
        "paling kecil galatnya pada data uji. Batas dengan metode delta menyatakan seberapa "
        "pasti parameternya jika modelnya benar."
    ),
    ("The tail is a guess: {n} models that describe the data about as well say {low} to {high}."): (
        "Ekornya hanya dugaan: {n} model yang menggambarkan data hampir sama baiknya "
        "menyebut {low} hingga {high}."
    ),
    "{n} models that describe the data about as well say {low} to {high}.": (
        "{n} model yang menggambarkan data hampir sama baiknya menyebut {low} hingga {high}."
    ),
    "The tail is a guess: what each model says a customer is worth": (
        "Ekornya hanya dugaan: nilai seorang pelanggan menurut setiap model"
    ),
    "What each model says a customer is worth": "Nilai seorang pelanggan menurut setiap model",
    "Within the data": "Di dalam data",
    ("All payments fall within the data, so no model is needed: Kaplan-Meier says {value}."): (
        "Semua pembayaran berada di dalam data, jadi tidak perlu model: Kaplan-Meier "
        "menyebut {value}."
    ),
    "Models that describe the data about as well, and where they part": (
        "Model yang menggambarkan data hampir sama baiknya, dan di mana mereka berpisah"
    ),
    "Pale: models that describe the data worse than the others.": (
        "Pucat: model yang menggambarkan data lebih buruk daripada yang lain."
    ),
    "A new customer pays back {cost} with the payment after {time} {unit}": (
        "Pelanggan baru mengembalikan {cost} dengan pembayaran setelah {time} {unit}"
    ),
    "A new customer pays back {cost} with the first payment": (
        "Pelanggan baru mengembalikan {cost} dengan pembayaran pertama"
    ),
    (
        "A customer who never leaves pays it back after {time} {unit}, without discount: the "
        "usual payback time, which counts no churn."
    ): (
        "Pelanggan yang tidak pernah pergi mengembalikannya setelah {time} {unit}, tanpa "
        "diskonto: waktu balik modal yang lazim, yang tidak menghitung churn."
    ),
    "The break-even lies beyond the data, so it is a projection.": (
        "Titik impas berada di luar data, jadi ini sebuah proyeksi."
    ),
    "{name}: {low} or {high}": "{name}: {low} atau {high}",
    "Margin": "Margin",
    "Churn": "Churn",
    "Horizon": "Horizon",
    "Discount": "Diskonto",
    "Growth of the margin": "Pertumbuhan margin",
    "The longer horizon reaches beyond the data.": "Horizon yang lebih panjang melampaui data.",
    "By these steps, {what} moves the value of {value} most": (
        "Dengan langkah ini, {what} paling menggerakkan nilai {value}"
    ),
    (
        "One assumption at a time, the others as chosen. Churn: customers leave at so many "
        "times their rate at every time, so that the share still there is S(t) to the power "
        "of the factor (proportional hazards; Cox, 1972). {value}"
    ): (
        "Satu asumsi setiap kali, yang lain seperti yang dipilih. Churn: pelanggan pergi "
        "dengan sekian kali lajunya pada setiap waktu, sehingga bagian yang masih bertahan "
        "adalah S(t) pangkat faktor itu (hazard proporsional; Cox, 1972). {value}"
    ),
    "Value per customer, by churn and discount": ("Nilai per pelanggan menurut churn dan diskonto"),
    (
        "The share still there to the power of the factor of churn, the other assumptions as "
        "chosen. A value is in proportion to the margin."
    ): (
        "Bagian yang masih bertahan dipangkatkan faktor churn, asumsi lain seperti yang "
        "dipilih. Nilai sebanding dengan margin."
    ),
    "Change of the value per customer": "Perubahan nilai per pelanggan",
    "Discount a year; rows: churn, of that observed": (
        "Diskonto setahun; baris: churn, dari yang teramati"
    ),
    "Lower setting": "Setelan lebih rendah",
    "Higher setting": "Setelan lebih tinggi",
    "The margin of those who stay grows by {growth} a year.": (
        "Margin dari mereka yang bertahan tumbuh {growth} setahun."
    ),
    (
        "Expected discounted margin of a new customer over {horizon} {unit}, paid in "
        "arrears: the margin of {margin} a period times the share still there at its end, by "
        "{model}, discounted at {discount} a year. Limits by the delta method."
    ): (
        "Perkiraan margin terdiskonto dari pelanggan baru selama {horizon} {unit}, dibayar "
        "di belakang: margin {margin} per periode dikali bagian yang masih bertahan di "
        "akhirnya, menurut {model}, didiskonto {discount} setahun. Batas dengan metode "
        "delta."
    ),
    "the exponential law, constant churn": "hukum eksponensial, churn tetap",
    "the Weibull law (1951)": "hukum Weibull (1951)",
    "the log-normal law": "hukum log-normal",
    "the log-logistic law": "hukum log-logistik",
    "{share} of new customers are expected to make payment {n} of {n}": (
        "{share} pelanggan baru diperkirakan melakukan pembayaran {n} dari {n}"
    ),
    (
        "{value} Each group is tested against all others together; p adjusted (Benjamini and "
        "Hochberg, 1995)."
    ): (
        "{value} Setiap kelompok diuji terhadap semua kelompok lain bersama-sama; p "
        "disesuaikan (Benjamini dan Hochberg, 1995)."
    ),
    "Less the rest": "Dikurangi sisanya",
    "Interval of the difference": "Selang selisih",
    "p (adjusted)": "p (disesuaikan)",
    "Value of a customer": "Nilai seorang pelanggan",
    "Value of a customer by {column}: the numbers": (
        "Nilai seorang pelanggan menurut {column}: angkanya"
    ),
    (
        "Hollow: fewer than {n} customers, or part of the value lies beyond what was watched "
        "of the cohort."
    ): (
        "Berongga: kurang dari {n} pelanggan, atau sebagian nilainya berada di luar yang "
        "teramati dari kohor itu."
    ),
    "Value of the first {n} payments, by when customers started": (
        "Nilai {n} pembayaran pertama menurut waktu pelanggan mulai"
    ),
    "Not shown: {n} cohorts that were not watched for so long.": (
        "Tidak ditampilkan: {n} kohor yang belum diamati selama itu."
    ),
    (
        "Differences from the rest are of the payments due within the follow-up of both, "
        "since Kaplan-Meier knows nothing of later ones."
    ): (
        "Selisih dengan sisanya menyangkut pembayaran yang jatuh tempo dalam pengamatan "
        "keduanya, karena Kaplan-Meier tidak tahu apa pun tentang yang sesudahnya."
    ),
    "The {n} customers still there are worth {total}": (
        "{n} pelanggan yang masih bertahan bernilai {total}"
    ),
    (
        "The next {horizon} payments of each customer still there, n, discounted to the day "
        "last seen, times the share who make them of those who came as far: S(age + k) / "
        "S(age) by {model}, one curve for all cohorts (Fader and Hardie, 2010). Margin "
        "{margin} a period, growing {growth} a year, discount {discount} a year. Limits by "
        "the delta method."
    ): (
        "{horizon} pembayaran berikutnya dari setiap pelanggan yang masih bertahan, n, "
        "didiskonto ke hari terakhir terlihat, dikali bagian yang melakukannya di antara "
        "mereka yang sampai sejauh itu: S(umur + k) / S(umur) menurut {model}, satu kurva "
        "untuk semua kohor (Fader dan Hardie, 2010). Margin {margin} per periode, tumbuh "
        "{growth} setahun, diskonto {discount} setahun. Batas dengan metode delta."
    ),
    ("Beyond the data: the share of the value that falls due after the longest follow-up."): (
        "Di luar data: bagian nilai yang jatuh tempo setelah pengamatan terpanjang."
    ),
    "Value to come": "Nilai yang akan datang",
    "Held at its last value": "Ditahan pada nilai terakhirnya",
    (
        "Retention beyond the longest follow-up, {longest} periods, is unknown and held at "
        "its last value, so {horizon} payments are worth at most this. A shorter horizon, or "
        "a model, avoids it."
    ): (
        "Retensi setelah pengamatan terpanjang, {longest} periode, tidak diketahui dan "
        "ditahan pada nilai terakhirnya, jadi {horizon} pembayaran bernilai paling banyak "
        "sebesar ini. Horizon yang lebih pendek, atau sebuah model, menghindarinya."
    ),
    "In advance": "Di muka",
    "In arrears": "Di belakang",
    "Payments": "Pembayaran",
    "Growth of the margin (% a year)": "Pertumbuhan margin (%/tahun)",
    (
        "Measured: fees of customers who stayed grew by {growth} a year{limits}, reckoned "
        "from the last {months} full months. They paid {fee} a month on average."
    ): (
        "Terukur: biaya pelanggan yang bertahan tumbuh {growth} setahun{limits}, dihitung "
        "dari {months} bulan penuh terakhir. Rata-rata mereka membayar {fee} sebulan."
    ),
    "Use this growth": "Pakai pertumbuhan ini",
    "In arrears, a period is paid at its end, by those still there then.": (
        "Di belakang: periode dibayar di akhirnya, oleh yang masih bertahan saat itu."
    ),
    "By how much the margin of a customer who stays rises or falls in a year.": (
        "Seberapa besar margin pelanggan yang bertahan naik atau turun dalam setahun."
    ),
    "How many payments count, one a period.": (
        "Berapa pembayaran yang dihitung, satu per periode."
    ),
    (
        "Kaplan-Meier needs no model and ends with the data; the others project beyond. The "
        "tab on models says which to believe."
    ): (
        "Kaplan-Meier tidak memerlukan model dan berakhir bersama data; yang lain "
        "memproyeksikan melampauinya. Tab Model menyebut mana yang dapat dipercaya."
    ),
    "Of it within the data": "Bagiannya di dalam data",
    ("Discounted margin of {n} payments, each weighed by the share of customers who make it."): (
        "Margin terdiskonto dari {n} pembayaran, masing-masing ditimbang dengan bagian "
        "pelanggan yang melakukannya."
    ),
    (
        "The share of the value that falls due within the longest follow-up. The rest is a "
        "projection, or by Kaplan-Meier the most it can be."
    ): (
        "Bagian nilai yang jatuh tempo dalam pengamatan terpanjang. Sisanya proyeksi, atau "
        "menurut Kaplan-Meier paling banyak sebesar itu."
    ),
    "The models are of all customers in view; a filter narrows them.": (
        "Modelnya untuk semua pelanggan yang tampil; filter mempersempitnya."
    ),
    "Margin, churn, horizon (± %)": "Margin, churn, horizon (± %)",
    "Discount, growth (± points)": "Diskonto, pertumbuhan (± poin)",
    ("Enter what it costs to win a customer to see when the margin has paid it back."): (
        "Isi biaya meraih seorang pelanggan untuk melihat kapan margin mengembalikannya."
    ),
    "Break-even ({unit})": "Titik impas ({unit})",
    "Payback, no churn ({unit})": "Tanpa churn ({unit})",
    ("The next {n} payments, by {model} for customers who have stayed as long as each of them."): (
        "{n} pembayaran berikutnya, menurut {model} untuk pelanggan yang telah bertahan "
        "selama masing-masing."
    ),
    "Value to come, each": "Nilai yang akan datang, masing-masing",
    "Value less cost": "Nilai dikurangi biaya",
    "Return on the cost": "Imbal hasil atas biaya",
    ("What customers still there will pay needs a model of how they leave. {reason}"): (
        "Yang akan dibayar pelanggan yang masih bertahan memerlukan model tentang cara "
        "mereka pergi. {reason}"
    ),
    (
        "Time of the payment with which the expected discounted margin passes the cost, by "
        "{model}; a dash: not within the horizon."
    ): (
        "Waktu pembayaran yang membuat perkiraan margin terdiskonto melampaui biayanya, "
        "menurut {model}; tanda hubung: tidak dalam horizon."
    ),
    "Without churn and discount, as it is often reckoned; it is too early.": (
        "Tanpa churn dan diskonto, seperti sering dihitung; ini terlalu dini."
    ),
    "Value for each 1 of cost, less 1; the value is {ratio} times the cost.": (
        "Nilai untuk setiap 1 biaya, dikurangi 1; nilainya {ratio} kali biaya."
    ),
    "Models": "Model",
    "Sensitivity": "Sensitivitas",
    "Break-even": "Titik impas",
}

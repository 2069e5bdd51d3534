"""Texts in Bahasa Melayu: lifetime value of contracts."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{model} is recommended: a new customer is worth {value}{limits}.": (
        "{model} disyorkan: seorang pelanggan baharu bernilai {value}{limits}."
    ),
    "Of the value, {share} lies beyond the data.": (
        "Daripada nilai itu, {share} berada di luar data."
    ),
    (
        "All models are fitted by maximum likelihood to departures per whole period, so that "
        "AIC compares them: exponential, Weibull, log-normal and log-logistic laws, sBG "
        "(Fader and Hardie, 2007), BdW (Fader and others, 2018). Recommended: within 10 of "
        "the lowest AIC (Burnham and Anderson, 2002), the one that erred least in the "
        "holdout. Limits by the delta method say how sure the parameters are if the model is "
        "right."
    ): (
        "Semua model disuaikan dengan kebolehjadian maksimum pada pemergian setiap tempoh "
        "penuh, supaya AIC dapat membandingkannya: hukum eksponen, Weibull, log-normal dan "
        "log-logistik, sBG (Fader dan Hardie, 2007), BdW (Fader dan lain-lain, 2018). Yang "
        "disyorkan: dalam jarak 10 daripada AIC terendah (Burnham dan Anderson, 2002), yang "
        "paling kecil ralatnya pada data ujian. Had dengan kaedah delta menyatakan betapa "
        "pastinya parameter jika modelnya betul."
    ),
    ("The tail is a guess: {n} models that describe the data about as well say {low} to {high}."): (
        "Ekornya hanya tekaan: {n} model yang menerangkan data hampir sama baiknya menyebut "
        "{low} hingga {high}."
    ),
    "{n} models that describe the data about as well say {low} to {high}.": (
        "{n} model yang menerangkan data hampir sama baiknya menyebut {low} hingga {high}."
    ),
    "The tail is a guess: what each model says a customer is worth": (
        "Ekornya hanya tekaan: nilai seorang pelanggan menurut setiap model"
    ),
    "What each model says a customer is worth": "Nilai seorang pelanggan mengikut setiap model",
    "Within the data": "Dalam data",
    ("All payments fall within the data, so no model is needed: Kaplan-Meier says {value}."): (
        "Semua bayaran berada dalam data, jadi tiada model diperlukan: Kaplan-Meier menyebut "
        "{value}."
    ),
    "Models that describe the data about as well, and where they part": (
        "Model yang menerangkan data hampir sama baiknya, dan di mana mereka berpisah"
    ),
    "Pale: models that describe the data worse than the others.": (
        "Pudar: model yang menerangkan data lebih buruk daripada yang lain."
    ),
    "A new customer pays back {cost} with the payment after {time} {unit}": (
        "Pelanggan baharu memulangkan {cost} dengan bayaran selepas {time} {unit}"
    ),
    "A new customer pays back {cost} with the first payment": (
        "Pelanggan baharu memulangkan {cost} dengan bayaran pertama"
    ),
    (
        "A customer who never leaves pays it back after {time} {unit}, without discount: the "
        "usual payback time, which counts no churn."
    ): (
        "Pelanggan yang tidak pernah pergi memulangkannya selepas {time} {unit}, tanpa "
        "diskaun: tempoh pulang modal yang lazim, yang tidak mengira churn."
    ),
    "The break-even lies beyond the data, so it is a projection.": (
        "Titik pulang modal berada di luar data, jadi ia suatu unjuran."
    ),
    "{name}: {low} or {high}": "{name}: {low} atau {high}",
    "Margin": "Margin",
    "Churn": "Churn",
    "Horizon": "Horizon",
    "Discount": "Diskaun",
    "Growth of the margin": "Pertumbuhan margin",
    "The longer horizon reaches beyond the data.": "Horizon yang lebih panjang melangkaui data.",
    "By these steps, {what} moves the value of {value} most": (
        "Dengan langkah ini, {what} paling menggerakkan nilai {value}"
    ),
    (
        "One assumption at a time, the others as chosen. Churn: customers leave at so many "
        "times their rate at every time, so that the share still there is S(t) to the power "
        "of the factor (proportional hazards; Cox, 1972). {value}"
    ): (
        "Satu andaian setiap kali, yang lain seperti yang dipilih. Churn: pelanggan pergi "
        "pada sekian kali kadarnya pada setiap masa, supaya bahagian yang masih kekal ialah "
        "S(t) kuasa faktor itu (bahaya berkadaran; Cox, 1972). {value}"
    ),
    "Value per customer, by churn and discount": (
        "Nilai setiap pelanggan mengikut churn dan diskaun"
    ),
    (
        "The share still there to the power of the factor of churn, the other assumptions as "
        "chosen. A value is in proportion to the margin."
    ): (
        "Bahagian yang masih kekal dikuasakan faktor churn, andaian lain seperti yang "
        "dipilih. Nilai berkadar dengan margin."
    ),
    "Change of the value per customer": "Perubahan nilai setiap pelanggan",
    "Discount a year; rows: churn, of that observed": (
        "Diskaun setahun; baris: churn, daripada yang diperhatikan"
    ),
    "Lower setting": "Tetapan lebih rendah",
    "Higher setting": "Tetapan lebih tinggi",
    "The margin of those who stay grows by {growth} a year.": (
        "Margin daripada mereka yang kekal tumbuh {growth} setahun."
    ),
    (
        "Expected discounted margin of a new customer over {horizon} {unit}, paid in "
        "arrears: the margin of {margin} a period times the share still there at its end, by "
        "{model}, discounted at {discount} a year. Limits by the delta method."
    ): (
        "Jangkaan margin terdiskaun daripada pelanggan baharu sepanjang {horizon} {unit}, "
        "dibayar di belakang: margin {margin} setiap tempoh didarab bahagian yang masih "
        "kekal pada akhirnya, mengikut {model}, didiskaun {discount} setahun. Had dengan "
        "kaedah delta."
    ),
    "the exponential law, constant churn": "hukum eksponen, churn tetap",
    "the Weibull law (1951)": "hukum Weibull (1951)",
    "the log-normal law": "hukum log-normal",
    "the log-logistic law": "hukum log-logistik",
    "{share} of new customers are expected to make payment {n} of {n}": (
        "{share} pelanggan baharu dijangka membuat bayaran {n} daripada {n}"
    ),
    (
        "{value} Each group is tested against all others together; p adjusted (Benjamini and "
        "Hochberg, 1995)."
    ): (
        "{value} Setiap kumpulan diuji terhadap semua kumpulan lain bersama-sama; p "
        "dilaraskan (Benjamini dan Hochberg, 1995)."
    ),
    "Less the rest": "Tolak yang lain",
    "Interval of the difference": "Selang perbezaan",
    "p (adjusted)": "p (dilaraskan)",
    "Value of a customer": "Nilai seorang pelanggan",
    "Value of a customer by {column}: the numbers": (
        "Nilai seorang pelanggan mengikut {column}: angkanya"
    ),
    (
        "Hollow: fewer than {n} customers, or part of the value lies beyond what was watched "
        "of the cohort."
    ): (
        "Berongga: kurang daripada {n} pelanggan, atau sebahagian nilainya berada di luar "
        "yang diperhatikan daripada kohort itu."
    ),
    "Value of the first {n} payments, by when customers started": (
        "Nilai {n} bayaran pertama mengikut masa pelanggan bermula"
    ),
    "Not shown: {n} cohorts that were not watched for so long.": (
        "Tidak dipaparkan: {n} kohort yang belum diperhatikan selama itu."
    ),
    (
        "Differences from the rest are of the payments due within the follow-up of both, "
        "since Kaplan-Meier knows nothing of later ones."
    ): (
        "Perbezaan dengan yang lain menyangkut bayaran dalam pemerhatian kedua-duanya, "
        "kerana Kaplan-Meier tidak tahu apa-apa tentang yang kemudian."
    ),
    "The {n} customers still there are worth {total}": (
        "{n} pelanggan yang masih kekal bernilai {total}"
    ),
    (
        "The next {horizon} payments of each customer still there, n, discounted to the day "
        "last seen, times the share who make them of those who came as far: S(age + k) / "
        "S(age) by {model}, one curve for all cohorts (Fader and Hardie, 2010). Margin "
        "{margin} a period, growing {growth} a year, discount {discount} a year. Limits by "
        "the delta method."
    ): (
        "{horizon} bayaran berikutnya daripada setiap pelanggan yang masih kekal, n, "
        "didiskaun ke hari terakhir dilihat, didarab bahagian yang membuatnya antara mereka "
        "yang sampai sejauh itu: S(umur + k) / S(umur) mengikut {model}, satu keluk untuk "
        "semua kohort (Fader dan Hardie, 2010). Margin {margin} setiap tempoh, tumbuh "
        "{growth} setahun, diskaun {discount} setahun. Had dengan kaedah delta."
    ),
    ("Beyond the data: the share of the value that falls due after the longest follow-up."): (
        "Di luar data: bahagian nilai yang perlu dibayar selepas pemerhatian terpanjang."
    ),
    "Value to come": "Nilai yang akan datang",
    "Held at its last value": "Dikekalkan pada nilai terakhirnya",
    (
        "Retention beyond the longest follow-up, {longest} periods, is unknown and held at "
        "its last value, so {horizon} payments are worth at most this. A shorter horizon, or "
        "a model, avoids it."
    ): (
        "Pengekalan selepas pemerhatian terpanjang, {longest} tempoh, tidak diketahui dan "
        "dikekalkan pada nilai terakhirnya, jadi {horizon} bayaran bernilai paling banyak "
        "sebanyak ini. Horizon yang lebih pendek, atau satu model, mengelakkannya."
    ),
    "In advance": "Di muka",
    "In arrears": "Di belakang",
    "Payments": "Bayaran",
    "Growth of the margin (% a year)": "Pertumbuhan margin (%/tahun)",
    (
        "Measured: fees of customers who stayed grew by {growth} a year{limits}, reckoned "
        "from the last {months} full months. They paid {fee} a month on average."
    ): (
        "Diukur: yuran pelanggan yang kekal tumbuh {growth} setahun{limits}, dikira daripada "
        "{months} bulan penuh terakhir. Secara purata mereka membayar {fee} sebulan."
    ),
    "Use this growth": "Guna pertumbuhan ini",
    "In arrears, a period is paid at its end, by those still there then.": (
        "Di belakang: tempoh dibayar pada akhirnya, oleh yang masih kekal ketika itu."
    ),
    "By how much the margin of a customer who stays rises or falls in a year.": (
        "Sejauh mana margin pelanggan yang kekal naik atau turun dalam setahun."
    ),
    "How many payments count, one a period.": "Berapa bayaran yang dikira, satu setiap tempoh.",
    (
        "Kaplan-Meier needs no model and ends with the data; the others project beyond. The "
        "tab on models says which to believe."
    ): (
        "Kaplan-Meier tidak memerlukan model dan tamat bersama data; yang lain mengunjur "
        "melangkauinya. Tab Model menyebut yang mana boleh dipercayai."
    ),
    "Of it within the data": "Bahagiannya dalam data",
    ("Discounted margin of {n} payments, each weighed by the share of customers who make it."): (
        "Margin terdiskaun daripada {n} bayaran, setiap satu ditimbang dengan bahagian "
        "pelanggan yang membuatnya."
    ),
    (
        "The share of the value that falls due within the longest follow-up. The rest is a "
        "projection, or by Kaplan-Meier the most it can be."
    ): (
        "Bahagian nilai yang perlu dibayar dalam pemerhatian terpanjang. Bakinya unjuran, "
        "atau mengikut Kaplan-Meier paling banyak sebanyak itu."
    ),
    "The models are of all customers in view; a filter narrows them.": (
        "Modelnya bagi semua pelanggan yang dipaparkan; penapis menyempitkannya."
    ),
    "Margin, churn, horizon (± %)": "Margin, churn, horizon (± %)",
    "Discount, growth (± points)": "Diskaun, pertumbuhan (± mata)",
    ("Enter what it costs to win a customer to see when the margin has paid it back."): (
        "Isikan kos meraih seorang pelanggan untuk melihat bila margin memulangkannya."
    ),
    "Break-even ({unit})": "Pulang modal ({unit})",
    "Payback, no churn ({unit})": "Tanpa churn ({unit})",
    ("The next {n} payments, by {model} for customers who have stayed as long as each of them."): (
        "{n} bayaran berikutnya, mengikut {model} bagi pelanggan yang telah kekal selama "
        "setiap seorang."
    ),
    "Value to come, each": "Nilai yang akan datang, setiap seorang",
    "Value less cost": "Nilai tolak kos",
    "Return on the cost": "Pulangan atas kos",
    ("What customers still there will pay needs a model of how they leave. {reason}"): (
        "Yang akan dibayar pelanggan yang masih kekal memerlukan model tentang cara mereka "
        "pergi. {reason}"
    ),
    (
        "Time of the payment with which the expected discounted margin passes the cost, by "
        "{model}; a dash: not within the horizon."
    ): (
        "Masa bayaran yang membuat jangkaan margin terdiskaun melebihi kosnya, mengikut "
        "{model}; tanda sempang: tidak dalam horizon."
    ),
    "Without churn and discount, as it is often reckoned; it is too early.": (
        "Tanpa churn dan diskaun, seperti yang sering dikira; ia terlalu awal."
    ),
    "Value for each 1 of cost, less 1; the value is {ratio} times the cost.": (
        "Nilai bagi setiap 1 kos, tolak 1; nilainya {ratio} kali kos."
    ),
    "Models": "Model",
    "Sensitivity": "Kepekaan",
    "Break-even": "Pulang modal",
}

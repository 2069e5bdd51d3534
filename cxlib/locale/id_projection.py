"""Indonesian texts: projections of retention."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{share} still there after {horizon} {unit}, by the model": (
        "{share} masih bertahan setelah {horizon} {unit}, menurut model"
    ),
    "{model}, projected": "{model}, proyeksi",
    "Parameters": "Parameter",
    "Log-likelihood": "Log-likelihood",
    "Mean error in the holdout": "Galat rata-rata pada data uji",
    "Error at its end": "Galat di akhirnya",
    "Mean stay ({unit})": "Rata-rata lama bertahan ({unit})",
    "Beyond the data": "Di luar data",
    "Projected: {share} still there after {horizon} {unit}": (
        "Proyeksi: {share} masih bertahan setelah {horizon} {unit}"
    ),
    "Observed": "Teramati",
    "The models beside each other": "Model-model berdampingan",
    "Fitted to the first {cut} {unit}, the models say this of the rest": (
        "Dicocokkan pada {cut} {unit} pertama, inilah kata model tentang sisanya"
    ),
    (
        "Each customer is followed for the first {cut} {unit} only, the models are fitted to "
        "that, and what they say is compared with the Kaplan-Meier curve of everything, up to "
        "the last whole period in which {enough} customers are still watched."
    ): (
        "Setiap pelanggan hanya diikuti selama {cut} {unit} pertama, model dicocokkan pada data "
        "itu, dan hasilnya dibandingkan dengan kurva Kaplan-Meier dari semua data, sampai "
        "periode utuh terakhir dengan {enough} pelanggan yang masih diamati."
    ),
    "{model} (recommended)": "{model} (disarankan)",
    (
        "A dash for the mean: it is infinite, or nearly all of it lies where no data are. Beyond "
        "the data: the share of the mean that nobody has seen."
    ): (
        "Tanda garis pada rata-rata: nilainya tak hingga, atau hampir seluruhnya berada di "
        "tempat yang tidak ada datanya. Di luar data: bagian dari rata-rata yang belum pernah "
        "teramati."
    ),
    "Fitting the models": "Mencocokkan model",
    "Models see up to here": "Model melihat sampai di sini",
    "Data end": "Data berakhir",
    "{model} is recommended: {share} are still there after {horizon} {unit}{limits}.": (
        "{model} disarankan: {share} masih bertahan setelah {horizon} {unit}{limits}."
    ),
    (
        "Observed: Kaplan-Meier (1958). Models: exponential, Weibull, log-normal and "
        "log-logistic laws, the shifted beta-geometric (sBG; Fader and Hardie, 2007) and the "
        "beta-discrete-Weibull (BdW; Fader and others, 2018), all fitted by maximum likelihood "
        "to departures per whole period, so that AIC compares them. Limits by the delta method "
        "on log(-log S) say how sure the parameters are if the model is right. Recommended: "
        "within 10 of the lowest AIC, the one that erred least in the holdout."
    ): (
        "Teramati: Kaplan-Meier (1958). Model: hukum eksponensial, Weibull, log-normal dan "
        "log-logistik, shifted beta-geometric (sBG; Fader dan Hardie, 2007) dan "
        "beta-discrete-Weibull (BdW; Fader dkk., 2018), semuanya dicocokkan dengan kemungkinan "
        "maksimum pada jumlah yang berhenti per periode utuh, sehingga AIC dapat dibandingkan. "
        "Batas dari metode delta pada log(-log S) menunjukkan seberapa pasti parameternya bila "
        "modelnya benar. Disarankan: di antara model dalam jarak 10 dari AIC terendah, yang "
        "paling kecil galatnya pada data uji."
    ),
    "Exponential": "Eksponensial",
    "Log-normal": "Log-normal",
    "Log-logistic": "Log-logistik",
    "{n} models that describe the data about as well say {low} to {high} after {horizon} {unit}.": (
        "{n} model yang menggambarkan data hampir sama baiknya menyebut {low} sampai {high} "
        "setelah {horizon} {unit}."
    ),
    "The data are too short to test whether the models would have foreseen them.": (
        "Data terlalu pendek untuk menguji apakah model dapat meramalkannya."
    ),
    (
        "It failed its test: fitted to the first {cut} {unit}, it was off by {error} percentage "
        "points on average up to {last}, and by {end} at the end."
    ): (
        "Model ini gagal dalam ujinya: dicocokkan pada {cut} {unit} pertama, ia meleset "
        "rata-rata {error} poin persen sampai {last}, dan {end} di akhirnya."
    ),
    (
        "Fitted to the first {cut} {unit}, it was off by {error} percentage points on average up "
        "to {last}, and by {end} at the end."
    ): (
        "Dicocokkan pada {cut} {unit} pertama, model meleset rata-rata {error} poin persen "
        "sampai {last}, dan {end} di akhirnya."
    ),
    "{model} foresaw that better, off by {error} points, but fits the whole data much worse.": (
        "{model} meramalkannya lebih baik, meleset {error} poin, tetapi jauh lebih buruk "
        "kecocokannya pada seluruh data."
    ),
    (
        "The tail is a guess: {n} models that describe the data about as well say {low} to "
        "{high} after {horizon} {unit}."
    ): (
        "Ekornya hanya dugaan: {n} model yang menggambarkan data hampir sama baiknya menyebut "
        "{low} sampai {high} setelah {horizon} {unit}."
    ),
    (
        "Customers who left at duration 0, {n}, count as leaving between 0 and {first}, the "
        "first duration above it."
    ): (
        "Pelanggan yang berhenti pada durasi 0, {n}, dihitung sebagai berhenti antara 0 dan "
        "{first}, durasi pertama di atasnya."
    ),
    (
        "The horizon of {horizon} periods lies within the data, which reach {longest}: nothing "
        "is projected beyond them."
    ): (
        "Horizon {horizon} periode berada di dalam data, yang mencapai {longest}: tidak ada yang "
        "diproyeksikan di luarnya."
    ),
    "More models to draw": "Model lain yang digambar",
    "The projection is of all customers in view; a filter narrows it.": (
        "Proyeksi mencakup semua pelanggan yang tampil; filter mempersempitnya."
    ),
    "Project to ({unit})": "Proyeksikan sampai ({unit})",
    "Holdout begins after ({unit})": "Data uji mulai setelah ({unit})",
    "Time since the start of a customer; the data reach half as far at first.": (
        "Waktu sejak pelanggan mulai; pada awalnya data mencapai setengahnya."
    ),
    "Models are fitted to what came before and judged on what came then.": (
        "Model dicocokkan pada yang sebelumnya dan dinilai pada yang sesudahnya."
    ),
}

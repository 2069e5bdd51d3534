"""Malay texts: projections of retention."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{share} still there after {horizon} {unit}, by the model": (
        "{share} masih kekal selepas {horizon} {unit}, mengikut model"
    ),
    "{model}, projected": "{model}, unjuran",
    "Parameters": "Parameter",
    "Log-likelihood": "Log-kebolehjadian",
    "Mean error in the holdout": "Ralat purata pada data ujian",
    "Error at its end": "Ralat di penghujungnya",
    "Mean stay ({unit})": "Purata tempoh kekal ({unit})",
    "Beyond the data": "Di luar data",
    "Projected: {share} still there after {horizon} {unit}": (
        "Unjuran: {share} masih kekal selepas {horizon} {unit}"
    ),
    "Observed": "Diperhatikan",
    "The models beside each other": "Model-model bersebelahan",
    "Fitted to the first {cut} {unit}, the models say this of the rest": (
        "Disuaikan pada {cut} {unit} pertama, inilah kata model tentang bakinya"
    ),
    (
        "Each customer is followed for the first {cut} {unit} only, the models are fitted to "
        "that, and what they say is compared with the Kaplan-Meier curve of everything, up to "
        "the last whole period in which {enough} customers are still watched."
    ): (
        "Setiap pelanggan hanya diikuti selama {cut} {unit} pertama, model disuaikan pada data "
        "itu, dan hasilnya dibandingkan dengan lengkung Kaplan-Meier bagi semua data, hingga "
        "tempoh penuh terakhir dengan {enough} pelanggan yang masih diperhatikan."
    ),
    "{model} (recommended)": "{model} (disyorkan)",
    (
        "A dash for the mean: it is infinite, or nearly all of it lies where no data are. Beyond "
        "the data: the share of the mean that nobody has seen."
    ): (
        "Tanda sengkang pada purata: nilainya tidak terhingga, atau hampir kesemuanya berada di "
        "tempat yang tiada data. Di luar data: bahagian purata yang belum pernah diperhatikan."
    ),
    "Fitting the models": "Menyuaikan model",
    "Models see up to here": "Model melihat hingga di sini",
    "Data end": "Data tamat",
    "{model} is recommended: {share} are still there after {horizon} {unit}{limits}.": (
        "{model} disyorkan: {share} masih kekal selepas {horizon} {unit}{limits}."
    ),
    (
        "Observed: Kaplan-Meier (1958). Models: exponential, Weibull, log-normal and "
        "log-logistic laws, the shifted beta-geometric (sBG; Fader and Hardie, 2007) and the "
        "beta-discrete-Weibull (BdW; Fader and others, 2018), all fitted by maximum likelihood "
        "to departures per whole period, so that AIC compares them. Limits by the delta method "
        "on log(-log S) say how sure the parameters are if the model is right. Recommended: "
        "within 10 of the lowest AIC, the one that erred least in the holdout."
    ): (
        "Diperhatikan: Kaplan-Meier (1958). Model: hukum eksponen, Weibull, log-normal dan "
        "log-logistik, shifted beta-geometric (sBG; Fader dan Hardie, 2007) dan "
        "beta-discrete-Weibull (BdW; Fader dan lain-lain, 2018), semuanya disuaikan dengan "
        "kebolehjadian maksimum pada bilangan yang berhenti bagi setiap tempoh penuh, supaya AIC "
        "boleh dibandingkan. Had daripada kaedah delta pada log(-log S) menunjukkan sejauh mana "
        "parameternya pasti jika modelnya betul. Disyorkan: antara model dalam jarak 10 daripada "
        "AIC terendah, yang paling kecil ralatnya pada data ujian."
    ),
    "Exponential": "Eksponen",
    "Log-normal": "Log-normal",
    "Log-logistic": "Log-logistik",
    "{n} models that describe the data about as well say {low} to {high} after {horizon} {unit}.": (
        "{n} model yang menggambarkan data hampir sama baik menyatakan {low} hingga {high} "
        "selepas {horizon} {unit}."
    ),
    "The data are too short to test whether the models would have foreseen them.": (
        "Data terlalu pendek untuk menguji sama ada model dapat meramalkannya."
    ),
    (
        "It failed its test: fitted to the first {cut} {unit}, it was off by {error} percentage "
        "points on average up to {last}, and by {end} at the end."
    ): (
        "Model ini gagal ujiannya: disuaikan pada {cut} {unit} pertama, ia tersasar purata "
        "{error} mata peratusan hingga {last}, dan {end} di penghujungnya."
    ),
    (
        "Fitted to the first {cut} {unit}, it was off by {error} percentage points on average up "
        "to {last}, and by {end} at the end."
    ): (
        "Disuaikan pada {cut} {unit} pertama, model tersasar purata {error} mata peratusan "
        "hingga {last}, dan {end} di penghujungnya."
    ),
    "{model} foresaw that better, off by {error} points, but fits the whole data much worse.": (
        "{model} meramalkannya lebih baik, tersasar {error} mata, tetapi jauh lebih lemah "
        "padanannya pada seluruh data."
    ),
    (
        "The tail is a guess: {n} models that describe the data about as well say {low} to "
        "{high} after {horizon} {unit}."
    ): (
        "Ekornya hanya tekaan: {n} model yang menggambarkan data hampir sama baik menyatakan "
        "{low} hingga {high} selepas {horizon} {unit}."
    ),
    (
        "Customers who left at duration 0, {n}, count as leaving between 0 and {first}, the "
        "first duration above it."
    ): (
        "Pelanggan yang berhenti pada jangka masa 0, {n}, dikira berhenti antara 0 dan {first}, "
        "jangka masa pertama di atasnya."
    ),
    (
        "The horizon of {horizon} periods lies within the data, which reach {longest}: nothing "
        "is projected beyond them."
    ): (
        "Horizon {horizon} tempoh berada dalam data, yang mencapai {longest}: tiada yang "
        "diunjurkan di luarnya."
    ),
    "More models to draw": "Model lain untuk dilukis",
    "The projection is of all customers in view; a filter narrows it.": (
        "Unjuran merangkumi semua pelanggan dalam paparan; penapis mengecilkannya."
    ),
    "Project to ({unit})": "Unjurkan hingga ({unit})",
    "Holdout begins after ({unit})": "Data ujian bermula selepas ({unit})",
    "Time since the start of a customer; the data reach half as far at first.": (
        "Masa sejak pelanggan bermula; pada mulanya data mencapai separuhnya."
    ),
    "Models are fitted to what came before and judged on what came then.": (
        "Model disuaikan pada yang sebelumnya dan dinilai pada yang selepasnya."
    ),
}

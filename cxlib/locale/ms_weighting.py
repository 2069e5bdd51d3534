"""Texts in Bahasa Melayu: the Survey quality page: weights and sample sizes."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Answers (%)": "Jawapan (%)",
    "Answers for the half-width": "Jawapan untuk separuh lebar itu",
    "Answers in each group to detect the difference": (
        "Jawapan setiap kumpulan untuk mengesan beza itu"
    ),
    "Answers in each of two groups": "Jawapan dalam setiap satu daripada dua kumpulan",
    "Answers in view": "Jawapan yang dipaparkan",
    "Answers needed": "Jawapan yang diperlukan",
    (
        "Answers that differ much need more of them. The largest variance is on the safe "
        "side: half promoters and half detractors, or half good answers."
    ): (
        "Makin pelbagai jawapan, makin banyak yang diperlukan. Varians terbesar ialah "
        "pilihan selamat: separuh penyokong dan separuh pengkritik, atau separuh jawapan "
        "baik."
    ),
    "As answered": "Seperti jawapan",
    (
        "As many answers of equal weight would tell as much (Kish, 1965). Design effect "
        "{effect}: the variance grows by that factor."
    ): (
        "Jawapan berpemberat sama sebanyak ini memberi maklumat yang sama (Kish, 1965). "
        "Kesan reka bentuk {effect}: varians membesar sebanyak faktor itu."
    ),
    "At the expected response rate.": "Pada kadar respons yang dijangka.",
    (
        "Between two groups of half the answers each: a true difference of so much is found "
        "with a chance of {power}. Smaller groups find only larger ones."
    ): (
        "Antara dua kumpulan yang masing-masing memuat separuh jawapan: beza sebenar sebesar "
        "ini dikesan dengan kebarangkalian {power}. Kumpulan lebih kecil hanya mengesan beza "
        "lebih besar."
    ),
    "Beyond about 10, a few answers decide much of the score.": (
        "Melebihi kira-kira 10, segelintir jawapan sangat menentukan skor."
    ),
    "Columns to weight by": "Lajur pemberatan",
    "Customers in all (0: very many)": "Semua pelanggan (0: amat banyak)",
    "Difference to detect ({unit})": "Beza yang ingin dikesan ({unit})",
    "Effective answers": "Jawapan berkesan",
    "Expected response rate (%)": "Kadar respons yang dijangka (%)",
    "For an interval of the wanted half-width at the chosen level.": (
        "Untuk selang dengan separuh lebar yang dikehendaki pada aras yang dipilih."
    ),
    "Four times the answers halve the interval": (
        "Jawapan empat kali ganda mengecilkan selang separuh"
    ),
    "From the customer list": "Daripada senarai pelanggan",
    "Half-width": "Separuh lebar",
    "Half-width (points)": "Separuh lebar (mata)",
    "Half-width (share)": "Separuh lebar (bahagian)",
    "Half-width at present": "Separuh lebar sekarang",
    "Half-width or difference": "Separuh lebar atau beza",
    "Half-width wanted ({unit})": "Separuh lebar yang dikehendaki ({unit})",
    "How narrow the interval becomes with more answers": (
        "Betapa sempit selang dengan lebih banyak jawapan"
    ),
    "Invitations needed": "Jemputan yang diperlukan",
    "Largest to smallest weight": "Pemberat terbesar banding terkecil",
    "Largest weight": "Pemberat terbesar",
    (
        "Raking multiplies the weights of the answers, one column after the other, until "
        "every column has its target shares (Deming and Stephan, 1940). The limits of the "
        "weighted NPS are linearised Wald, those of a share Wilson's at the effective number "
        "of answers (Kish, 1965); both take the weights as given. Weights of the file are "
        "not used. Weighting mends only what goes together with these columns."
    ): (
        "Raking mendarab pemberat jawapan, lajur demi lajur, sehingga setiap lajur mempunyai "
        "bahagian sasarannya (Deming dan Stephan, 1940). Had NPS berpemberat ialah Wald "
        "linear, had bahagian ialah Wilson pada bilangan jawapan berkesan (Kish, 1965); "
        "kedua-duanya menganggap pemberat tetap. Pemberat daripada fail tidak digunakan. "
        "Pemberatan hanya membaiki hal yang berkait dengan lajur ini."
    ),
    "Smallest difference of two halves": "Beza terkecil dua bahagian",
    "Sum: {total}%": "Jumlah: {total}%",
    "Target (%)": "Sasaran (%)",
    "That of the answers in view": "Daripada jawapan yang dipaparkan",
    "The answers have the target shares already": "Jawapan sudah mempunyai bahagian sasaran",
    "The largest there is": "Yang terbesar",
    "The mean weight is 1. Trimmed weights no longer meet the targets.": (
        "Pemberat min ialah 1. Pemberat yang dipangkas tidak lagi memenuhi sasaran."
    ),
    "The score is known to about so much to either side.": (
        "Skor diketahui dengan ketepatan sekitar ini ke kedua-dua belah."
    ),
    ("To find the wanted difference with a chance of {power}, by the normal approximation."): (
        "Untuk mengesan beza yang dikehendaki dengan kebarangkalian {power}, mengikut "
        "penghampiran normal."
    ),
    "Trim large weights": "Pangkas pemberat besar",
    (
        "Trimmed: {n} answers were cut to a weight of {cap}, and shares miss their targets "
        "by up to {off}."
    ): (
        "Dipangkas: {n} jawapan diberi pemberat {cap}, dan bahagian tersasar daripada "
        "sasaran hingga {off}."
    ),
    "Unweighted": "Tanpa pemberat",
    "Variance of one answer": "Varians satu jawapan",
    "Weight": "Pemberat",
    "Weighted": "Berpemberat",
    "Weights of all cells (CSV)": "Pemberat semua sel (CSV)",
    "What the answers in view can tell": "Yang dapat diberitahu oleh jawapan yang dipaparkan",
    "What you need": "Yang anda perlukan",
    (
        "Where you know the true shares of regions, plans or channels among all customers, "
        "the answers can be weighted to them. Type the true shares in percent."
    ): (
        "Jika anda tahu bahagian sebenar wilayah, pelan atau saluran dalam kalangan semua "
        "pelanggan, jawapan boleh diberi pemberat mengikutnya. Taip bahagian sebenar dalam "
        "peratus."
    ),
    "With weights": "Dengan pemberat",
    (
        "n = z² V / h² with the variance V of one answer, and N n / (N - 1 + n) with N "
        "customers in all (Cochran, Sampling Techniques, 1977). A difference needs 2 V (z + "
        "z of the power)² / d² answers in each group (Fleiss, Levin and Paik, 2003), here "
        "with a power of {power}."
    ): (
        "n = z² V / h² dengan varians V satu jawapan, dan N n / (N - 1 + n) dengan N "
        "pelanggan semuanya (Cochran, Sampling Techniques, 1977). Beza memerlukan 2 V (z + z "
        "bagi kuasa)² / d² jawapan setiap kumpulan (Fleiss, Levin dan Paik, 2003), di sini "
        "dengan kuasa {power}."
    ),
    "percentage points": "mata peratusan",
    "points": "mata",
    "the answers in view": "jawapan yang dipaparkan",
    "{name} weighted: {weighted}, unweighted: {plain}": (
        "{name} berpemberat: {weighted}, tanpa pemberat: {plain}"
    ),
    "{name}, variance of one answer {variance}": "{name}, varians satu jawapan {variance}",
    "{n} answers have a blank in these columns and are left out.": (
        "{n} jawapan kosong dalam lajur ini dan tidak digunakan."
    ),
    ("{n} answers in {cells} cells. Rounds until every share was met: {rounds}."): (
        "{n} jawapan dalam {cells} sel. Pusingan sehingga setiap bahagian tercapai: {rounds}."
    ),
    "{value} has {sample} of the answers and should have {target}": (
        "{value} memuat {sample} jawapan dan sepatutnya {target}"
    ),
    ("Weights of the file ('{column}') are left aside here: raking makes its own."): (
        "Pemberat daripada fail ('{column}') diketepikan di sini: raking membuat pemberatnya "
        "sendiri."
    ),
}

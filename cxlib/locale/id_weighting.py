"""Texts in Bahasa Indonesia: the Survey quality page: weights and sample sizes."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "Answers (%)": "Jawaban (%)",
    "Answers for the half-width": "Jawaban untuk setengah lebar itu",
    "Answers in each group to detect the difference": (
        "Jawaban per kelompok untuk menemukan selisih itu"
    ),
    "Answers in each of two groups": "Jawaban di tiap dari dua kelompok",
    "Answers in view": "Jawaban yang ditampilkan",
    "Answers needed": "Jawaban yang diperlukan",
    (
        "Answers that differ much need more of them. The largest variance is on the safe "
        "side: half promoters and half detractors, or half good answers."
    ): (
        "Makin beragam jawaban, makin banyak yang diperlukan. Ragam terbesar adalah pilihan "
        "aman: separuh promotor dan separuh detraktor, atau separuh jawaban baik."
    ),
    "As answered": "Seperti jawaban",
    (
        "As many answers of equal weight would tell as much (Kish, 1965). Design effect "
        "{effect}: the variance grows by that factor."
    ): (
        "Jawaban berbobot sama sebanyak ini memberi informasi yang sama (Kish, 1965). Efek "
        "desain {effect}: ragam membesar sebanyak faktor itu."
    ),
    "At the expected response rate.": "Pada tingkat respons yang diharapkan.",
    (
        "Between two groups of half the answers each: a true difference of so much is found "
        "with a chance of {power}. Smaller groups find only larger ones."
    ): (
        "Antara dua kelompok yang masing-masing memuat setengah jawaban: selisih sejati "
        "sebesar ini ditemukan dengan peluang {power}. Kelompok lebih kecil hanya menemukan "
        "selisih lebih besar."
    ),
    "Beyond about 10, a few answers decide much of the score.": (
        "Di atas sekitar 10, segelintir jawaban sangat menentukan skor."
    ),
    "Columns to weight by": "Kolom pembobotan",
    "Customers in all (0: very many)": "Seluruh pelanggan (0: sangat banyak)",
    "Difference to detect ({unit})": "Selisih yang ingin ditemukan ({unit})",
    "Effective answers": "Jawaban efektif",
    "Expected response rate (%)": "Tingkat respons yang diharapkan (%)",
    "For an interval of the wanted half-width at the chosen level.": (
        "Untuk interval dengan setengah lebar yang diinginkan pada tingkat yang dipilih."
    ),
    "Four times the answers halve the interval": (
        "Jawaban empat kali lipat memperkecil interval setengahnya"
    ),
    "From the customer list": "Dari daftar pelanggan",
    "Half-width": "Setengah lebar",
    "Half-width (points)": "Setengah lebar (poin)",
    "Half-width (share)": "Setengah lebar (porsi)",
    "Half-width at present": "Setengah lebar saat ini",
    "Half-width or difference": "Setengah lebar atau selisih",
    "Half-width wanted ({unit})": "Setengah lebar yang diinginkan ({unit})",
    "How narrow the interval becomes with more answers": (
        "Seberapa sempit interval dengan lebih banyak jawaban"
    ),
    "Invitations needed": "Undangan yang diperlukan",
    "Largest to smallest weight": "Bobot terbesar banding terkecil",
    "Largest weight": "Bobot terbesar",
    (
        "Raking multiplies the weights of the answers, one column after the other, until "
        "every column has its target shares (Deming and Stephan, 1940). The limits of the "
        "weighted NPS are linearised Wald, those of a share Wilson's at the effective number "
        "of answers (Kish, 1965); both take the weights as given. Weights of the file are "
        "not used. Weighting mends only what goes together with these columns."
    ): (
        "Raking mengalikan bobot jawaban, kolom demi kolom, sampai setiap kolom memiliki "
        "porsi targetnya (Deming dan Stephan, 1940). Batas NPS berbobot adalah Wald linear, "
        "batas porsi adalah Wilson pada jumlah jawaban efektif (Kish, 1965); keduanya "
        "menganggap bobot sudah pasti. Bobot dari file tidak dipakai. Pembobotan hanya "
        "memperbaiki hal yang berkaitan dengan kolom ini."
    ),
    "Smallest difference of two halves": "Selisih terkecil dua paruhan",
    "Sum: {total}%": "Jumlah: {total}%",
    "Target (%)": "Target (%)",
    "That of the answers in view": "Dari jawaban yang ditampilkan",
    "The answers have the target shares already": "Jawaban sudah memiliki porsi target",
    "The largest there is": "Yang terbesar",
    "The mean weight is 1. Trimmed weights no longer meet the targets.": (
        "Bobot rata-rata adalah 1. Bobot yang dipangkas tidak lagi memenuhi target."
    ),
    "The score is known to about so much to either side.": (
        "Skor diketahui dengan ketelitian sekitar ini ke kedua sisi."
    ),
    ("To find the wanted difference with a chance of {power}, by the normal approximation."): (
        "Untuk menemukan selisih yang diinginkan dengan peluang {power}, menurut pendekatan normal."
    ),
    "Trim large weights": "Pangkas bobot besar",
    (
        "Trimmed: {n} answers were cut to a weight of {cap}, and shares miss their targets "
        "by up to {off}."
    ): ("Dipangkas: {n} jawaban diberi bobot {cap}, dan porsi meleset dari target hingga {off}."),
    "Unweighted": "Tanpa bobot",
    "Variance of one answer": "Ragam satu jawaban",
    "Weight": "Bobot",
    "Weighted": "Berbobot",
    "Weights of all cells (CSV)": "Bobot semua sel (CSV)",
    "What the answers in view can tell": "Yang dapat dikatakan jawaban yang ditampilkan",
    "What you need": "Yang Anda perlukan",
    (
        "Where you know the true shares of regions, plans or channels among all customers, "
        "the answers can be weighted to them. Type the true shares in percent."
    ): (
        "Jika Anda tahu porsi sebenarnya dari wilayah, paket, atau kanal di antara semua "
        "pelanggan, jawaban dapat dibobot menurutnya. Ketik porsi sebenarnya dalam persen."
    ),
    "With weights": "Dengan bobot",
    (
        "n = z² V / h² with the variance V of one answer, and N n / (N - 1 + n) with N "
        "customers in all (Cochran, Sampling Techniques, 1977). A difference needs 2 V (z + "
        "z of the power)² / d² answers in each group (Fleiss, Levin and Paik, 2003), here "
        "with a power of {power}."
    ): (
        "n = z² V / h² dengan ragam V satu jawaban, dan N n / (N - 1 + n) dengan N pelanggan "
        "seluruhnya (Cochran, Sampling Techniques, 1977). Selisih memerlukan 2 V (z + z dari "
        "kuasa)² / d² jawaban per kelompok (Fleiss, Levin dan Paik, 2003), di sini dengan "
        "kuasa {power}."
    ),
    "percentage points": "poin persentase",
    "points": "poin",
    "the answers in view": "jawaban yang ditampilkan",
    "{name} weighted: {weighted}, unweighted: {plain}": (
        "{name} berbobot: {weighted}, tanpa bobot: {plain}"
    ),
    "{name}, variance of one answer {variance}": "{name}, ragam satu jawaban {variance}",
    "{n} answers have a blank in these columns and are left out.": (
        "{n} jawaban kosong di kolom ini dan tidak dipakai."
    ),
    ("{n} answers in {cells} cells. Rounds until every share was met: {rounds}."): (
        "{n} jawaban dalam {cells} sel. Putaran sampai setiap porsi tercapai: {rounds}."
    ),
    "{value} has {sample} of the answers and should have {target}": (
        "{value} memuat {sample} jawaban dan seharusnya {target}"
    ),
    ("Weights of the file ('{column}') are left aside here: raking makes its own."): (
        "Bobot dari file ('{column}') tidak dipakai di sini: raking membuat bobotnya sendiri."
    ),
}

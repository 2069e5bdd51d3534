"""Texts in Bahasa Melayu: pages and their controls."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "PowerPoint slide": "Slaid PowerPoint",
    "Excel with chart": "Excel dengan carta",
    "CSV": "CSV",
    "An image (SVG) is in the corner of the chart.": (
        "Imej (SVG) boleh dimuat turun di sudut carta."
    ),
    "Add to presentation": "Tambah ke pembentangan",
    "Export": "Eksport",
    "Added to the presentation.": "Telah ditambah ke pembentangan.",
    "Source: {source}": "Sumber: {source}",
    "Contract value": "Nilai kontrak",
    "Period": "Tempoh",
    "Horizon ({unit})": "Horizon ({unit})",
    "Margin a period": "Margin per tempoh",
    "Discount (% a year)": "Diskaun (%/tahun)",
    "Survival": "Kelangsungan",
    "Value per new customer": "Nilai setiap pelanggan baharu",
    "Still there after {time} {unit}": "Masih kekal selepas {time} {unit}",
    "What a customer earns you in each period, in your currency.": (
        "Keuntungan daripada seorang pelanggan setiap tempoh, dalam mata wang anda."
    ),
    "{used} of {rows} rows used": "{used} daripada {rows} baris digunakan",
    "{n} left out": "{n} diketepikan",
    "Show only this on the page": "Papar ini sahaja di halaman",
    "Download these rows (CSV)": "Muat turun baris ini (CSV)",
    "The first {n} rows used.": "{n} baris pertama yang digunakan.",
    "{n} rows used.": "{n} baris digunakan.",
    "survey answers": "jawapan tinjauan",
    "NPS, CSAT and CES with intervals, by segment and month.": (
        "NPS, CSAT dan CES dengan selang, mengikut segmen dan bulan."
    ),
    "subscriptions": "langganan",
    "How long customers stay, and what a contract is worth.": (
        "Berapa lama pelanggan kekal, dan berapa nilai satu kontrak."
    ),
    "transactions": "transaksi",
    "How often customers come back, and what they will be worth.": (
        "Berapa kerap pelanggan kembali, dan berapa nilai mereka kelak."
    ),
    "Upload files": "Muat naik fail",
    "Upload {names} to begin": "Muat naik {names} untuk bermula",
    "Upload {name} to see: {shows}": "Muat naik {name} untuk melihat: {shows}",
    "Open Data": "Buka Data",
    "{rows} rows": "{rows} baris",
    "{n} columns": "{n} lajur",
    "Name": "Nama",
    "Save": "Simpan",
    "Delete this dataset?": "Padam set data ini?",
    "Reading {name}": "Membaca {name}",
    "Review columns": "Semak lajur",
    "{n} rows could not be read": "{n} baris tidak dapat dibaca",
    "{first} to {last}": "{first} hingga {last}",
    "{name} and its files are removed. This cannot be undone.": (
        "{name} dan fail-failnya akan dipadam. Tindakan ini tidak boleh dibuat asal."
    ),
    "Delete": "Padam",
    (
        "CSV and TSV (also .gz), Excel, Parquet, JSON, SPSS and Stata. Files stay on the machine "
        "that runs this app."
    ): (
        "CSV dan TSV (juga .gz), Excel, Parquet, JSON, SPSS dan Stata. Fail kekal di komputer "
        "yang menjalankan aplikasi ini."
    ),
    "{name} is already here as {dataset}.": "{name} sudah ada sebagai {dataset}.",
    "to be confirmed": "perlu disahkan",
    "Discard": "Buang",
    "Rename": "Tukar nama",
    "Open Scores": "Buka Skor",
    "Open Lifetime value": "Buka Nilai sepanjang hayat",
    "Open Retention": "Buka Pengekalan",
    "Source": "Sumber",
    "Dataset": "Set data",
    "Date range": "Julat tarikh",
    "Filters": "Penapis",
    "Compare by": "Bandingkan mengikut",
    "Day": "Hari",
    "Week": "Minggu",
    "Month": "Bulan",
    "Quarter": "Suku",
    "Confidence level": "Aras keyakinan",
    "How sure the intervals are: at 95%, 19 of 20 hold the true value.": (
        "Sejauh mana selang boleh diyakini: pada 95%, 19 daripada 20 selang mengandungi nilai "
        "sebenar."
    ),
    "No column of this file is known to hold the date. Choose one on the Data page.": (
        "Lajur tarikh bagi fail ini belum diketahui. Pilih lajurnya di halaman Data."
    ),
    "The dates of this file have to be confirmed on the Data page.": (
        "Tarikh dalam fail ini perlu disahkan di halaman Data."
    ),
    "Open the Data page": "Buka halaman Data",
    "No trend yet": "Belum ada aliran",
    "No comparison": "Tiada",
    "Cancel": "Batal",
    "Cancelled: {label}.": "Dibatalkan: {label}.",
    "{value} M": "{value} juta",
    "n = {n}": "n = {n}",
    "{n} slides. Charts are native and editable; the method is in the speaker notes.": (
        "{n} slaid. Carta ialah objek asli yang boleh disunting; kaedahnya ada dalam nota "
        "penceramah."
    ),
    "Press “Add to presentation” under any chart; it appears here as a slide.": (
        "Tekan “Tambah ke pembentangan” di bawah mana-mana carta; carta itu muncul di sini "
        "sebagai slaid."
    ),
    "Title of the presentation": "Tajuk pembentangan",
    "Download PowerPoint": "Muat turun PowerPoint",
    "Excel": "Excel",
    "Web page": "Halaman web",
    "Remove all": "Buang semua",
    "Up": "Naik",
    "Down": "Turun",
    "Remove": "Buang",
    "Go to Overview": "Ke Ringkasan",
    "Customer experience": "Pengalaman pelanggan",
    "Slide {place} of {total}": "Slaid {place} daripada {total}",
    "Title": "Tajuk",
    "Comment": "Komen",
    "No slides yet": "Belum ada slaid",
    "What should the audience take away?": "Apakah mesej utama untuk hadirin?",
    "The first rows as they would be read": "Baris pertama seperti yang akan dibaca",
    "Rows that cannot be used (CSV)": "Baris yang tidak boleh digunakan (CSV)",
    "(choose the order of day and month)": "(pilih susunan hari dan bulan)",
    "{example} (day, month, year)": "{example} (hari, bulan, tahun)",
    "{example} (month, day, year)": "{example} (bulan, hari, tahun)",
    "Scale": "Skala",
    "Codes that mean no answer": "Kod untuk tiada jawapan",
    "A low answer is good": "Jawapan rendah bermaksud baik",
    "How cells are read": "Cara sel dibaca",
    "Dates are written like": "Format tarikh",
    "Numbers are written like": "Format nombor",
    "Survey answers": "Jawapan tinjauan",
    "Transactions": "Transaksi",
    "Subscriptions": "Langganan",
    "Events": "Peristiwa",
    "Support tickets": "Tiket sokongan",
    "Comments": "Komen",
    "Customer list": "Senarai pelanggan",
    "{name} is ready.": "{name} sudah sedia.",
    "Kind of file": "Jenis fail",
    "Guessed: {kind}, {confidence:.0%} sure.": "Tekaan: {kind}, keyakinan {confidence:.0%}.",
    "Still needed: {roles}.": "Masih diperlukan: {roles}.",
    "Use these columns": "Guna lajur ini",
    (
        "The dates in {column} ({role}) can be read as day/month and as month/day. Choose the "
        "right order under “How cells are read”."
    ): (
        "Tarikh dalam {column} ({role}) boleh dibaca sebagai hari/bulan atau bulan/hari. Pilih "
        "susunan yang betul di “Cara sel dibaca”."
    ),
    "These columns are in use.": "Lajur ini sedang digunakan.",
    "(none)": "(tiada)",
    "Try it with sample data": "Cuba dengan data contoh",
    "Reading the sample data": "Membaca data contoh",
    "Scores that count as good": "Skor yang dianggap baik",
    "Metric": "Metrik",
    "Promoters": "Promoter",
    "Answers 9 and 10.": "Jawapan 9 dan 10.",
    "Passives": "Pasif",
    "Answers 7 and 8.": "Jawapan 7 dan 8.",
    "Detractors": "Detraktor",
    "Answers 0 to 6.": "Jawapan 0 hingga 6.",
    "Mean answer": "Purata jawapan",
    "On the scale of the file.": "Pada skala dalam fail.",
    "Prepare": "Sediakan",
    "Measure": "Ukur",
    "Share": "Kongsi",
    "Language": "Bahasa",
    "Overview": "Ringkasan",
    "Data": "Data",
    "Scores": "Skor",
    "Presentation": "Pembentangan",
    "Datasets: {n}": "Set data: {n}",
    "No data yet": "Belum ada data",
    "The query was stopped.": "Pertanyaan dihentikan.",
    "This question needs more memory than the engine may use. Filter the data first.": (
        "Pengiraan ini memerlukan memori melebihi had enjin. Tapis data dahulu."
    ),
    "Cut-off day": "Akhir cerapan",
    "Unit of time": "Unit masa",
    "Median stay ({unit})": "Median tempoh kekal ({unit})",
    (
        "Up to this day customers were watched. Who had not left by then counts as still there. "
        "It begins as the last date in the whole file."
    ): (
        "Pelanggan dipantau hingga tarikh ini. Yang belum berhenti ketika itu dikira masih "
        "kekal. Nilai asalnya ialah tarikh terakhir dalam keseluruhan fail."
    ),
    "Customers in view; {left} have left.": "Pelanggan yang dipaparkan; {left} telah berhenti.",
    "Half have left by then; a dash means that more than half are still there.": (
        "Separuh telah berhenti ketika itu; sengkang bermaksud lebih separuh masih kekal."
    ),
    "Mean active in the first {tau} {unit}": "Purata aktif dalam {tau} {unit} pertama",
    "Kaplan-Meier estimate; n is the customers still watched then.": (
        "Anggaran Kaplan-Meier; n ialah bilangan pelanggan yang masih dipantau ketika itu."
    ),
    "Expected time as a customer within the window (RMST).": (
        "Jangkaan tempoh sebagai pelanggan dalam tetingkap masa (RMST)."
    ),
    (
        "The share of answers in this range is the score. Choose the low end where a low answer "
        "is the good one."
    ): (
        "Skornya ialah peratusan jawapan dalam julat ini. Pilih hujung bawah jika jawapan rendah "
        "bermaksud baik."
    ),
    "Calibration ends": "Kalibrasi tamat",
    "For the check: the model sees orders up to this day and predicts later ones.": (
        "Untuk semakan: model melihat pesanan hingga tarikh ini dan meramal pesanan selepasnya."
    ),
    "Margin (%)": "Margin (%)",
    "Still customers (mean P(alive))": "Masih pelanggan (purata P(alive))",
    "Value of all customers": "Nilai semua pelanggan",
    "Days with an order, of all customers together, not discounted.": (
        "Jumlah hari dengan pesanan, semua pelanggan, tanpa diskaun."
    ),
    "Discounted margin expected in the horizon, on average.": (
        "Jangkaan purata margin terdiskaun dalam horizon."
    ),
    "What did I upload, what does it mean, and what was left out?": (
        "Apa yang saya muat naik, apa maksudnya, dan apa yang diketepikan?"
    ),
    "What are customers worth, and how sure is that?": (
        "Berapakah nilai pelanggan, dan sejauh mana kepastiannya?"
    ),
    "From orders": "Daripada pesanan",
    "From contracts": "Daripada kontrak",
    "How are we doing, and what stands out?": "Bagaimana prestasi kita, dan apa yang menonjol?",
    "What goes to the meeting?": "Apa yang dibawa ke mesyuarat?",
    "How satisfied are customers, who differs, and what changed?": (
        "Sejauh mana pelanggan berpuas hati, siapa yang berbeza, dan apa yang berubah?"
    ),
    "Make slides from all datasets": "Buat slaid daripada semua set data",
}

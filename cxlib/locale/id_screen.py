"""Texts in Bahasa Indonesia: pages and their controls."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "PowerPoint slide": "Slide PowerPoint",
    "Excel with chart": "Excel dengan grafik",
    "CSV": "CSV",
    "An image (SVG) is in the corner of the chart.": "Gambar (SVG) bisa diunduh di sudut grafik.",
    "Add to presentation": "Tambahkan ke presentasi",
    "Export": "Ekspor",
    "Added to the presentation.": "Sudah ditambahkan ke presentasi.",
    "Source: {source}": "Sumber: {source}",
    "Contract value": "Nilai kontrak",
    "Period": "Periode",
    "Horizon ({unit})": "Horizon ({unit})",
    "Margin a period": "Margin per periode",
    "Discount (% a year)": "Diskonto (%/tahun)",
    "Survival": "Kelangsungan",
    "Value per new customer": "Nilai per pelanggan baru",
    "Still there after {time} {unit}": "Masih bertahan setelah {time} {unit}",
    "What a customer earns you in each period, in your currency.": (
        "Keuntungan dari satu pelanggan tiap periode, dalam mata uang Anda."
    ),
    "{used} of {rows} rows used": "{used} dari {rows} baris dipakai",
    "{n} left out": "{n} tidak dipakai",
    "Show only this on the page": "Tampilkan hanya ini di halaman",
    "Download these rows (CSV)": "Unduh baris ini (CSV)",
    "The first {n} rows used.": "{n} baris pertama yang dipakai.",
    "{n} rows used.": "{n} baris dipakai.",
    "survey answers": "jawaban survei",
    "NPS, CSAT and CES with intervals, by segment and month.": (
        "NPS, CSAT, dan CES dengan interval, menurut segmen dan bulan."
    ),
    "subscriptions": "langganan",
    "How long customers stay, and what a contract is worth.": (
        "Berapa lama pelanggan bertahan, dan berapa nilai satu kontrak."
    ),
    "transactions": "transaksi",
    "How often customers come back, and what they will be worth.": (
        "Seberapa sering pelanggan kembali, dan berapa nilai mereka nanti."
    ),
    "Upload files": "Unggah file",
    "Upload {names} to begin": "Unggah {names} untuk memulai",
    "Upload {name} to see: {shows}": "Unggah {name} untuk melihat: {shows}",
    "Open Data": "Buka Data",
    "{rows} rows": "{rows} baris",
    "{n} columns": "{n} kolom",
    "Name": "Nama",
    "Save": "Simpan",
    "Delete this dataset?": "Hapus dataset ini?",
    "Reading {name}": "Membaca {name}",
    "Review columns": "Periksa kolom",
    "{n} rows could not be read": "{n} baris tidak terbaca",
    "{first} to {last}": "{first} hingga {last}",
    "{name} and its files are removed. This cannot be undone.": (
        "{name} dan file-filenya akan dihapus. Tindakan ini tidak dapat dibatalkan."
    ),
    "Delete": "Hapus",
    (
        "CSV and TSV (also .gz), Excel, Parquet, JSON, SPSS and Stata. Files stay on the machine "
        "that runs this app."
    ): (
        "CSV dan TSV (juga .gz), Excel, Parquet, JSON, SPSS, dan Stata. File tetap berada di "
        "komputer yang menjalankan aplikasi ini."
    ),
    "{name} is already here as {dataset}.": "{name} sudah ada sebagai {dataset}.",
    "to be confirmed": "perlu konfirmasi",
    "Discard": "Buang",
    "Rename": "Ubah nama",
    "Open Scores": "Buka Skor",
    "Open Lifetime value": "Buka Nilai seumur hidup pelanggan",
    "Open Retention": "Buka Retensi",
    "Source": "Sumber",
    "Dataset": "Dataset",
    "Date range": "Rentang tanggal",
    "Filters": "Filter",
    "Compare by": "Bandingkan menurut",
    "Day": "Hari",
    "Week": "Minggu",
    "Month": "Bulan",
    "Quarter": "Kuartal",
    "Confidence level": "Tingkat kepercayaan",
    "How sure the intervals are: at 95%, 19 of 20 hold the true value.": (
        "Seberapa yakin intervalnya: pada 95%, 19 dari 20 interval memuat nilai sebenarnya."
    ),
    "No column of this file is known to hold the date. Choose one on the Data page.": (
        "Kolom tanggal file ini belum diketahui. Pilih kolomnya di halaman Data."
    ),
    "The dates of this file have to be confirmed on the Data page.": (
        "Tanggal dalam file ini perlu dikonfirmasi di halaman Data."
    ),
    "Open the Data page": "Buka halaman Data",
    "No trend yet": "Belum ada tren",
    "No comparison": "Tidak ada",
    "Cancel": "Batal",
    "Cancelled: {label}.": "Dibatalkan: {label}.",
    "{value} M": "{value} jt",
    "n = {n}": "n = {n}",
    "{n} slides. Charts are native and editable; the method is in the speaker notes.": (
        "{n} slide. Grafiknya objek asli yang bisa diedit; metodenya ada di catatan pembicara."
    ),
    "Press “Add to presentation” under any chart; it appears here as a slide.": (
        "Tekan “Tambahkan ke presentasi” di bawah grafik mana pun; grafik itu muncul di sini "
        "sebagai slide."
    ),
    "Title of the presentation": "Judul presentasi",
    "Download PowerPoint": "Unduh PowerPoint",
    "Excel": "Excel",
    "Web page": "Halaman web",
    "Remove all": "Hapus semua",
    "Up": "Naik",
    "Down": "Turun",
    "Remove": "Hapus",
    "Go to Overview": "Ke Ringkasan",
    "Customer experience": "Pengalaman pelanggan",
    "Slide {place} of {total}": "Slide {place} dari {total}",
    "Title": "Judul",
    "Comment": "Komentar",
    "No slides yet": "Belum ada slide",
    "What should the audience take away?": "Apa pesan utama untuk audiens?",
    "The first rows as they would be read": "Baris pertama sebagaimana akan dibaca",
    "Rows that cannot be used (CSV)": "Baris yang tidak bisa dipakai (CSV)",
    "(choose the order of day and month)": "(pilih urutan hari dan bulan)",
    "{example} (day, month, year)": "{example} (hari, bulan, tahun)",
    "{example} (month, day, year)": "{example} (bulan, hari, tahun)",
    "Scale": "Skala",
    "Codes that mean no answer": "Kode untuk tanpa jawaban",
    "A low answer is good": "Jawaban rendah berarti baik",
    "How cells are read": "Cara sel dibaca",
    "Dates are written like": "Format tanggal",
    "Numbers are written like": "Format angka",
    "Survey answers": "Jawaban survei",
    "Transactions": "Transaksi",
    "Subscriptions": "Langganan",
    "Events": "Peristiwa",
    "Support tickets": "Tiket dukungan",
    "Comments": "Komentar",
    "Customer list": "Daftar pelanggan",
    "{name} is ready.": "{name} siap.",
    "Kind of file": "Jenis file",
    "Guessed: {kind}, {confidence:.0%} sure.": "Tebakan: {kind}, yakin {confidence:.0%}.",
    "Still needed: {roles}.": "Masih diperlukan: {roles}.",
    "Use these columns": "Pakai kolom ini",
    (
        "The dates in {column} ({role}) can be read as day/month and as month/day. Choose the "
        "right order under “How cells are read”."
    ): (
        "Tanggal di {column} ({role}) bisa dibaca sebagai hari/bulan maupun bulan/hari. Pilih "
        "urutan yang benar di “Cara sel dibaca”."
    ),
    "These columns are in use.": "Kolom ini sedang dipakai.",
    "(none)": "(tidak ada)",
    "Try it with sample data": "Coba dengan data contoh",
    "Reading the sample data": "Membaca data contoh",
    "Scores that count as good": "Skor yang dianggap baik",
    "Metric": "Metrik",
    "Promoters": "Promotor",
    "Answers 9 and 10.": "Jawaban 9 dan 10.",
    "Passives": "Pasif",
    "Answers 7 and 8.": "Jawaban 7 dan 8.",
    "Detractors": "Detraktor",
    "Answers 0 to 6.": "Jawaban 0 sampai 6.",
    "Mean answer": "Rata-rata jawaban",
    "On the scale of the file.": "Pada skala dalam file.",
    "Prepare": "Siapkan",
    "Measure": "Ukur",
    "Share": "Bagikan",
    "Language": "Bahasa",
    "Overview": "Ringkasan",
    "Data": "Data",
    "Scores": "Skor",
    "Presentation": "Presentasi",
    "Datasets: {n}": "Dataset: {n}",
    "No data yet": "Belum ada data",
    "The query was stopped.": "Kueri dihentikan.",
    "This question needs more memory than the engine may use. Filter the data first.": (
        "Perhitungan ini memerlukan memori melebihi batas mesin. Filter data dulu."
    ),
    "Cut-off day": "Tanggal batas",
    "Unit of time": "Satuan waktu",
    "Median stay ({unit})": "Median lama bertahan ({unit})",
    (
        "Up to this day customers were watched. Who had not left by then counts as still there. "
        "It begins as the last date in the whole file."
    ): (
        "Pelanggan diamati sampai tanggal ini. Yang belum berhenti saat itu dihitung masih "
        "bertahan. Nilai awalnya tanggal terakhir di seluruh file."
    ),
    "Customers in view; {left} have left.": "Pelanggan yang ditampilkan; {left} sudah berhenti.",
    "Half have left by then; a dash means that more than half are still there.": (
        "Separuh sudah berhenti saat itu; tanda pisah berarti lebih dari separuh masih bertahan."
    ),
    "Mean active in the first {tau} {unit}": "Rata-rata aktif dalam {tau} {unit} pertama",
    "Kaplan-Meier estimate; n is the customers still watched then.": (
        "Estimasi Kaplan-Meier; n adalah jumlah pelanggan yang masih diamati saat itu."
    ),
    "Expected time as a customer within the window (RMST).": (
        "Perkiraan lama menjadi pelanggan dalam jendela waktu (RMST)."
    ),
    (
        "The share of answers in this range is the score. Choose the low end where a low answer "
        "is the good one."
    ): (
        "Skornya adalah persentase jawaban dalam rentang ini. Pilih ujung bawah bila jawaban "
        "rendah berarti baik."
    ),
    "Calibration ends": "Kalibrasi berakhir",
    "For the check: the model sees orders up to this day and predicts later ones.": (
        "Untuk pemeriksaan: model melihat pesanan sampai tanggal ini dan memprediksi pesanan "
        "sesudahnya."
    ),
    "Margin (%)": "Margin (%)",
    "Still customers (mean P(alive))": "Bertahan (rerata P(alive))",
    "Value of all customers": "Nilai semua pelanggan",
    "Days with an order, of all customers together, not discounted.": (
        "Jumlah hari dengan pesanan, seluruh pelanggan, tanpa diskonto."
    ),
    "Discounted margin expected in the horizon, on average.": (
        "Perkiraan rata-rata margin terdiskonto dalam horizon."
    ),
    "What did I upload, what does it mean, and what was left out?": (
        "Apa yang saya unggah, apa artinya, dan apa yang tidak dipakai?"
    ),
    "What are customers worth, and how sure is that?": (
        "Berapa nilai pelanggan, dan seberapa pasti?"
    ),
    "From orders": "Dari pesanan",
    "From contracts": "Dari kontrak",
    "How are we doing, and what stands out?": "Bagaimana kinerja kita, dan apa yang menonjol?",
    "What goes to the meeting?": "Apa yang dibawa ke rapat?",
    "How satisfied are customers, who differs, and what changed?": (
        "Seberapa puas pelanggan, siapa yang berbeda, dan apa yang berubah?"
    ),
    "Make slides from all datasets": "Buat slide dari semua dataset",
}

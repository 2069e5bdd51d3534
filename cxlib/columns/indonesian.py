"""Indonesian words by which columns name their meaning, the surer ones first."""

from __future__ import annotations

from cxlib.columns.english import LIKELY, MAYBE, SURE

SAID: dict[str, dict[float, str]] = {
    "answered": {
        SURE: "tanggal survei|tanggal jawaban|tanggal pengisian|waktu pengisian|tanggal respons"
        "|waktu survei|tanggal mengisi|tgl survei|tanggal isi|waktu jawaban",
        LIKELY: "tanggal|tgl|cap waktu|stempel waktu|dijawab pada",
        MAYBE: "waktu|hari|bulan|periode",
    },
    "nps": {
        SURE: "skor nps|nilai nps|skor rekomendasi|kemungkinan merekomendasikan",
        LIKELY: "rekomendasi|merekomendasikan",
        MAYBE: "skor|nilai",
    },
    "csat": {
        SURE: "kepuasan|kepuasan pelanggan|skor kepuasan|tingkat kepuasan|nilai kepuasan"
        "|kepuasan keseluruhan|kepuasan layanan|skor csat|indeks kepuasan",
        LIKELY: "puas|keseluruhan",
        MAYBE: "skor|nilai",
    },
    "ces": {
        SURE: "kemudahan|usaha pelanggan|skor usaha|skor kemudahan|skor ces|tingkat kemudahan",
        LIKELY: "mudah|usaha|kesulitan",
    },
    "rating": {
        SURE: "bintang|penilaian bintang|jumlah bintang|rating produk|rating ulasan",
        LIKELY: "penilaian|nilai|skor|rating layanan|peringkat",
    },
    "customer": {
        SURE: "id pelanggan|pelanggan|kode pelanggan|nomor pelanggan|id akun|no pelanggan"
        "|id konsumen|id nasabah|id anggota|id pengguna|nomor anggota|id responden|id member"
        "|kode konsumen|no anggota|kode nasabah|id pembeli|nomor nasabah|kode customer",
        LIKELY: "akun|anggota|pembeli|pengguna|id customer|konsumen|nasabah|responden|surel"
        "|email pelanggan|username pembeli|alamat email|username pengguna|no hp pelanggan",
        MAYBE: "nama|nama pelanggan|nama pembeli|username|nama pengguna|nama responden|nama nasabah"
        "|nama konsumen|nama penerima|nomor hp|no hp|nama lengkap",
    },
    "comment": {
        SURE: "komentar|ulasan|masukan|kritik dan saran|saran dan kritik|komentar pelanggan"
        "|saran dan masukan|kritik saran|alasan skor|komentar tambahan|kritik",
        LIKELY: "alasan|catatan|saran|teks|umpan balik|pesan|keluhan|tanggapan",
    },
    "weight": {SURE: "bobot|bobot survei|pembobot|faktor bobot|bobot responden"},
    "touchpoint": {SURE: "titik kontak|titik sentuh|tahap perjalanan|titik layanan"},
    "channel": {SURE: "saluran|kanal|kanal kontak|saluran layanan|kanal layanan|saluran kontak"},
    "invited": {SURE: "diundang|tanggal undangan|tanggal kirim survei|dikirim pada|diundang pada"},
    "response": {
        SURE: "id respons|id jawaban|id survei|nomor responden|id isian|kode respons",
        MAYBE: "nomor|no",
    },
    "count": {
        SURE: "jumlah|jumlah responden|jumlah jawaban|banyak responden|jumlah respons|frekuensi"
        "|banyak jawaban|total responden|jumlah suara|jumlah orang|total jawaban",
        LIKELY: "banyaknya|total",
    },
    "question": {
        SURE: "pertanyaan|butir|teks pertanyaan|soal|pertanyaan survei|butir pertanyaan",
        LIKELY: "indikator|aspek|unsur",
    },
    "answer": {SURE: "jawaban|respons|isi jawaban|teks jawaban", LIKELY: "nilai|skor|hasil"},
    "ordered": {
        SURE: "tanggal pesanan|tanggal transaksi|tanggal pembelian|tanggal order|tanggal beli"
        "|waktu pesanan dibuat|waktu pembayaran|tanggal pembayaran|tanggal faktur|waktu transaksi"
        "|tgl transaksi|tgl pesanan|tanggal pesan|tgl order|waktu pesanan|tanggal penjualan"
        "|tanggal nota|waktu pembayaran dilakukan|pesanan dibuat|tgl beli|tanggal invoice"
        "|tanggal bayar|tanggal pemesanan|waktu pembelian",
        LIKELY: "tanggal|tgl|tanggal dibuat",
        MAYBE: "waktu",
    },
    "amount": {
        SURE: "jumlah harga|total harga|nilai transaksi|total bayar|total belanja|total pembayaran"
        "|nilai pesanan|total penjualan|omzet|total harga produk|jumlah pembayaran|nilai belanja"
        "|total transaksi|pendapatan|total tagihan|jumlah transaksi|nominal|nominal transaksi"
        "|total pesanan|nilai penjualan|total omset|jumlah bayar|total nilai|penjualan bersih"
        "|total harga jual|omset|harga total|total rupiah|jumlah rupiah",
        LIKELY: "jumlah|total|nilai|belanja|bayar",
    },
    "quantity": {
        SURE: "kuantitas|jumlah barang|jumlah unit|jumlah produk|jumlah produk di pesan|qty"
        "|jumlah item"
        "|jumlah produk dibeli|banyak barang|jumlah pcs|unit terjual|jumlah dipesan|jumlah beli",
        LIKELY: "banyaknya|jumlah",
    },
    "price": {
        SURE: "harga satuan|harga|harga jual|harga produk|harga barang|harga awal|harga per unit"
        "|harga setelah diskon|harga per item|harga jual rp",
    },
    "order": {
        SURE: "no pesanan|nomor pesanan|id pesanan|id transaksi|no transaksi|nomor invoice"
        "|no faktur"
        "|nomor transaksi|kode transaksi|nomor faktur|kode pesanan|no invoice|id order|no nota"
        "|nomor nota|kode invoice|nomor order|kode order|no order",
        LIKELY: "faktur|pesanan|nota",
    },
    "product": {
        SURE: "produk|barang|nama produk|kategori produk|nama barang|kode barang|kode produk"
        "|sku induk"
        "|nomor referensi sku|nama variasi|id produk|nama item|jenis barang",
        LIKELY: "kategori|menu",
    },
    "started": {
        SURE: "tanggal mulai|mulai|mulai langganan|tanggal bergabung|tanggal mulai langganan"
        "|tanggal aktivasi|mulai berlangganan|tanggal daftar|tanggal pendaftaran|tgl mulai"
        "|awal kontrak"
        "|tgl aktivasi|tanggal registrasi|tgl bergabung|tanggal mulai kontrak|tanggal berlangganan"
        "|tanggal masuk|mulai kontrak",
        LIKELY: "bergabung|terdaftar sejak|aktif sejak|sejak",
    },
    "ended": {
        SURE: "tanggal berakhir|berakhir|tanggal selesai|tanggal berhenti|akhir langganan"
        "|akhir kontrak"
        "|tanggal berakhir langganan|tgl berakhir|tgl berhenti|tanggal pembatalan|berhenti pada"
        "|tanggal akhir|tanggal keluar|tanggal kadaluarsa|tanggal putus|tanggal berakhir kontrak",
        LIKELY: "jatuh tempo|sampai",
    },
    "observed": {SURE: "tanggal pengamatan|per tanggal|tanggal data"},
    "entered": {SURE: "tercatat sejak|dicatat sejak|diamati sejak"},
    "duration": {
        SURE: "lama berlangganan|durasi|masa langganan|lama langganan|masa berlangganan"
        "|lama menjadi pelanggan|lama bergabung|lama kontrak|durasi langganan"
        "|lama berlangganan bulan",
        LIKELY: "lama|bulan",
    },
    "churned": {
        SURE: "berhenti|keluar|status berhenti|sudah berhenti|berhenti langganan|status churn"
        "|berhenti berlangganan|telah berhenti|nonaktif|putus langganan",
    },
    "plan": {SURE: "paket|jenis langganan|paket langganan|jenis paket|nama paket|tipe langganan"},
    "fee": {
        SURE: "biaya bulanan|iuran|biaya langganan|tagihan bulanan|iuran bulanan|harga paket"
        "|tarif bulanan|biaya per bulan",
        LIKELY: "harga|biaya|tarif",
    },
    "reason": {SURE: "alasan berhenti|alasan|sebab|alasan keluar|alasan pembatalan"},
    "happened": {
        SURE: "waktu kejadian|waktu akses|waktu aktivitas|tanggal kejadian|waktu login"
        "|tanggal kunjungan|tanggal aktivitas|tanggal akses|waktu peristiwa|tanggal login",
        LIKELY: "waktu|tanggal|tgl",
    },
    "event": {
        SURE: "kejadian|aktivitas|tindakan|jenis aktivitas|nama aktivitas|jenis kejadian|halaman"
        "|nama kejadian|fitur|aktifitas",
        LIKELY: "aksi",
    },
    "session": {SURE: "sesi|id sesi|kode sesi"},
    "shown": {SURE: "ditampilkan|tayangan|jumlah tayangan"},
    "clicked": {SURE: "diklik|klik|jumlah klik"},
    "created": {
        SURE: "dibuat pada|tanggal dibuat|dibuka|tanggal tiket|waktu dibuat|tanggal lapor"
        "|tanggal keluhan|tanggal masuk|tanggal pengaduan|waktu lapor|tgl tiket|tanggal laporan"
        "|dibuka pada|tgl dibuat|tanggal dibuka|tanggal aduan|waktu pelaporan|tgl lapor",
        LIKELY: "tanggal|tgl|waktu masuk|dibuat",
    },
    "ticket": {
        SURE: "tiket|id tiket|no tiket|nomor tiket|nomor keluhan|nomor pengaduan|id keluhan"
        "|no pengaduan|kode tiket|no keluhan|id pengaduan|nomor kasus|nomor laporan|no laporan",
        LIKELY: "kasus|pengaduan|aduan",
    },
    "first_replied": {
        SURE: "balasan pertama|dibalas pertama|waktu balasan pertama|tanggapan pertama"
        "|respons pertama|waktu respons pertama|waktu tanggapan pertama|tanggal respons pertama",
        LIKELY: "dibalas|ditanggapi pada|dibalas pada",
    },
    "solved": {
        SURE: "diselesaikan|selesai pada|ditutup|tanggal selesai|waktu selesai|tanggal penyelesaian"
        "|ditutup pada|diselesaikan pada|tgl selesai|tanggal ditutup|waktu penyelesaian"
        "|tanggal tutup",
        LIKELY: "selesai",
    },
    "reopened": {SURE: "dibuka kembali|jumlah dibuka kembali"},
    "category": {
        SURE: "kategori|jenis|jenis keluhan|kategori keluhan|kategori tiket|topik|jenis masalah"
        "|jenis pengaduan|kategori masalah|jenis tiket",
        LIKELY: "tipe|prioritas",
    },
    "group": {
        SURE: "tim|grup|divisi|bagian|departemen|unit kerja|kelompok",
        LIKELY: "petugas|agen",
    },
    "changed": {
        SURE: "tanggal perubahan|diubah pada|waktu perubahan|diperbarui pada|tanggal status"
        "|waktu status|tanggal update|tgl perubahan|waktu update",
        LIKELY: "waktu|tanggal|tgl",
    },
    "status": {SURE: "status tiket|status baru|tahap|status laporan|status keluhan"},
    "text": {
        SURE: "komentar|ulasan|teks|isi ulasan|pesan|kalimat|isi komentar|ulasan produk|keluhan"
        "|isi pesan|komentar pembeli|tanggapan|masukan|isi keluhan|teks ulasan|ulasan pelanggan"
        "|kritik dan saran|ulasan pembeli|cuitan|testimoni|isi aduan",
        LIKELY: "pendapat|saran|deskripsi|isi|kritik",
    },
    "written": {
        SURE: "tanggal ulasan|tanggal komentar|waktu ulasan|tgl ulasan|tanggal posting|ditulis pada"
        "|waktu komentar|tanggal testimoni",
        LIKELY: "tanggal|tgl|waktu",
    },
    "source": {SURE: "sumber|asal|sumber ulasan", LIKELY: "toko|situs"},
}

ASKED: dict[str, dict[float, str]] = {
    "nps": {0.97: "merekomendasikan|rekomendasikan|menyarankan teman"},
    "csat": {0.95: "puas|kepuasan"},
    "ces": {0.95: "mudah|kemudahan|usaha|sulit"},
    "rating": {0.75: "menilai|nilai|penilaian|puas|setuju|kualitas|bagaimana pelayanan"},
    "comment": {
        0.95: "alasan|saran|masukan|mengapa|kenapa|komentar|kritik|ceritakan",
        0.8: "apa",
    },
}
"""Words that stand in whole questions, in this order, not side by side."""

"""Malay words by which columns name their meaning, the surer ones first."""

from __future__ import annotations

from cxlib.columns.english import LIKELY, MAYBE, SURE

SAID: dict[str, dict[float, str]] = {
    "answered": {
        SURE: "tarikh jawapan|tarikh tinjauan|tarikh maklum balas|masa jawapan|tarikh respons"
        "|tarikh soal selidik|tarikh dijawab|dijawab pada|tarikh kaji selidik|masa maklum balas",
        LIKELY: "tarikh|cap masa|tarikh hantar",
        MAYBE: "masa|bulan|tempoh",
    },
    "nps": {
        SURE: "skor nps|skor cadangan|kemungkinan mengesyorkan|skor syor",
        LIKELY: "mengesyorkan|syor|syorkan",
        MAYBE: "skor|markah",
    },
    "csat": {
        SURE: "kepuasan|kepuasan pelanggan|skor kepuasan|tahap kepuasan|skor csat"
        "|kepuasan keseluruhan|penilaian kepuasan",
        LIKELY: "berpuas hati|keseluruhan",
        MAYBE: "skor|markah",
    },
    "ces": {
        SURE: "kemudahan|usaha pelanggan|skor usaha|tahap kemudahan",
        LIKELY: "mudah|kesukaran",
    },
    "rating": {SURE: "bintang|bilangan bintang", LIKELY: "penarafan|skor|markah|penilaian"},
    "customer": {
        SURE: "id pelanggan|pelanggan|kod pelanggan|nombor pelanggan|no pelanggan|akaun|id akaun"
        "|no akaun|nombor akaun|id ahli|no ahli|nombor ahli|id pengguna|id pembeli|id responden"
        "|kod ahli|id pelawat",
        LIKELY: "ahli|pembeli|pengguna|emel|emel pelanggan|e mel|alamat emel|responden",
        MAYBE: "nama|nama pelanggan|nama pembeli|nama pengguna|nama ahli|no telefon|nama penerima"
        "|nama penuh|nama pengguna pembeli",
    },
    "comment": {
        SURE: "komen|ulasan|maklum balas|komen pelanggan|cadangan penambahbaikan|ulasan pelanggan"
        "|komen tambahan",
        LIKELY: "sebab|catatan|cadangan|pandangan|aduan",
    },
    "weight": {SURE: "pemberat|wajaran"},
    "touchpoint": {SURE: "titik sentuh|titik sentuhan|peringkat perjalanan"},
    "channel": {SURE: "saluran|saluran hubungan|saluran aduan"},
    "invited": {SURE: "dijemput|tarikh jemputan|tarikh hantar tinjauan|dijemput pada"},
    "response": {SURE: "id respons|id jawapan|id maklum balas|no siri", MAYBE: "bil|no"},
    "count": {
        SURE: "bilangan|bilangan responden|bilangan jawapan|jumlah responden|jumlah jawapan"
        "|kekerapan|jumlah|bilangan respons|bil responden",
    },
    "question": {SURE: "soalan|item soalan|teks soalan|soalan tinjauan", LIKELY: "perkara|aspek"},
    "answer": {SURE: "jawapan|respons|teks jawapan|maklum balas", LIKELY: "markah|skor|nilai"},
    "ordered": {
        SURE: "tarikh pesanan|tarikh transaksi|tarikh pembelian|tarikh beli|masa pesanan dibuat"
        "|masa pesanan|tarikh bayaran|masa pembayaran|tarikh invois|tarikh jualan|masa bayaran"
        "|tarikh urus niaga|tarikh penciptaan pesanan|masa pembayaran pesanan|tarikh resit",
        LIKELY: "tarikh",
        MAYBE: "masa",
    },
    "amount": {
        SURE: "amaun|jumlah bayaran|jumlah harga|jumlah jualan|jumlah besar|nilai pesanan"
        "|hasil jualan"
        "|jumlah pesanan|amaun bayaran|nilai transaksi|jumlah amaun|jumlah belian"
        "|jumlah keseluruhan"
        "|jumlah rm|jumlah perbelanjaan",
        LIKELY: "jumlah|bayaran|belanja",
    },
    "quantity": {SURE: "kuantiti|bilangan|bilangan unit|jumlah unit|bilangan barang|kuantiti item"},
    "price": {SURE: "harga|harga seunit|harga unit|harga jualan|harga asal|harga tawaran"},
    "order": {
        SURE: "no pesanan|nombor pesanan|id pesanan|no invois|no transaksi|no resit|id transaksi"
        "|nombor invois|nombor resit|nombor transaksi",
        LIKELY: "resit|invois|pesanan",
    },
    "product": {
        SURE: "produk|barang|nama produk|nama barang|kategori produk|kod barang|kod produk"
        "|nama item",
        LIKELY: "kategori",
    },
    "started": {
        SURE: "tarikh mula|mula|mula langganan|tarikh mula langganan|tarikh menyertai|tarikh daftar"
        "|tarikh pengaktifan|tarikh pendaftaran|tarikh mula kontrak|tarikh sertai|mula kontrak",
        LIKELY: "menyertai|sejak|didaftarkan",
    },
    "ended": {
        SURE: "tarikh tamat|tamat|tarikh tamat langganan|tarikh berhenti|tarikh batal|tamat kontrak"
        "|tarikh penamatan|tarikh tamat kontrak|tarikh luput|berakhir|tarikh akhir|tamat langganan",
        LIKELY: "hingga",
    },
    "observed": {SURE: "tarikh pemerhatian|setakat|tarikh data|setakat tarikh"},
    "entered": {SURE: "direkodkan sejak|dicatat sejak|diperhati sejak"},
    "duration": {
        SURE: "tempoh|tempoh langganan|masa langganan|tempoh keahlian|tempoh bulan|lama melanggan"
        "|tempoh melanggan",
        LIKELY: "bulan",
    },
    "churned": {
        SURE: "berhenti|keluar|telah berhenti|status berhenti|sudah berhenti|berhenti melanggan"
        "|dibatalkan|telah keluar",
    },
    "plan": {SURE: "pelan|jenis langganan|pakej|jenis pelan|nama pelan|pelan langganan"},
    "fee": {
        SURE: "yuran bulanan|yuran|bayaran bulanan|caj bulanan|yuran langganan",
        LIKELY: "harga|caj",
    },
    "reason": {SURE: "sebab|sebab berhenti|alasan|sebab batal|sebab pembatalan"},
    "happened": {
        SURE: "masa kejadian|tarikh kejadian|masa acara|masa aktiviti|tarikh aktiviti"
        "|tarikh lawatan"
        "|masa log masuk|tarikh acara",
        LIKELY: "masa|tarikh",
    },
    "event": {
        SURE: "acara|aktiviti|tindakan|nama acara|jenis aktiviti|jenis acara|kejadian|halaman"
    },
    "session": {SURE: "sesi|id sesi"},
    "shown": {SURE: "dipaparkan|paparan"},
    "clicked": {SURE: "diklik|klik"},
    "created": {
        SURE: "tarikh dibuat|tarikh buka|dibuka|tarikh aduan|tarikh dibuka|masa dibuka|tarikh lapor"
        "|tarikh terima|tarikh tiket|masa aduan|tarikh diterima|dibuka pada|masa dibuat"
        "|dicipta pada"
        "|tarikh laporan|tarikh kes",
        LIKELY: "tarikh|dicipta",
    },
    "ticket": {
        SURE: "tiket|no tiket|id tiket|no kes|nombor tiket|nombor kes|no aduan|nombor aduan|id kes"
        "|id aduan|no rujukan|nombor rujukan",
        LIKELY: "kes|aduan|rujukan",
    },
    "first_replied": {
        SURE: "balasan pertama|maklum balas pertama|masa balasan pertama|dijawab pertama"
        "|tarikh balasan pertama|respons pertama|tarikh maklum balas pertama",
        LIKELY: "dibalas pada|tarikh dibalas",
    },
    "solved": {
        SURE: "diselesaikan|tarikh selesai|ditutup|masa selesai|selesai pada|tarikh ditutup"
        "|tarikh tutup|diselesaikan pada|tarikh penyelesaian|tarikh diselesaikan|ditutup pada",
        LIKELY: "selesai",
    },
    "reopened": {SURE: "dibuka semula|bilangan dibuka semula"},
    "category": {
        SURE: "kategori|jenis|jenis aduan|kategori aduan|topik|jenis isu|kategori kes",
        LIKELY: "keutamaan",
    },
    "group": {SURE: "kumpulan|pasukan|jabatan|bahagian|unit", LIKELY: "pegawai|ejen"},
    "changed": {
        SURE: "tarikh perubahan|diubah pada|masa perubahan|dikemas kini pada|tarikh kemas kini"
        "|tarikh status|masa status",
        LIKELY: "masa|tarikh",
    },
    "status": {SURE: "status kes|status baharu|peringkat|status aduan|status tiket"},
    "text": {
        SURE: "komen|ulasan|teks|mesej|ayat|isi ulasan|maklum balas|ulasan produk|aduan"
        "|kandungan ulasan"
        "|komen pelanggan|teks ulasan|butiran aduan|ulasan pembeli",
        LIKELY: "pendapat|kandungan|cadangan|keterangan",
    },
    "written": {
        SURE: "tarikh ulasan|tarikh komen|masa ulasan|ditulis pada|tarikh hantar ulasan|masa komen",
        LIKELY: "tarikh|masa",
    },
    "source": {SURE: "sumber|asal|platform", LIKELY: "kedai|laman"},
}

ASKED: dict[str, dict[float, str]] = {
    "nps": {0.97: "mengesyorkan|syorkan|mencadangkan rakan|cadangkan rakan"},
    "csat": {0.95: "berpuas hati|kepuasan|puas"},
    "ces": {0.95: "mudah|kemudahan|usaha|sukar"},
    "rating": {0.75: "menilai|penilaian|puas|setuju|bersetuju|kualiti"},
    "comment": {
        0.95: "sebab|cadangan|ulasan|mengapa|kenapa|komen|maklum balas|kongsikan",
        0.8: "apakah",
    },
}
"""Words that stand in whole questions, in this order, not side by side."""

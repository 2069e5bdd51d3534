"""Texts in Bahasa Indonesia: service speed."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "first reply before it was created": "balasan pertama sebelum tiket dibuat",
    "solved before it was created": "selesai sebelum tiket dibuat",
    "first reply": "balasan pertama",
    "time to solve": "waktu penyelesaian",
    "wait of the requester": "waktu tunggu pemohon",
    "wait of the agent": "waktu tunggu petugas",
    (
        "Nine in ten are not reached while tickets were watched, so there is no 90th "
        "percentile: {measures}."
    ): (
        "Sembilan dari sepuluh tidak tercapai selama tiket diamati, jadi tidak ada persentil "
        "ke-90: {measures}."
    ),
    (
        "No ticket was watched as long as some of the times asked for; the share there is the"
        " least it can be: {measures}."
    ): (
        "Tidak ada tiket yang diamati selama beberapa waktu yang diminta; porsinya di sana "
        "adalah batas paling rendah: {measures}."
    ),
    (
        "{measure}: {open} of {n} tickets are open and count as waiting until the last moment"
        " in the file."
    ): (
        "{measure}: {open} dari {n} tiket masih terbuka dan dihitung menunggu sampai saat "
        "terakhir dalam berkas."
    ),
    (
        "{measure}: {open} of {n} tickets are open and count as waiting until the last moment"
        " in the file. The median is {median} hours; without the open tickets it would read "
        "{naive}, since slow tickets are more often still open."
    ): (
        "{measure}: {open} dari {n} tiket masih terbuka dan dihitung menunggu sampai saat "
        "terakhir dalam berkas. Mediannya {median} jam; tanpa tiket terbuka terbaca {naive}, "
        "karena tiket yang lambat lebih sering masih terbuka."
    ),
    (
        "Mean {low} to {high} ({level} limits over {n} days, which are alike in a row: Newey "
        "& West, 1987)."
    ): (
        "Rata-rata {low} sampai {high} (batas {level} atas {n} hari, yang mirip bila "
        "berurutan: Newey & West, 1987)."
    ),
    (
        "New and resurrected customers, divided by those who went dormant. Above 1 the number"
        " of active customers grows. n is the customers who came or went; the limits are "
        "Wilson's of the share of them that came, as a ratio."
    ): (
        "Pelanggan baru dan yang kembali aktif, dibagi mereka yang menjadi tidak aktif. Di "
        "atas 1 jumlah pelanggan aktif bertambah. n adalah pelanggan yang datang atau pergi; "
        "batasnya adalah batas Wilson dari bagian yang datang, sebagai rasio."
    ),
    "About the segment or theme": "Tentang segmen atau tema",
    "All answers are compared, whether their comment names {name} or not.": (
        "Semua jawaban dibandingkan, baik komentarnya menyebut {name} maupun tidak."
    ),
    "Comments on {name}": "Komentar tentang {name}",
    "Time zone of the team": "Zona waktu tim",
    "Hours that count": "Jam yang dihitung",
    "Times in the file without an offset are taken to be of this zone.": (
        "Waktu dalam berkas tanpa selisih UTC dianggap dari zona ini."
    ),
    (
        "Waiting then counts only the hours in which the team works. Choose, or type your "
        "own, such as Mon-Thu 09:00-12:00 13:00-17:30, Fri 09:00-15:00."
    ): (
        "Waktu tunggu lalu hanya menghitung jam kerja tim. Pilih, atau ketik sendiri, "
        "misalnya Mon-Thu 09:00-12:00 13:00-17:30, Fri 09:00-15:00."
    ),
    "Days off, with commas between. Hours on them do not count.": (
        "Hari libur, dipisahkan koma. Jam pada hari itu tidak dihitung."
    ),
    "Every hour of every day": "Setiap jam setiap hari",
    (
        "Mean of DAU / MAU over the days with a whole window of 30 days; n is those days. The"
        " limits know that days in a row are alike (Newey & West, 1987)."
    ): (
        "Rata-rata DAU / MAU atas hari-hari dengan jendela 30 hari yang utuh; n adalah hari "
        "itu. Batasnya memperhitungkan bahwa hari yang berurutan mirip (Newey & West, 1987)."
    ),
    (
        "Mean over the whole days, those without activity included; n is those days. The "
        "limits know that days in a row are alike (Newey & West, 1987)."
    ): (
        "Rata-rata atas hari yang utuh, termasuk hari tanpa aktivitas; n adalah hari itu. "
        "Batasnya memperhitungkan bahwa hari yang berurutan mirip (Newey & West, 1987)."
    ),
    "Solved: {names}": "Selesai: {names}",
    "Which status is solved?": "Status mana yang berarti selesai?",
    "{status} (last of {n} of its {all} tickets)": (
        "{status} (terakhir pada {n} dari {all} tiketnya)"
    ),
    "Every ticket counts as open until you choose one above.": (
        "Setiap tiket dihitung terbuka sampai Anda memilih satu di atas."
    ),
    "{names} and {n} more": "{names} dan {n} lainnya",
    "A ticket is solved in": "Tiket selesai pada status",
    "The team waits for the customer in": "Tim menunggu pelanggan pada status",
    "No status is known to end a ticket.": ("Tidak ada status yang diketahui mengakhiri tiket."),
    "No status is chosen that ends a ticket.": ("Belum dipilih status yang mengakhiri tiket."),
    "That time is the wait of the agent, and no part of the requester's.": (
        "Waktu itu adalah waktu tunggu petugas, dan bukan bagian dari waktu tunggu pemohon."
    ),
    "Guess again": "Tebak lagi",
    (
        "No status is named like an end. Taken for it: {names}, the last status of {share} of"
        " the tickets. Choose others above if that is wrong."
    ): (
        "Tidak ada status yang namanya berarti akhir. Dianggap sebagai akhir: {names}, status"
        " terakhir pada {share} tiket. Pilih yang lain di atas bila keliru."
    ),
    "A log of status changes: a ticket begins at its first row and is solved in {names}.": (
        "Catatan perubahan status: tiket dimulai pada baris pertamanya dan selesai pada {names}."
    ),
    (
        "Median from the first to the last event of a session. {share} of the sessions have "
        "one event: their length is not known, and not counted as zero. n is the other "
        "sessions; the limits take them as independent of one another."
    ): (
        "Median dari peristiwa pertama sampai terakhir suatu sesi. {share} dari sesi hanya "
        "punya satu peristiwa: lamanya tidak diketahui, dan tidak dihitung nol. n adalah sesi"
        " lainnya; batasnya menganggap sesi saling bebas."
    ),
    "Active customers by day of the week": "Pelanggan aktif menurut hari",
    "Mean of the customers active on that day of the week, with Student's t limits over the "
    "weeks; n is the weeks. A trend over the weeks makes the limits wider.": (
        "Rata-rata pelanggan yang aktif pada hari itu, dengan batas t Student atas minggu-minggu; "
        "n adalah jumlah minggu. Tren selama minggu-minggu itu melebarkan batasnya."
    ),
    "{names}: a customer list has one row a customer and does not say when. For days, "
    "sessions and returns upload the events, a row for each with its customer and its "
    "date; the list's columns can then compare groups of them.": (
        "{names}: daftar pelanggan memuat satu baris per pelanggan dan tidak menyebut kapan. Untuk "
        "hari, sesi, dan kunjungan kembali, unggah peristiwanya, satu baris untuk setiap peristiwa "
        "dengan pelanggan dan tanggalnya; kolom daftar itu lalu dapat membandingkan kelompok."
    ),
}

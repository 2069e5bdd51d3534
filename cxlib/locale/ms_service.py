"""Texts in Bahasa Melayu: service speed."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "first reply before it was created": "balasan pertama sebelum tiket dibuka",
    "solved before it was created": "diselesaikan sebelum tiket dibuka",
    "first reply": "balasan pertama",
    "time to solve": "masa penyelesaian",
    "wait of the requester": "masa menunggu pemohon",
    "wait of the agent": "masa menunggu ejen",
    (
        "Nine in ten are not reached while tickets were watched, so there is no 90th "
        "percentile: {measures}."
    ): (
        "Sembilan daripada sepuluh tidak tercapai semasa tiket dipantau, jadi tiada persentil"
        " ke-90: {measures}."
    ),
    (
        "No ticket was watched as long as some of the times asked for; the share there is the"
        " least it can be: {measures}."
    ): (
        "Tiada tiket yang dipantau selama sesetengah masa yang diminta; bahagiannya di situ "
        "ialah had paling rendah: {measures}."
    ),
    (
        "{measure}: {open} of {n} tickets are open and count as waiting until the last moment"
        " in the file."
    ): (
        "{measure}: {open} daripada {n} tiket masih terbuka dan dikira menunggu hingga saat "
        "terakhir dalam fail."
    ),
    (
        "{measure}: {open} of {n} tickets are open and count as waiting until the last moment"
        " in the file. The median is {median} hours; without the open tickets it would read "
        "{naive}, since slow tickets are more often still open."
    ): (
        "{measure}: {open} daripada {n} tiket masih terbuka dan dikira menunggu hingga saat "
        "terakhir dalam fail. Mediannya {median} jam; tanpa tiket terbuka ia terbaca {naive},"
        " kerana tiket yang lambat lebih kerap masih terbuka."
    ),
    (
        "Mean {low} to {high} ({level} limits over {n} days, which are alike in a row: Newey "
        "& West, 1987)."
    ): (
        "Purata {low} hingga {high} (had {level} ke atas {n} hari, yang serupa apabila "
        "berturutan: Newey & West, 1987)."
    ),
    (
        "New and resurrected customers, divided by those who went dormant. Above 1 the number"
        " of active customers grows. n is the customers who came or went; the limits are "
        "Wilson's of the share of them that came, as a ratio."
    ): (
        "Pelanggan baharu dan yang aktif semula, dibahagi dengan mereka yang menjadi tidak "
        "aktif. Melebihi 1 bilangan pelanggan aktif bertambah. n ialah pelanggan yang datang "
        "atau pergi; hadnya ialah had Wilson bagi bahagian yang datang, sebagai nisbah."
    ),
    "About the segment or theme": "Tentang segmen atau tema",
    "All answers are compared, whether their comment names {name} or not.": (
        "Semua jawapan dibandingkan, sama ada komennya menyebut {name} atau tidak."
    ),
    "Comments on {name}": "Komen tentang {name}",
    "Time zone of the team": "Zon waktu pasukan",
    "Hours that count": "Waktu yang dikira",
    "Times in the file without an offset are taken to be of this zone.": (
        "Masa dalam fail tanpa ofset UTC dianggap daripada zon ini."
    ),
    (
        "Waiting then counts only the hours in which the team works. Choose, or type your "
        "own, such as Mon-Thu 09:00-12:00 13:00-17:30, Fri 09:00-15:00."
    ): (
        "Masa menunggu kemudian hanya mengira waktu pasukan bekerja. Pilih, atau taip "
        "sendiri, seperti Mon-Thu 09:00-12:00 13:00-17:30, Fri 09:00-15:00."
    ),
    "Days off, with commas between. Hours on them do not count.": (
        "Hari cuti, dipisahkan dengan koma. Waktu pada hari itu tidak dikira."
    ),
    "Every hour of every day": "Setiap jam setiap hari",
    (
        "Mean of DAU / MAU over the days with a whole window of 30 days; n is those days. The"
        " limits know that days in a row are alike (Newey & West, 1987)."
    ): (
        "Purata DAU / MAU bagi hari dengan tetingkap 30 hari yang penuh; n ialah hari itu. "
        "Hadnya mengambil kira bahawa hari yang berturutan serupa (Newey & West, 1987)."
    ),
    (
        "Mean over the whole days, those without activity included; n is those days. The "
        "limits know that days in a row are alike (Newey & West, 1987)."
    ): (
        "Purata bagi hari yang penuh, termasuk hari tanpa aktiviti; n ialah hari itu. Hadnya "
        "mengambil kira bahawa hari yang berturutan serupa (Newey & West, 1987)."
    ),
    "Solved: {names}": "Selesai: {names}",
    "Which status is solved?": "Status mana bermaksud selesai?",
    "{status} (last of {n} of its {all} tickets)": (
        "{status} (terakhir pada {n} daripada {all} tiketnya)"
    ),
    "Every ticket counts as open until you choose one above.": (
        "Setiap tiket dikira terbuka sehingga anda memilih satu di atas."
    ),
    "{names} and {n} more": "{names} dan {n} lagi",
    "A ticket is solved in": "Tiket selesai pada status",
    "The team waits for the customer in": "Pasukan menunggu pelanggan pada status",
    "No status is known to end a ticket.": "Tiada status yang diketahui menamatkan tiket.",
    "No status is chosen that ends a ticket.": ("Belum dipilih status yang menamatkan tiket."),
    "That time is the wait of the agent, and no part of the requester's.": (
        "Masa itu ialah masa menunggu ejen, dan bukan sebahagian daripada masa menunggu pemohon."
    ),
    "Guess again": "Teka semula",
    (
        "No status is named like an end. Taken for it: {names}, the last status of {share} of"
        " the tickets. Choose others above if that is wrong."
    ): (
        "Tiada status yang namanya bermaksud tamat. Dianggap sebagai tamat: {names}, status "
        "terakhir pada {share} tiket. Pilih yang lain di atas jika salah."
    ),
    "A log of status changes: a ticket begins at its first row and is solved in {names}.": (
        "Log perubahan status: tiket bermula pada baris pertamanya dan selesai pada {names}."
    ),
    (
        "Median from the first to the last event of a session. {share} of the sessions have "
        "one event: their length is not known, and not counted as zero. n is the other "
        "sessions; the limits take them as independent of one another."
    ): (
        "Median dari peristiwa pertama hingga terakhir bagi satu sesi. {share} daripada sesi "
        "mempunyai satu peristiwa sahaja: tempohnya tidak diketahui, dan tidak dikira sifar. "
        "n ialah sesi yang lain; hadnya menganggap sesi saling bebas."
    ),
    "Active customers by day of the week": "Pelanggan aktif mengikut hari",
    "Mean of the customers active on that day of the week, with Student's t limits over the "
    "weeks; n is the weeks. A trend over the weeks makes the limits wider.": (
        "Purata pelanggan yang aktif pada hari itu, dengan had t Student ke atas minggu; "
        "n ialah bilangan minggu. Aliran sepanjang minggu itu melebarkan hadnya."
    ),
    "{names}: a customer list has one row a customer and does not say when. For days, "
    "sessions and returns upload the events, a row for each with its customer and its "
    "date; the list's columns can then compare groups of them.": (
        "{names}: senarai pelanggan mempunyai satu baris bagi setiap pelanggan dan tidak "
        "menyatakan bila. Untuk hari, sesi dan kunjungan semula, muat naik peristiwanya, satu "
        "baris bagi setiap peristiwa dengan pelanggan dan tarikhnya; lajur senarai itu boleh "
        "membandingkan kumpulan."
    ),
}

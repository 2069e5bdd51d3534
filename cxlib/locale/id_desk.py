"""Texts in Bahasa Indonesia: the Service page, actions, and the tabs of Retention."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{name}: no proven change ({by})": "{name}: tidak ada perubahan terbukti ({by})",
    "{name} rose by {by}": "{name} naik {by}",
    "{name} fell by {by}": "{name} turun {by}",
    "{days} days before": "{days} hari sebelumnya",
    "{days} days from then on": "{days} hari sejak itu",
    (
        "The change has limits of its own: for NPS around the difference of the adjusted "
        "scores (Sauro & Lewis, 2016), for shares Newcombe's hybrid score (1998)."
    ): (
        "Perubahan punya batas sendiri: untuk NPS di sekitar selisih skor yang disesuaikan "
        "(Sauro & Lewis, 2016), untuk porsi skor hibrida Newcombe (1998)."
    ),
    ("Change {by}, {low} to {high}; p = {p}, as if no customer had answered twice."): (
        "Perubahan {by}, {low} sampai {high}; p = {p}, seolah tidak ada pelanggan yang "
        "menjawab dua kali."
    ),
    (
        "Actions are often begun when a score is at its worst. It would then have risen by "
        "itself (regression to the mean), and other things changed at the same time: compare "
        "with customers whom the action did not reach."
    ): (
        "Tindakan sering dimulai saat skor paling buruk. Skor itu akan naik dengan "
        "sendirinya (regresi ke rata-rata), dan hal lain berubah pada waktu yang sama: "
        "bandingkan dengan pelanggan yang tidak terjangkau tindakan itu."
    ),
    ("Half of the open tickets are older than {age} days; one in ten is older than {old}."): (
        "Setengah dari tiket terbuka berumur lebih dari {age} hari; satu dari sepuluh lebih "
        "dari {old}."
    ),
    "{n} more tickets came than were solved": "{n} tiket lebih banyak masuk daripada yang selesai",
    "Tickets created and solved": "Tiket dibuat dan selesai",
    "Tickets": "Tiket",
    (
        "A ticket is in the queue from its creation until it is solved. Tickets that were "
        "created before the file begins and are not in it are missing, so that the first "
        "periods read low. The age is counted in days from the creation. Queue and ages count "
        "all tickets, not a sample: they have no interval."
    ): (
        "Tiket berada dalam antrean sejak dibuat sampai selesai. Tiket yang dibuat sebelum "
        "file dimulai dan tidak ada di dalamnya tidak terhitung, sehingga periode pertama "
        "terbaca rendah. Umur dihitung dalam hari sejak dibuat. Antrean dan umurnya "
        "mencakup semua tiket, bukan sampel: tidak ada intervalnya."
    ),
    (
        "Tickets by the period of their creation, and by that of their solution. A period "
        "that the data do not cover to its end is drawn hollow and is not in the title."
    ): (
        "Tiket menurut periode dibuat dan periode selesai. Periode yang belum tercakup data "
        "sampai akhir digambar kosong dan tidak masuk judul."
    ),
    "When tickets come in, and how long they wait: {measure}": (
        "Kapan tiket masuk, dan berapa lama menunggu: {measure}"
    ),
    (
        "Each cell is the median wait of the tickets created on that weekday and in that "
        "hour (Kaplan-Meier, open tickets included), by the clock of the file or of the "
        "business hours' zone. Cells with fewer than {few} tickets are faint; empty cells "
        "had none, or more than half of theirs are still open."
    ): (
        "Tiap sel adalah median waktu tunggu tiket yang dibuat pada hari dan jam itu "
        "(Kaplan-Meier, termasuk tiket terbuka), menurut jam di file atau zona jam kerja. "
        "Sel dengan kurang dari {few} tiket tampak pudar; sel kosong tidak punya tiket, atau "
        "lebih dari setengahnya masih terbuka."
    ),
    "Differs from the other groups: {groups}.": "Berbeda dari kelompok lain: {groups}.",
    "{n} tickets are open at the end": "{n} tiket terbuka pada akhir data",
    "No ticket is open at the end": "Tidak ada tiket terbuka pada akhir data",
    "Open tickets": "Tiket terbuka",
    "Median in hours": "Median dalam jam",
    "median age {age} days, nine in ten at most {old}": (
        "median umur {age} hari, sembilan dari sepuluh paling lama {old}"
    ),
    "whole day": "sepanjang hari",
    "Hour of the day": "Jam",
    "All tickets": "Semua tiket",
    "Created": "Dibuat",
    "Solved": "Selesai",
    "under {time}": "di bawah {time}",
    "{time} or more": "{time} atau lebih",
    "Slowest against quickest: {by}, {low} to {high}; p = {p}.": (
        "Paling lambat dibanding paling cepat: {by}, {low} sampai {high}; p = {p}."
    ),
    "{n} low scores came after the last ticket and are left out.": (
        "{n} skor rendah datang setelah tiket terakhir dan tidak dipakai."
    ),
    "{share} of low scores are followed by a ticket within {days} days": (
        "{share} skor rendah diikuti tiket dalam {days} hari"
    ),
    "Both files as a whole: the dates and filters above do not apply here.": (
        "Kedua file seutuhnya: tanggal dan filter di atas tidak berlaku di sini."
    ),
    ("This survey does not know the segment {name}: all customers are compared."): (
        "Survei ini tidak mengenal segmen {name}: semua pelanggan dibandingkan."
    ),
    "{name} is higher after short waits: {measure}": (
        "{name} lebih tinggi setelah menunggu sebentar: {measure}"
    ),
    "{name} by length of the wait: {measure}": "{name} menurut lama menunggu: {measure}",
    (
        "An answer belongs to the customer's last ticket whose wait ended in the {days} days "
        "before it ({measure}). Quick and slow tickets differ in more than their speed: this "
        "is no proof that speed makes the difference."
    ): (
        "Jawaban dikaitkan dengan tiket terakhir pelanggan yang penantiannya berakhir dalam "
        "{days} hari sebelumnya ({measure}). Tiket cepat dan lambat berbeda lebih dari "
        "sekadar kecepatan: ini bukan bukti bahwa kecepatan penyebabnya."
    ),
    "{n} answers have no such ticket before them.": (
        "{n} jawaban tidak didahului tiket seperti itu."
    ),
    "Low scores followed by a ticket": "Skor rendah yang diikuti tiket",
    "Share in contact": "Porsi yang berhubungan",
    (
        "Time from a low score to the same customer's next ticket; low scores without one "
        "are watched up to the last moment of the tickets. A ticket may have been opened by "
        "the customer or by the team: only your own rules tell whether it closed the loop. A "
        "customer with several low scores counts several times, and one whose key is in no "
        "ticket counts as not contacted."
    ): (
        "Waktu dari skor rendah sampai tiket berikutnya dari pelanggan yang sama; skor "
        "rendah tanpa tiket diamati sampai saat terakhir data tiket. Tiket bisa dibuka "
        "pelanggan atau tim: hanya aturan Anda yang menentukan apakah itu menutup lingkaran. "
        "Pelanggan dengan beberapa skor rendah dihitung beberapa kali, dan yang kuncinya "
        "tidak ada di tiket mana pun dihitung tidak dihubungi."
    ),
    "within {n} days": "dalam {n} hari",
    "within a day": "dalam sehari",
    "{n} days": "{n} hari",
    (
        "Kaplan-Meier (1958): a ticket that is still open counts as waiting up to the last "
        "moment in the file, not as absent. Leaving open tickets out makes a team look "
        "faster wherever the slow tickets are the open ones. Limits are log-log with "
        "Greenwood's variance; those of medians are Brookmeyer and Crowley's (1982)."
    ): (
        "Kaplan-Meier (1958): tiket yang masih terbuka dihitung menunggu sampai saat "
        "terakhir dalam file, bukan dianggap tidak ada. Membuang tiket terbuka membuat tim "
        "tampak lebih cepat bila tiket lambatlah yang masih terbuka. Batasnya log-log dengan "
        "varians Greenwood; batas median menurut Brookmeyer dan Crowley (1982)."
    ),
    "{share} of tickets within {time}: {measure}": "{share} tiket dalam {time}: {measure}",
    "{n} min": "{n} mnt",
    "{n} h": "{n} jam",
    "Nine in ten within": "Sembilan dari sepuluh dalam",
    "Interval of that": "Selangnya",
    "Median of closed tickets alone": "Median tiket selesai saja",
    "More than half of the tickets still wait: {measure}": (
        "Lebih dari setengah tiket masih menunggu: {measure}"
    ),
    "Half": "Setengah",
    "{share} of tickets get a first reply within {time}": (
        "{share} tiket mendapat balasan pertama dalam {time}"
    ),
    "{share} of tickets are solved within {time}": "{share} tiket selesai dalam {time}",
    "Longer waits exist; the picture ends at {time}.": (
        "Ada yang menunggu lebih lama; gambar berhenti pada {time}."
    ),
    (
        "Closed tickets alone would say {naive} within {time} instead of {share}: the {open} "
        "open tickets are missing there."
    ): (
        "Tiket selesai saja akan menyebut {naive} dalam {time}, bukan {share}: {open} tiket "
        "terbuka tidak ada di situ."
    ),
    "More than half are still open, so no median: {groups}.": (
        "Lebih dari setengah masih terbuka, jadi tidak ada median: {groups}."
    ),
    "Differs from the other groups (log-rank, adjusted): {groups}.": (
        "Berbeda dari kelompok lain (log-rank, disesuaikan): {groups}."
    ),
    "{measure}: medians and slow ends": "{measure}: median dan ujung lambat",
    "Share of tickets": "Porsi tiket",
    "Hours since creation": "Jam sejak dibuat",
    "{measure} differs by {column}": "{measure} berbeda menurut {column}",
    "{measure} by {column}: no proven difference": (
        "{measure} menurut {column}: tidak ada perbedaan terbukti"
    ),
    "closed tickets alone: {share}": "tiket selesai saja: {share}",
    "within {time}": "dalam {time}",
    "Share within": "Porsi dalam batas",
    "{open} open": "{open} terbuka",
    (
        "What is done about a finding. Add a row below the last one; everything is kept in "
        "the workspace. 'Counts from' is the day from which it could make a difference."
    ): (
        "Apa yang dilakukan atas suatu temuan. Tambah baris di bawah yang terakhir; semuanya "
        "disimpan di ruang kerja. 'Berlaku sejak' adalah hari mulai tindakan bisa "
        "berpengaruh."
    ),
    "open": "terbuka",
    "under way": "berjalan",
    "done": "selesai",
    "dropped": "dibatalkan",
    "Save the actions": "Simpan tindakan",
    "Action": "Tindakan",
    "Days before and after": "Hari sebelum dan sesudah",
    "Say from which day an action counts to see whether the score moved.": (
        "Isi sejak hari mana tindakan berlaku untuk melihat apakah skor berubah."
    ),
    "Did the score move after it?": "Apakah skor berubah sesudahnya?",
    "Survey": "Survei",
    "What is done": "Yang dilakukan",
    "Who": "Siapa",
    "Due": "Tenggat",
    "State": "Keadaan",
    "Counts from": "Berlaku sejak",
    (
        "The file does not tell when tickets were solved, so there is no queue."
    ): "File tidak menyebut kapan tiket selesai, jadi tidak ada antrean.",
    "The file does not tell when tickets were solved.": "File tidak menyebut kapan tiket selesai.",
    ("Both files need a customer, so that answers and tickets can be put together."): (
        "Kedua file perlu kolom pelanggan agar jawaban dan tiket dapat digabung."
    ),
    "This survey has no NPS, CSAT or CES.": "Survei ini tidak punya NPS, CSAT, atau CES.",
    "Answers up to this one are low": "Jawaban sampai angka ini dianggap rendah",
    "Upload survey answers to see what speed has to do with satisfaction.": (
        "Unggah jawaban survei untuk melihat kaitan kecepatan dengan kepuasan."
    ),
    "Speed": "Kecepatan",
    "Queue": "Antrean",
    "Coming back": "Kembali lagi",
    "After feedback": "Setelah umpan balik",
    "Actions": "Tindakan",
    "No column tells whether tickets were reopened.": (
        "Tidak ada kolom yang menyebut apakah tiket dibuka lagi."
    ),
    "Whether one contact was enough needs customers or reopenings.": (
        "Untuk tahu apakah satu kontak cukup, perlu pelanggan atau pembukaan ulang."
    ),
    "Reopened": "Dibuka lagi",
    "Solved tickets that were opened again, of those where it is known.": (
        "Tiket selesai yang dibuka lagi, dari yang diketahui."
    ),
    "Solved with one contact": "Selesai dengan satu kontak",
    (
        "Solved tickets that were not reopened and whose customer opened no other up to "
        "{days} days after. Tickets solved later than that before the data end do not count "
        "yet."
    ): (
        "Tiket selesai yang tidak dibuka lagi dan pelanggannya tidak membuka tiket lain "
        "sampai {days} hari sesudahnya. Tiket yang selesai terlalu dekat dengan akhir data "
        "belum dihitung."
    ),
    "support tickets": "tiket layanan",
    "How fast tickets are answered and solved, open ones counted fairly.": (
        "Seberapa cepat tiket dijawab dan selesai, dengan tiket terbuka dihitung adil."
    ),
    "Contracts": "Kontrak",
    "Purchases": "Pembelian",
    "Activity": "Aktivitas",
    "Curves": "Kurva",
    "Rates": "Tingkat",
    "Cohorts": "Kohor",
    "What goes with it": "Yang menyertainya",
    "Projection": "Proyeksi",
    "Silence": "Diam",
    "Targets (hours)": "Target (jam)",
    "Waiting time": "Waktu tunggu",
    (
        "Shares of tickets over within each of these times, with commas between."
    ): "Porsi tiket yang selesai dalam tiap waktu ini, dipisah koma.",
    "Holidays": "Hari libur",
    "Median (hours)": "Median (jam)",
    "Nine in ten within (hours)": "Sembilan dari sepuluh dalam (jam)",
    "Within {time}": "Dalam {time}",
    "Every hour counts": "Semua jam dihitung",
    "Tickets in view; {open} of them still wait.": (
        "Tiket yang ditampilkan; {open} masih menunggu."
    ),
    "Half of the tickets are over by then, open ones counted as waiting.": (
        "Setengah tiket beres pada saat itu, yang terbuka dihitung menunggu."
    ),
    "A dash means that nine in ten are not reached in the data.": (
        "Tanda hubung berarti sembilan dari sepuluh tidak tercapai dalam data."
    ),
    (
        "Share within the first target. Closed tickets alone would say {naive}."
    ): "Porsi dalam target pertama. Tiket selesai saja akan menyebut {naive}.",
    "Service": "Layanan",
    "How long do customers stay, who leaves, and why?": (
        "Berapa lama pelanggan bertahan, siapa yang pergi, dan mengapa?"
    ),
    "How fast do we answer and solve, open tickets included?": (
        "Seberapa cepat kita menjawab dan menyelesaikan, termasuk tiket terbuka?"
    ),
}

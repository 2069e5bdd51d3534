"""Texts in Bahasa Melayu: the Service page, actions, and the tabs of Retention."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{name}: no proven change ({by})": "{name}: tiada perubahan terbukti ({by})",
    "{name} rose by {by}": "{name} naik {by}",
    "{name} fell by {by}": "{name} turun {by}",
    "{days} days before": "{days} hari sebelumnya",
    "{days} days from then on": "{days} hari sejak itu",
    (
        "The change has limits of its own: for NPS around the difference of the adjusted "
        "scores (Sauro & Lewis, 2016), for shares Newcombe's hybrid score (1998)."
    ): (
        "Perubahan mempunyai had sendiri: bagi NPS di sekitar beza skor yang dilaraskan "
        "(Sauro & Lewis, 2016), bagi bahagian skor hibrid Newcombe (1998)."
    ),
    ("Change {by}, {low} to {high}; p = {p}, as if no customer had answered twice."): (
        "Perubahan {by}, {low} hingga {high}; p = {p}, seolah-olah tiada pelanggan menjawab "
        "dua kali."
    ),
    (
        "Actions are often begun when a score is at its worst. It would then have risen by "
        "itself (regression to the mean), and other things changed at the same time: compare "
        "with customers whom the action did not reach."
    ): (
        "Tindakan kerap dimulakan ketika skor paling teruk. Skor itu akan naik dengan "
        "sendirinya (regresi ke min), dan perkara lain berubah pada masa yang sama: "
        "bandingkan dengan pelanggan yang tidak dicapai tindakan itu."
    ),
    ("Half of the open tickets are older than {age} days; one in ten is older than {old}."): (
        "Separuh daripada tiket terbuka berusia lebih {age} hari; satu daripada sepuluh "
        "lebih {old}."
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
        "Tiket berada dalam giliran sejak dibuat sehingga selesai. Tiket yang dibuat sebelum "
        "fail bermula dan tiada di dalamnya tidak dikira, jadi tempoh pertama dibaca rendah. "
        "Usia dikira dalam hari sejak dibuat. Giliran dan usianya "
        "merangkumi semua tiket, bukan sampel: tiada selangnya."
    ),
    (
        "Tickets by the period of their creation, and by that of their solution. A period "
        "that the data do not cover to its end is drawn hollow and is not in the title."
    ): (
        "Tiket mengikut tempoh dibuat dan tempoh selesai. Tempoh yang tidak diliputi data "
        "hingga akhir dilukis kosong dan tidak masuk tajuk."
    ),
    "When tickets come in, and how long they wait: {measure}": (
        "Bila tiket masuk, dan berapa lama menunggu: {measure}"
    ),
    (
        "Each cell is the median wait of the tickets created on that weekday and in that "
        "hour (Kaplan-Meier, open tickets included), by the clock of the file or of the "
        "business hours' zone. Cells with fewer than {few} tickets are faint; empty cells "
        "had none, or more than half of theirs are still open."
    ): (
        "Setiap sel ialah median masa menunggu tiket yang dibuat pada hari dan jam itu "
        "(Kaplan-Meier, termasuk tiket terbuka), mengikut jam fail atau zon waktu kerja. Sel "
        "dengan kurang daripada {few} tiket kelihatan pudar; sel kosong tiada tiket, atau "
        "lebih separuh masih terbuka."
    ),
    "Differs from the other groups: {groups}.": "Berbeza daripada kumpulan lain: {groups}.",
    "{n} tickets are open at the end": "{n} tiket terbuka pada akhir data",
    "No ticket is open at the end": "Tiada tiket terbuka pada akhir data",
    "Open tickets": "Tiket terbuka",
    "Median in hours": "Median dalam jam",
    "median age {age} days, nine in ten at most {old}": (
        "median usia {age} hari, sembilan daripada sepuluh paling lama {old}"
    ),
    "whole day": "sepanjang hari",
    "Hour of the day": "Jam",
    "All tickets": "Semua tiket",
    "Created": "Dibuat",
    "Solved": "Selesai",
    "under {time}": "bawah {time}",
    "{time} or more": "{time} atau lebih",
    "Slowest against quickest: {by}, {low} to {high}; p = {p}.": (
        "Paling lambat berbanding paling cepat: {by}, {low} hingga {high}; p = {p}."
    ),
    "{n} low scores came after the last ticket and are left out.": (
        "{n} skor rendah datang selepas tiket terakhir dan tidak digunakan."
    ),
    "{share} of low scores are followed by a ticket within {days} days": (
        "{share} skor rendah diikuti tiket dalam {days} hari"
    ),
    "Both files as a whole: the dates and filters above do not apply here.": (
        "Kedua-dua fail sepenuhnya: tarikh dan penapis di atas tidak terpakai di sini."
    ),
    ("This survey does not know the segment {name}: all customers are compared."): (
        "Tinjauan ini tidak mengenali segmen {name}: semua pelanggan dibandingkan."
    ),
    "{name} is higher after short waits: {measure}": (
        "{name} lebih tinggi selepas menunggu sekejap: {measure}"
    ),
    "{name} by length of the wait: {measure}": "{name} mengikut tempoh menunggu: {measure}",
    (
        "An answer belongs to the customer's last ticket whose wait ended in the {days} days "
        "before it ({measure}). Quick and slow tickets differ in more than their speed: this "
        "is no proof that speed makes the difference."
    ): (
        "Jawapan dikaitkan dengan tiket terakhir pelanggan yang penantiannya berakhir dalam "
        "{days} hari sebelumnya ({measure}). Tiket cepat dan lambat berbeza lebih daripada "
        "kelajuan: ini bukan bukti bahawa kelajuan puncanya."
    ),
    "{n} answers have no such ticket before them.": (
        "{n} jawapan tidak didahului tiket seperti itu."
    ),
    "Low scores followed by a ticket": "Skor rendah yang diikuti tiket",
    "Share in contact": "Bahagian yang berhubung",
    (
        "Time from a low score to the same customer's next ticket; low scores without one "
        "are watched up to the last moment of the tickets. A ticket may have been opened by "
        "the customer or by the team: only your own rules tell whether it closed the loop. A "
        "customer with several low scores counts several times, and one whose key is in no "
        "ticket counts as not contacted."
    ): (
        "Masa daripada skor rendah hingga tiket seterusnya pelanggan yang sama; skor rendah "
        "tanpa tiket diperhatikan hingga saat terakhir data tiket. Tiket boleh dibuka "
        "pelanggan atau pasukan: hanya peraturan anda menentukan sama ada ia menutup gelung. "
        "Pelanggan dengan beberapa skor rendah dikira beberapa kali, dan yang kuncinya tiada "
        "dalam mana-mana tiket dikira tidak dihubungi."
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
        "Kaplan-Meier (1958): tiket yang masih terbuka dikira menunggu hingga saat terakhir "
        "dalam fail, bukan dianggap tiada. Membuang tiket terbuka menjadikan pasukan "
        "kelihatan lebih pantas apabila tiket lambat yang masih terbuka. Hadnya log-log "
        "dengan varians Greenwood; had median mengikut Brookmeyer dan Crowley (1982)."
    ),
    "{share} of tickets within {time}: {measure}": "{share} tiket dalam {time}: {measure}",
    "{n} min": "{n} min",
    "{n} h": "{n} jam",
    "Nine in ten within": "Sembilan daripada sepuluh dalam",
    "Interval of that": "Selangnya",
    "Median of closed tickets alone": "Median tiket selesai sahaja",
    "More than half of the tickets still wait: {measure}": (
        "Lebih separuh tiket masih menunggu: {measure}"
    ),
    "Half": "Separuh",
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
        "Tiket selesai sahaja akan menyebut {naive} dalam {time}, bukan {share}: {open} "
        "tiket terbuka tiada di situ."
    ),
    "More than half are still open, so no median: {groups}.": (
        "Lebih separuh masih terbuka, jadi tiada median: {groups}."
    ),
    "Differs from the other groups (log-rank, adjusted): {groups}.": (
        "Berbeza daripada kumpulan lain (log-rank, dilaraskan): {groups}."
    ),
    "{measure}: medians and slow ends": "{measure}: median dan hujung lambat",
    "Share of tickets": "Bahagian tiket",
    "Hours since creation": "Jam sejak dibuat",
    "{measure} differs by {column}": "{measure} berbeza mengikut {column}",
    "{measure} by {column}: no proven difference": (
        "{measure} mengikut {column}: tiada perbezaan terbukti"
    ),
    "closed tickets alone: {share}": "tiket selesai sahaja: {share}",
    "within {time}": "dalam {time}",
    "Share within": "Bahagian dalam had",
    "{open} open": "{open} terbuka",
    (
        "What is done about a finding. Add a row below the last one; everything is kept in "
        "the workspace. 'Counts from' is the day from which it could make a difference."
    ): (
        "Apa yang dilakukan terhadap sesuatu dapatan. Tambah baris di bawah yang terakhir; "
        "semuanya disimpan dalam ruang kerja. 'Berkuat kuasa' ialah hari tindakan mula boleh "
        "memberi kesan."
    ),
    "open": "terbuka",
    "under way": "sedang berjalan",
    "done": "selesai",
    "dropped": "digugurkan",
    "Save the actions": "Simpan tindakan",
    "Action": "Tindakan",
    "Days before and after": "Hari sebelum dan selepas",
    "Say from which day an action counts to see whether the score moved.": (
        "Isikan sejak hari mana tindakan berkuat kuasa untuk melihat sama ada skor berubah."
    ),
    "Did the score move after it?": "Adakah skor berubah selepasnya?",
    "Survey": "Tinjauan",
    "What is done": "Apa yang dilakukan",
    "Who": "Siapa",
    "Due": "Tarikh akhir",
    "State": "Keadaan",
    "Counts from": "Berkuat kuasa",
    (
        "The file does not tell when tickets were solved, so there is no queue."
    ): "Fail tidak menyebut bila tiket selesai, jadi tiada giliran.",
    "The file does not tell when tickets were solved.": "Fail tidak menyebut bila tiket selesai.",
    ("Both files need a customer, so that answers and tickets can be put together."): (
        "Kedua-dua fail perlukan pelanggan supaya jawapan dan tiket dapat digabungkan."
    ),
    "This survey has no NPS, CSAT or CES.": "Tinjauan ini tiada NPS, CSAT atau CES.",
    "Answers up to this one are low": "Jawapan hingga angka ini dianggap rendah",
    "Upload survey answers to see what speed has to do with satisfaction.": (
        "Muat naik jawapan tinjauan untuk melihat kaitan kelajuan dengan kepuasan."
    ),
    "Speed": "Kelajuan",
    "Queue": "Giliran",
    "Coming back": "Kembali semula",
    "After feedback": "Selepas maklum balas",
    "Actions": "Tindakan",
    "No column tells whether tickets were reopened.": (
        "Tiada lajur yang menyebut sama ada tiket dibuka semula."
    ),
    "Whether one contact was enough needs customers or reopenings.": (
        "Untuk tahu sama ada satu hubungan cukup, perlukan pelanggan atau pembukaan semula."
    ),
    "Reopened": "Dibuka semula",
    "Solved tickets that were opened again, of those where it is known.": (
        "Tiket selesai yang dibuka semula, daripada yang diketahui."
    ),
    "Solved with one contact": "Selesai dengan satu hubungan",
    (
        "Solved tickets that were not reopened and whose customer opened no other up to "
        "{days} days after. Tickets solved later than that before the data end do not count "
        "yet."
    ): (
        "Tiket selesai yang tidak dibuka semula dan pelanggannya tidak membuka tiket lain "
        "hingga {days} hari selepasnya. Tiket yang selesai terlalu hampir dengan akhir data "
        "belum dikira."
    ),
    "support tickets": "tiket sokongan",
    "How fast tickets are answered and solved, open ones counted fairly.": (
        "Sepantas mana tiket dijawab dan selesai, dengan tiket terbuka dikira adil."
    ),
    "Contracts": "Kontrak",
    "Purchases": "Pembelian",
    "Activity": "Aktiviti",
    "Curves": "Lengkung",
    "Rates": "Kadar",
    "Cohorts": "Kohort",
    "What goes with it": "Yang menyertainya",
    "Projection": "Unjuran",
    "Silence": "Senyap",
    "Targets (hours)": "Sasaran (jam)",
    "Waiting time": "Masa menunggu",
    (
        "Shares of tickets over within each of these times, with commas between."
    ): "Bahagian tiket yang selesai dalam setiap masa ini, dipisah koma.",
    "Holidays": "Hari cuti",
    "Median (hours)": "Median (jam)",
    "Nine in ten within (hours)": "Sembilan daripada sepuluh dalam (jam)",
    "Within {time}": "Dalam {time}",
    "Every hour counts": "Semua jam dikira",
    "Tickets in view; {open} of them still wait.": "Tiket yang dipaparkan; {open} masih menunggu.",
    "Half of the tickets are over by then, open ones counted as waiting.": (
        "Separuh tiket beres ketika itu, yang terbuka dikira menunggu."
    ),
    "A dash means that nine in ten are not reached in the data.": (
        "Tanda sempang bermakna sembilan daripada sepuluh tidak dicapai dalam data."
    ),
    ("Share within the first target. Closed tickets alone would say {naive}."): (
        "Bahagian dalam sasaran pertama. Tiket selesai sahaja akan menyebut {naive}."
    ),
    "Service": "Khidmat",
    "How long do customers stay, who leaves, and why?": (
        "Berapa lama pelanggan kekal, siapa yang pergi, dan mengapa?"
    ),
    "How fast do we answer and solve, open tickets included?": (
        "Sepantas mana kita menjawab dan menyelesaikan, termasuk tiket terbuka?"
    ),
}

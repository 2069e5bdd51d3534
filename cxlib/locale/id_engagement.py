"""Indonesian texts: activity, sessions, clicks, funnels and scores."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{name}: {value}": "{name}: {value}",
    "{name} by {column}": "{name} menurut {column}",
    "The {n} highest of {all} groups are shown.": "Ditampilkan {n} kelompok tertinggi dari {all}.",
    "Not shown: {n} groups without a value.": "Tidak ditampilkan: {n} kelompok tanpa nilai.",
    "Pale bars rest on n below {n}.": "Batang pucat bertumpu pada n di bawah {n}.",
    "Stickiness (DAU / MAU)": "Kelekatan (DAU / MAU)",
    "A day (mean)": "Per hari (rata-rata)",
    "Stickiness": "Kelekatan",
    "New": "Baru",
    "Returning": "Kembali",
    "Resurrected": "Aktif lagi",
    "Dormant": "Tidak aktif lagi",
    "Quick ratio": "Rasio cepat",
    "WAU and MAU are those of the last whole day; new to quick ratio those of the last whole "
    "period.": (
        "WAU dan MAU berlaku untuk hari utuh terakhir; kolom baru sampai rasio cepat untuk "
        "periode utuh terakhir."
    ),
    "Customers active in 1, 7 and 30 days": "Pelanggan aktif dalam 1, 7 dan 30 hari",
    "Different customers with any activity on the day, and in the 7 and 30 days that end with it. "
    "A window that would begin before the data is not drawn. All customers are counted, so there "
    "is no interval.": (
        "Pelanggan berbeda dengan aktivitas apa pun pada hari itu, serta dalam 7 dan 30 hari yang "
        "berakhir pada hari itu. Jendela yang mulai sebelum data tidak digambar. Semua pelanggan "
        "dihitung, jadi tidak ada interval."
    ),
    "Customers active on a day, divided by those active in the 30 days that end with it. The mean "
    "is over the days with a whole window of 30 days.": (
        "Pelanggan aktif pada suatu hari, dibagi dengan yang aktif dalam 30 hari yang berakhir "
        "pada hari itu. Rata-rata diambil atas hari dengan jendela 30 hari yang utuh."
    ),
    "Active days in the last {n} (L{n})": "Hari aktif dalam {n} hari terakhir (L{n})",
    "Customers by the number of different days with activity in the window that ends with the "
    "last day of the data, as shares of those active in it. Limits are Wilson's (1927) and take "
    "customers as independent of one another.": (
        "Pelanggan menurut jumlah hari berbeda dengan aktivitas dalam jendela yang berakhir pada "
        "hari terakhir data, sebagai bagian dari yang aktif di dalamnya. Batasnya dari Wilson "
        "(1927) dan menganggap pelanggan tidak saling bergantung."
    ),
    "Customers active in 30 days, by {column}": "Pelanggan aktif dalam 30 hari, menurut {column}",
    "Different customers of each group with any activity in the 30 days that end with the day. A "
    "customer who is in several groups counts in each.": (
        "Pelanggan berbeda dari tiap kelompok dengan aktivitas apa pun dalam 30 hari yang "
        "berakhir pada hari itu. Pelanggan yang ada di beberapa kelompok dihitung di "
        "masing-masing."
    ),
    "The {n} largest groups are shown.": "Ditampilkan {n} kelompok terbesar.",
    "Activity in numbers": "Aktivitas dalam angka",
    "Means over whole days; stickiness is the mean of daily over monthly active customers. All "
    "customers are counted, so there is no interval.": (
        "Rata-rata atas hari utuh; kelekatan adalah rata-rata pelanggan aktif harian dibagi "
        "bulanan. Semua pelanggan dihitung, jadi tidak ada interval."
    ),
    "A point stands for {n} days: DAU and stickiness are means over them, WAU and MAU those of "
    "the last.": (
        "Satu titik mewakili {n} hari: DAU dan kelekatan adalah rata-ratanya, WAU dan MAU untuk "
        "hari terakhirnya."
    ),
    "Customers are in several groups: each counts by the steps with its own value alone, and the "
    "test takes a customer in two groups for two people.": (
        "Ada pelanggan di beberapa kelompok: tiap kelompok hanya menghitung langkah dengan "
        "nilainya sendiri, dan uji menganggap pelanggan di dua kelompok sebagai dua orang."
    ),
    "Stickiness: of the customers of 30 days, who comes on a day": (
        "Kelekatan: dari pelanggan 30 hari, siapa yang datang pada suatu hari"
    ),
    "On an average day {share} of the customers of 30 days come": (
        "Pada hari biasa {share} dari pelanggan 30 hari datang"
    ),
    "Active days": "Hari aktif",
    "{n} of {all} customers were not active in these {days} days.": (
        "{n} dari {all} pelanggan tidak aktif dalam {days} hari ini."
    ),
    "30 days (MAU)": "30 hari (MAU)",
    "7 days (WAU)": "7 hari (WAU)",
    "1 day (DAU)": "1 hari (DAU)",
    "Mean {value}": "Rata-rata {value}",
    "Sessions a customer": "Sesi per pelanggan",
    "Mean sessions of the group's customers, with Student's t limits: customers are the unit. A "
    "group is tested against all others by Welch's test (1947); p-values are adjusted by "
    "Benjamini and Hochberg. n is the customers.": (
        "Rata-rata sesi pelanggan kelompok itu, dengan batas t Student: satuannya pelanggan. Tiap "
        "kelompok diuji terhadap semua yang lain dengan uji Welch (1947); nilai p disesuaikan "
        "menurut Benjamini dan Hochberg. n adalah pelanggan."
    ),
    "Sessions": "Sesi",
    "Median (quartiles)": "Median (kuartil)",
    "Minutes on site": "Menit di situs",
    "Length not known": "Lama tidak diketahui",
    "Events a session": "Peristiwa per sesi",
    "Minutes on site: median and quartiles of the sessions with a known length.": (
        "Menit di situs: median dan kuartil sesi yang lamanya diketahui."
    ),
    "{n} s": "{n} dtk",
    "sessions of one event": "sesi dengan satu peristiwa",
    "Time on site runs from the first to the last event of a session. A session of one event has "
    "no length that could be measured: it is shown as not known, not as zero.": (
        "Waktu di situs dihitung dari peristiwa pertama sampai terakhir sebuah sesi. Sesi dengan "
        "satu peristiwa tidak punya lama yang bisa diukur: ditampilkan sebagai tidak diketahui, "
        "bukan nol."
    ),
    "A session has {mean} events on average": "Satu sesi rata-rata punya {mean} peristiwa",
    "Sessions by the number of their events. The limits of the mean take customers as the unit: "
    "sessions of a customer are alike (ratio estimator: Cochran, 1977).": (
        "Sesi menurut jumlah peristiwanya. Batas rata-ratanya memakai pelanggan sebagai satuan: "
        "sesi seorang pelanggan mirip satu sama lain (penduga rasio: Cochran, 1977)."
    ),
    "Mean {mean} ({level} interval {span}).": "Rata-rata {mean} (interval {level} {span}).",
    "Customers are in several groups, so that the groups are not tested.": (
        "Ada pelanggan di beberapa kelompok, sehingga kelompok tidak diuji."
    ),
    "Share of active customers": "Bagian pelanggan aktif",
    "Customers by the number of their sessions in view.": (
        "Pelanggan menurut jumlah sesinya dalam tampilan ini."
    ),
    "Sessions a customer (mean)": "Sesi per pelanggan (rata-rata)",
    "Sessions in numbers": "Sesi dalam angka",
    "Means of customers have Student's t limits. Quantiles interpolate between neighbouring "
    "values (Hyndman and Fan, 1996, type 7).": (
        "Rata-rata atas pelanggan punya batas t Student. Kuantil diinterpolasi di antara nilai "
        "bertetangga (Hyndman dan Fan, 1996, tipe 7)."
    ),
    "Time on site is not known": "Waktu di situs tidak diketahui",
    "Half of the sessions with a known length last {time} or longer": (
        "Separuh sesi yang lamanya diketahui berlangsung {time} atau lebih"
    ),
    "not known": "tidak diketahui",
    "Share of sessions": "Porsi sesi",
    "Minutes from first to last event": "Menit dari peristiwa pertama sampai terakhir",
    "{n} of {all} sessions ({share}) have one event: their length is not known.": (
        "{n} dari {all} sesi ({share}) punya satu peristiwa: lamanya tidak diketahui."
    ),
    "Events in the session": "Peristiwa dalam sesi",
    "Sessions of a customer": "Sesi seorang pelanggan",
    "Half of the customers have {median} sessions or more": (
        "Separuh pelanggan punya {median} sesi atau lebih"
    ),
    "Share of customers": "Porsi pelanggan",
    "Sessions of the customer": "Sesi pelanggan itu",
    "Clicked divided by shown. Showings to the same customer are alike, so the limits are "
    "Wilson's (1927) at the number of showings divided by the design effect (Kish, 1965), with "
    "the variance of a ratio of sums over customers (Cochran, 1977). A group is tested against "
    "all other groups of the column by the same variance; p-values are adjusted by Benjamini and "
    "Hochberg. n is the times shown.": (
        "Klik dibagi tayangan. Tayangan kepada pelanggan yang sama itu serupa, jadi batasnya dari "
        "Wilson (1927) pada jumlah tayangan dibagi efek desain (Kish, 1965), dengan varians rasio "
        "jumlah atas pelanggan (Cochran, 1977). Satu kelompok diuji terhadap semua kelompok lain "
        "dari kolom itu dengan varians yang sama; nilai p disesuaikan menurut Benjamini dan "
        "Hochberg. n adalah jumlah tayangan."
    ),
    "Click-through": "Rasio klik",
    "Shown": "Ditayangkan",
    "Clicked": "Diklik",
    "Interval by customers": "Interval menurut pelanggan",
    "Interval by showings": "Interval menurut tayangan",
    "Design effect": "Efek desain",
    "Clicked of shown": "Diklik dari yang ditayangkan",
    "Clicks in numbers": "Klik dalam angka",
    "The interval by showings takes every showing for a customer of its own, and is too narrow "
    "where customers click alike each time.": (
        "Interval menurut tayangan menganggap tiap tayangan sebagai pelanggan tersendiri, dan "
        "terlalu sempit bila pelanggan mengklik dengan cara serupa setiap kali."
    ),
    "The last period is not complete: its dormant customers may still come.": (
        "Periode terakhir belum lengkap: pelanggan yang belum aktif masih bisa datang."
    ),
    "Where active customers come from, and who went": (
        "Dari mana pelanggan aktif datang, dan siapa yang pergi"
    ),
    "New: active for the first time in the data. Returning: active in the period before, too. "
    "Resurrected: active before, but not in the period before. Dormant, below zero: active in the "
    "period before, but not in this one. Who came before the data begin counts as new when first "
    "seen.": (
        "Baru: aktif untuk pertama kali dalam data. Kembali: juga aktif pada periode sebelumnya. "
        "Aktif lagi: pernah aktif, tetapi tidak pada periode sebelumnya. Tidak aktif lagi, di "
        "bawah nol: aktif pada periode sebelumnya, tetapi tidak pada periode ini. Yang datang "
        "sebelum data mulai dihitung baru saat pertama terlihat."
    ),
    "Quick ratio: customers won for each that went dormant": (
        "Rasio cepat: pelanggan yang didapat untuk tiap yang tidak aktif lagi"
    ),
    "{period}: {ratio} customers won for each that went dormant": (
        "{period}: {ratio} pelanggan didapat untuk tiap yang tidak aktif lagi"
    ),
    "No change": "Tetap",
    "A customer's first event of step 1 begins; each further step is reached at the first event "
    "of its name at or after the step before. Other events in between do not matter. Limits of "
    "shares are Wilson's (1927); times are medians and quartiles of those who reached the step, "
    "the medians with limits by order statistics (David & Nagaraja, 2003).": (
        "Peristiwa pertama langkah 1 seorang pelanggan adalah awalnya; tiap langkah berikutnya "
        "dicapai pada peristiwa pertama dengan nama itu, pada atau setelah langkah sebelumnya. "
        "Peristiwa lain di antaranya tidak berpengaruh. Batas bagian dari Wilson (1927); waktu "
        "adalah median dan kuartil dari yang mencapai langkah itu, mediannya dengan batas dari "
        "statistik urutan (David & Nagaraja, 2003)."
    ),
    "{share} of the step before; {n} dropped off": "{share} dari langkah sebelumnya; {n} berhenti",
    "All steps have to come within {n} days of the first.": (
        "Semua langkah harus terjadi dalam {n} hari sejak yang pertama."
    ),
    "Reaching {step}": "Mencapai {step}",
    "Customers who reach the last step of those who did the first, in their group; all steps need "
    "the same value. Limits are Wilson's (1927). A group is tested against all others by the N-1 "
    "chi-square (Campbell, 2007), Fisher's exact test where counts are small; p-values are "
    "adjusted by Benjamini and Hochberg. n is the first step's customers.": (
        "Pelanggan yang mencapai langkah terakhir dari yang melakukan langkah pertama, dalam "
        "kelompoknya; semua langkah perlu nilai yang sama. Batasnya dari Wilson (1927). Satu "
        "kelompok diuji terhadap semua yang lain dengan chi-kuadrat N-1 (Campbell, 2007), uji "
        "eksak Fisher bila jumlahnya kecil; nilai p disesuaikan menurut Benjamini dan Hochberg. n "
        "adalah pelanggan langkah pertama."
    ),
    "Step": "Langkah",
    "Dropped off": "Berhenti",
    "Of the step before": "Dari langkah sebelumnya",
    "Time from the step before": "Waktu sejak langkah sebelumnya",
    "Quartiles": "Kuartil",
    "Share of the customers of the first step": "Porsi dari pelanggan langkah pertama",
    "The funnel by {column}": "Corong menurut {column}",
    "The first step in customers, the others as shares of those; then the median time from the "
    "step before. The p-value compares the share that reaches the last step with that of all "
    "other groups.": (
        "Langkah pertama dalam pelanggan, yang lain sebagai porsinya; lalu waktu median sejak "
        "langkah sebelumnya. Nilai p membandingkan porsi yang mencapai langkah terakhir dengan "
        "porsi semua kelompok lain."
    ),
    "Nobody did the first step": "Tidak ada yang melakukan langkah pertama",
    "{share} of those who did {first} reach {last}": (
        "{share} dari yang melakukan {first} mencapai {last}"
    ),
    "To step {n}": "Ke langkah {n}",
    "The score does not tell who comes back (concordance {value})": (
        "Skor tidak menunjukkan siapa yang kembali (konkordansi {value})"
    ),
    "Points by the stated rules for what customers did in the {window} days up to {last}; came "
    "back means active in the {follow_up} days after. Limits of shares are Wilson's (1927). "
    "Concordance: of two customers, one who came back and one who did not, the chance that the "
    "first has the higher score, ties counting half (Hanley and McNeil, 1982), with DeLong's "
    "variance (1988).": (
        "Poin menurut aturan yang tertulis untuk apa yang dilakukan pelanggan dalam {window} hari "
        "sampai {last}; kembali berarti aktif dalam {follow_up} hari sesudahnya. Batas porsi dari "
        "Wilson (1927). Konkordansi: dari dua pelanggan, satu kembali dan satu tidak, peluang "
        "bahwa yang pertama punya skor lebih tinggi, skor sama dihitung setengah (Hanley dan "
        "McNeil, 1982), dengan varians DeLong (1988)."
    ),
    "Different events": "Peristiwa berbeda",
    "Days since last active": "Hari sejak terakhir aktif",
    "The score cannot be checked: all or none came back": (
        "Skor tidak bisa diperiksa: semua atau tidak seorang pun kembali"
    ),
    "Share that came back, by score (concordance {value})": (
        "Porsi yang kembali, menurut skor (konkordansi {value})"
    ),
    "A higher score goes with coming back (concordance {value})": (
        "Skor lebih tinggi sejalan dengan kembali (konkordansi {value})"
    ),
    "A higher score goes with staying away (concordance {value})": (
        "Skor lebih tinggi sejalan dengan tidak kembali (konkordansi {value})"
    ),
    "Scores are drawn in {n} ranges.": "Skor digambar dalam {n} rentang.",
    "{n} came back": "{n} kembali",
    "Share that came back": "Porsi yang kembali",
    "Came back": "Kembali",
    "Engagement": "Keterlibatan",
    "Not known before two whole periods.": "Belum diketahui sebelum ada dua periode utuh.",
    "The last day of the file, {day}, may not be complete: the charts and means end on the day "
    "before.": (
        "Hari terakhir berkas, {day}, mungkin tidak lengkap: grafik dan rata-rata berakhir sehari "
        "sebelumnya."
    ),
    "N-day and rolling retention are on the Retention page": (
        "Retensi hari ke-N dan retensi bergulir ada di halaman Retensi"
    ),
    "Active a day (DAU)": "Aktif per hari (DAU)",
    "Active in 7 days (WAU)": "Aktif dalam 7 hari (WAU)",
    "Active in 30 days (MAU)": "Aktif dalam 30 hari (MAU)",
    "DAU on average": "DAU rata-rata",
    "{period}, the last whole period: new and resurrected customers for each that went dormant. "
    "Above 1 the active base grows. n is who came or went.": (
        "{period}, periode utuh terakhir: pelanggan baru dan yang aktif lagi untuk tiap yang "
        "tidak aktif lagi. Di atas 1 basis aktif bertambah. n adalah yang datang atau pergi."
    ),
    "Score": "Skor",
    "On {day}, the last whole day; n is all customers in view.": (
        "Pada {day}, hari utuh terakhir; n adalah semua pelanggan dalam tampilan."
    ),
    "In the 7 days up to {day}; n is all customers in view.": (
        "Dalam 7 hari sampai {day}; n adalah semua pelanggan dalam tampilan."
    ),
    "In the 30 days up to {day}; n is all customers in view.": (
        "Dalam 30 hari sampai {day}; n adalah semua pelanggan dalam tampilan."
    ),
    "Funnel": "Corong",
    "Clicks": "Klik",
    "The events have days but no times of day, so that sessions cannot be told apart. A column "
    "with session numbers or with times would show them.": (
        "Peristiwa punya hari tetapi tanpa jam, jadi sesi tidak bisa dibedakan. Kolom berisi "
        "nomor sesi atau jam akan menunjukkannya."
    ),
    "No event in this selection has a session number.": (
        "Tidak ada peristiwa dalam pilihan ini yang punya nomor sesi."
    ),
    "From the first to the last event of a session.": (
        "Dari peristiwa pertama sampai terakhir sebuah sesi."
    ),
    "Sessions by number": "Sesi menurut nomor",
    "Sessions by inactivity": "Sesi menurut jeda",
    "A session ends after (minutes)": "Sesi berakhir setelah (menit)",
    "Time on site (median)": "Waktu di situs (median)",
    "{n} events have no session number and belong to no session.": (
        "{n} peristiwa tidak punya nomor sesi dan tidak termasuk sesi mana pun."
    ),
    "Nothing was shown in this selection.": "Tidak ada yang ditayangkan dalam pilihan ini.",
    "More was clicked ({clicked}) than shown ({shown}), so there is no rate. Check the columns on "
    "the Data page.": (
        "Lebih banyak diklik ({clicked}) daripada ditayangkan ({shown}), jadi tidak ada rasio. "
        "Periksa kolomnya di halaman Data."
    ),
    "So many minutes without an event begin a new session.": (
        "Sekian menit tanpa peristiwa memulai sesi baru."
    ),
    "Mean over customers with a session, with Student's t limits.": (
        "Rata-rata atas pelanggan dengan sesi, dengan batas t Student."
    ),
    "min": "mnt",
    "No column is known to name the events. Choose one on the Data page.": (
        "Belum diketahui kolom yang menamai peristiwa. Pilih satu di halaman Data."
    ),
    "A funnel needs two different events in view.": (
        "Corong perlu dua peristiwa berbeda dalam tampilan."
    ),
    "Choose at least two steps, in order.": "Pilih sedikitnya dua langkah, berurutan.",
    "Steps, in order": "Langkah, berurutan",
    "Within (days)": "Dalam (hari)",
    "Nobody in view did the first step.": (
        "Tidak ada dalam tampilan yang melakukan langkah pertama."
    ),
    "Steps are events, so that a funnel cannot be compared by the event itself.": (
        "Langkah adalah peristiwa, jadi corong tidak bisa dibandingkan menurut peristiwa itu "
        "sendiri."
    ),
    "Two to six events. It begins with those of most customers; remove and add events to change "
    "the order.": (
        "Dua sampai enam peristiwa. Awalnya yang pelanggannya terbanyak; hapus dan tambah "
        "peristiwa untuk mengubah urutan."
    ),
    "any": "bebas",
    "All steps have to come within so many days of the first.": (
        "Semua langkah harus terjadi dalam sekian hari sejak yang pertama."
    ),
    "Window (days)": "Jendela (hari)",
    "Came back within (days)": "Kembali dalam (hari)",
    "A customer gets the points of every row that holds: the fact lies from the first to the "
    "second number, both included; a blank is no limit. Points add up.": (
        "Pelanggan mendapat poin dari tiap baris yang terpenuhi: faktanya terletak dari angka "
        "pertama sampai kedua, keduanya termasuk; sel kosong berarti tanpa batas. Poin "
        "dijumlahkan."
    ),
    "Fact": "Fakta",
    "From": "Dari",
    "Up to": "Sampai",
    "Points": "Poin",
    "Concordance": "Konkordansi",
    "Add at least one rule with points.": "Tambahkan sedikitnya satu aturan dengan poin.",
    "The days in which the facts are counted.": "Hari-hari saat fakta dihitung.",
    "The last days of the data, after the window: active again in them or not.": (
        "Hari-hari terakhir data, setelah jendela: aktif lagi di dalamnya atau tidak."
    ),
    "no limit": "tanpa batas",
    "Of two customers, one who came back and one who did not: how often the first has the higher "
    "score. 0.5 tells nothing, 1 tells all.": (
        "Dari dua pelanggan, satu kembali dan satu tidak: seberapa sering yang pertama punya skor "
        "lebih tinggi. 0,5 tidak memberi tahu apa-apa, 1 memberi tahu semuanya."
    ),
    "Of the customers who were active in the window.": "Dari pelanggan yang aktif dalam jendela.",
    "Rules of the score": "Aturan skor",
    "events": "peristiwa",
    "Who is active, sessions, clicks, and how far customers come along a funnel.": (
        "Siapa yang aktif, sesi, klik, dan sejauh mana pelanggan melewati corong."
    ),
    "Who is active, how often and how long, and what do they click?": (
        "Siapa yang aktif, seberapa sering dan lama, dan apa yang mereka klik?"
    ),
}

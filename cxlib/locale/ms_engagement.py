"""Malay texts: activity, sessions, clicks, funnels and scores."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "{name}: {value}": "{name}: {value}",
    "{name} by {column}": "{name} mengikut {column}",
    "The {n} highest of {all} groups are shown.": (
        "Ditunjukkan {n} kumpulan tertinggi daripada {all}."
    ),
    "Not shown: {n} groups without a value.": "Tidak ditunjukkan: {n} kumpulan tanpa nilai.",
    "Pale bars rest on n below {n}.": "Palang pucat bersandar pada n di bawah {n}.",
    "Stickiness (DAU / MAU)": "Kelekatan (DAU / MAU)",
    "A day (mean)": "Sehari (purata)",
    "Stickiness": "Kelekatan",
    "New": "Baharu",
    "Returning": "Kembali",
    "Resurrected": "Aktif semula",
    "Dormant": "Tidak aktif lagi",
    "Quick ratio": "Nisbah pantas",
    "WAU and MAU are those of the last whole day; new to quick ratio those of the last whole "
    "period.": (
        "WAU dan MAU adalah untuk hari penuh terakhir; lajur baharu hingga nisbah pantas untuk "
        "tempoh penuh terakhir."
    ),
    "Customers active in 1, 7 and 30 days": "Pelanggan aktif dalam 1, 7 dan 30 hari",
    "Different customers with any activity on the day, and in the 7 and 30 days that end with it. "
    "A window that would begin before the data is not drawn. All customers are counted, so there "
    "is no interval.": (
        "Pelanggan berbeza dengan sebarang aktiviti pada hari itu, serta dalam 7 dan 30 hari yang "
        "berakhir pada hari itu. Tetingkap yang bermula sebelum data tidak dilukis. Semua "
        "pelanggan dikira, jadi tiada selang."
    ),
    "Customers active on a day, divided by those active in the 30 days that end with it. The mean "
    "is over the days with a whole window of 30 days.": (
        "Pelanggan aktif pada sesuatu hari, dibahagi dengan yang aktif dalam 30 hari yang "
        "berakhir pada hari itu. Purata diambil atas hari dengan tetingkap 30 hari yang penuh."
    ),
    "Active days in the last {n} (L{n})": "Hari aktif dalam {n} hari terakhir (L{n})",
    "Customers by the number of different days with activity in the window that ends with the "
    "last day of the data, as shares of those active in it. Limits are Wilson's (1927) and take "
    "customers as independent of one another.": (
        "Pelanggan mengikut bilangan hari berbeza dengan aktiviti dalam tetingkap yang berakhir "
        "pada hari terakhir data, sebagai bahagian daripada yang aktif di dalamnya. Hadnya "
        "daripada Wilson (1927) dan menganggap pelanggan tidak saling bergantung."
    ),
    "Customers active in 30 days, by {column}": "Pelanggan aktif dalam 30 hari, mengikut {column}",
    "Different customers of each group with any activity in the 30 days that end with the day. A "
    "customer who is in several groups counts in each.": (
        "Pelanggan berbeza bagi setiap kumpulan dengan sebarang aktiviti dalam 30 hari yang "
        "berakhir pada hari itu. Pelanggan dalam beberapa kumpulan dikira dalam setiap satunya."
    ),
    "The {n} largest groups are shown.": "Ditunjukkan {n} kumpulan terbesar.",
    "Activity in numbers": "Aktiviti dalam angka",
    "Means over whole days; stickiness is the mean of daily over monthly active customers. All "
    "customers are counted, so there is no interval.": (
        "Purata atas hari penuh; kelekatan ialah purata pelanggan aktif harian dibahagi bulanan. "
        "Semua pelanggan dikira, jadi tiada selang."
    ),
    "A point stands for {n} days: DAU and stickiness are means over them, WAU and MAU those of "
    "the last.": (
        "Satu titik mewakili {n} hari: DAU dan kelekatan ialah puratanya, WAU dan MAU bagi hari "
        "terakhirnya."
    ),
    "Customers are in several groups: each counts by the steps with its own value alone, and the "
    "test takes a customer in two groups for two people.": (
        "Ada pelanggan dalam beberapa kumpulan: setiap kumpulan hanya mengira langkah dengan "
        "nilainya sendiri, dan ujian menganggap pelanggan dalam dua kumpulan sebagai dua orang."
    ),
    "Stickiness: of the customers of 30 days, who comes on a day": (
        "Kelekatan: daripada pelanggan 30 hari, siapa yang datang pada sesuatu hari"
    ),
    "On an average day {share} of the customers of 30 days come": (
        "Pada hari biasa {share} daripada pelanggan 30 hari datang"
    ),
    "Active days": "Hari aktif",
    "{n} of {all} customers were not active in these {days} days.": (
        "{n} daripada {all} pelanggan tidak aktif dalam {days} hari ini."
    ),
    "30 days (MAU)": "30 hari (MAU)",
    "7 days (WAU)": "7 hari (WAU)",
    "1 day (DAU)": "1 hari (DAU)",
    "Mean {value}": "Purata {value}",
    "Sessions a customer": "Sesi setiap pelanggan",
    "Mean sessions of the group's customers, with Student's t limits: customers are the unit. A "
    "group is tested against all others by Welch's test (1947); p-values are adjusted by "
    "Benjamini and Hochberg. n is the customers.": (
        "Purata sesi pelanggan kumpulan itu, dengan had t Student: unitnya pelanggan. Setiap "
        "kumpulan diuji dengan semua yang lain melalui ujian Welch (1947); nilai p dilaraskan "
        "mengikut Benjamini dan Hochberg. n ialah pelanggan."
    ),
    "Sessions": "Sesi",
    "Median (quartiles)": "Median (kuartil)",
    "Minutes on site": "Minit di tapak",
    "Length not known": "Tempoh tidak diketahui",
    "Events a session": "Peristiwa setiap sesi",
    "Minutes on site: median and quartiles of the sessions with a known length.": (
        "Minit di tapak: median dan kuartil sesi yang tempohnya diketahui."
    ),
    "{n} s": "{n} s",
    "sessions of one event": "sesi dengan satu peristiwa",
    "Time on site runs from the first to the last event of a session. A session of one event has "
    "no length that could be measured: it is shown as not known, not as zero.": (
        "Masa di tapak dikira dari peristiwa pertama hingga terakhir sesuatu sesi. Sesi dengan "
        "satu peristiwa tiada tempoh yang boleh diukur: ditunjukkan sebagai tidak diketahui, "
        "bukan sifar."
    ),
    "A session has {mean} events on average": "Satu sesi secara purata ada {mean} peristiwa",
    "Sessions by the number of their events. The limits of the mean take customers as the unit: "
    "sessions of a customer are alike (ratio estimator: Cochran, 1977).": (
        "Sesi mengikut bilangan peristiwanya. Had puratanya mengambil pelanggan sebagai unit: sesi "
        "seorang pelanggan serupa antara satu sama lain (penganggar nisbah: Cochran, 1977)."
    ),
    "Mean {mean} ({level} interval {span}).": "Purata {mean} (selang {level} {span}).",
    "Customers are in several groups, so that the groups are not tested.": (
        "Ada pelanggan dalam beberapa kumpulan, jadi kumpulan tidak diuji."
    ),
    "Share of active customers": "Bahagian pelanggan aktif",
    "Customers by the number of their sessions in view.": (
        "Pelanggan mengikut bilangan sesinya dalam paparan ini."
    ),
    "Sessions a customer (mean)": "Sesi setiap pelanggan (purata)",
    "Sessions in numbers": "Sesi dalam angka",
    "Means of customers have Student's t limits. Quantiles interpolate between neighbouring "
    "values (Hyndman and Fan, 1996, type 7).": (
        "Purata atas pelanggan mempunyai had t Student. Kuantil diinterpolasi antara nilai "
        "berjiran (Hyndman dan Fan, 1996, jenis 7)."
    ),
    "Time on site is not known": "Masa di tapak tidak diketahui",
    "Half of the sessions with a known length last {time} or longer": (
        "Separuh sesi yang tempohnya diketahui berlangsung {time} atau lebih"
    ),
    "not known": "tidak diketahui",
    "Share of sessions": "Bahagian sesi",
    "Minutes from first to last event": "Minit dari peristiwa pertama hingga terakhir",
    "{n} of {all} sessions ({share}) have one event: their length is not known.": (
        "{n} daripada {all} sesi ({share}) ada satu peristiwa: tempohnya tidak diketahui."
    ),
    "Events in the session": "Peristiwa dalam sesi",
    "Sessions of a customer": "Sesi seorang pelanggan",
    "Half of the customers have {median} sessions or more": (
        "Separuh pelanggan ada {median} sesi atau lebih"
    ),
    "Share of customers": "Bahagian pelanggan",
    "Sessions of the customer": "Sesi pelanggan itu",
    "Clicked divided by shown. Showings to the same customer are alike, so the limits are "
    "Wilson's (1927) at the number of showings divided by the design effect (Kish, 1965), with "
    "the variance of a ratio of sums over customers (Cochran, 1977). A group is tested against "
    "all other groups of the column by the same variance; p-values are adjusted by Benjamini and "
    "Hochberg. n is the times shown.": (
        "Klik dibahagi paparan. Paparan kepada pelanggan yang sama adalah serupa, jadi hadnya "
        "daripada Wilson (1927) pada bilangan paparan dibahagi kesan reka bentuk (Kish, 1965), "
        "dengan varians nisbah jumlah atas pelanggan (Cochran, 1977). Satu kumpulan diuji "
        "terhadap semua kumpulan lain bagi lajur itu dengan varians yang sama; nilai p dilaraskan "
        "menurut Benjamini dan Hochberg. n ialah bilangan paparan."
    ),
    "Click-through": "Kadar klik",
    "Shown": "Dipaparkan",
    "Clicked": "Diklik",
    "Interval by customers": "Selang mengikut pelanggan",
    "Interval by showings": "Selang mengikut paparan",
    "Design effect": "Kesan reka bentuk",
    "Clicked of shown": "Diklik daripada yang dipaparkan",
    "Clicks in numbers": "Klik dalam angka",
    "The interval by showings takes every showing for a customer of its own, and is too narrow "
    "where customers click alike each time.": (
        "Selang mengikut paparan menganggap setiap paparan sebagai pelanggan tersendiri, dan "
        "terlalu sempit jika pelanggan mengklik dengan cara serupa setiap kali."
    ),
    "The last period is not complete: its dormant customers may still come.": (
        "Tempoh terakhir belum lengkap: pelanggan yang belum aktif masih boleh datang."
    ),
    "Where active customers come from, and who went": (
        "Dari mana pelanggan aktif datang, dan siapa yang pergi"
    ),
    "New: active for the first time in the data. Returning: active in the period before, too. "
    "Resurrected: active before, but not in the period before. Dormant, below zero: active in the "
    "period before, but not in this one. Who came before the data begin counts as new when first "
    "seen.": (
        "Baharu: aktif buat kali pertama dalam data. Kembali: juga aktif pada tempoh sebelumnya. "
        "Aktif semula: pernah aktif, tetapi bukan pada tempoh sebelumnya. Tidak aktif lagi, di "
        "bawah sifar: aktif pada tempoh sebelumnya, tetapi bukan pada tempoh ini. Yang datang "
        "sebelum data bermula dikira baharu apabila pertama kali dilihat."
    ),
    "Quick ratio: customers won for each that went dormant": (
        "Nisbah pantas: pelanggan yang diperoleh bagi setiap yang tidak aktif lagi"
    ),
    "{period}: {ratio} customers won for each that went dormant": (
        "{period}: {ratio} pelanggan diperoleh bagi setiap yang tidak aktif lagi"
    ),
    "No change": "Tiada perubahan",
    "A customer's first event of step 1 begins; each further step is reached at the first event "
    "of its name at or after the step before. Other events in between do not matter. Limits of "
    "shares are Wilson's (1927); times are medians and quartiles of those who reached the step, "
    "the medians with limits by order statistics (David & Nagaraja, 2003).": (
        "Peristiwa pertama langkah 1 seorang pelanggan ialah permulaannya; setiap langkah "
        "berikutnya dicapai pada peristiwa pertama dengan nama itu, pada atau selepas langkah "
        "sebelumnya. Peristiwa lain di antaranya tidak mengubah apa-apa. Had bahagian "
        "daripada Wilson (1927); masa ialah median dan kuartil bagi yang mencapai langkah itu, "
        "mediannya dengan had daripada statistik tertib (David & Nagaraja, 2003)."
    ),
    "{share} of the step before; {n} dropped off": (
        "{share} daripada langkah sebelumnya; {n} berhenti"
    ),
    "All steps have to come within {n} days of the first.": (
        "Semua langkah mesti berlaku dalam {n} hari dari yang pertama."
    ),
    "Reaching {step}": "Mencapai {step}",
    "Customers who reach the last step of those who did the first, in their group; all steps need "
    "the same value. Limits are Wilson's (1927). A group is tested against all others by the N-1 "
    "chi-square (Campbell, 2007), Fisher's exact test where counts are small; p-values are "
    "adjusted by Benjamini and Hochberg. n is the first step's customers.": (
        "Pelanggan yang mencapai langkah terakhir daripada yang melakukan langkah pertama, dalam "
        "kumpulannya; semua langkah memerlukan nilai yang sama. Hadnya daripada Wilson (1927). "
        "Satu kumpulan diuji terhadap semua yang lain dengan khi kuasa dua N-1 (Campbell, 2007), "
        "ujian tepat Fisher jika bilangannya kecil; nilai p dilaraskan menurut Benjamini dan "
        "Hochberg. n ialah pelanggan langkah pertama."
    ),
    "Step": "Langkah",
    "Dropped off": "Berhenti",
    "Of the step before": "Daripada langkah sebelumnya",
    "Time from the step before": "Masa dari langkah sebelumnya",
    "Quartiles": "Kuartil",
    "Share of the customers of the first step": "Bahagian daripada pelanggan langkah pertama",
    "The funnel by {column}": "Corong mengikut {column}",
    "The first step in customers, the others as shares of those; then the median time from the "
    "step before. The p-value compares the share that reaches the last step with that of all "
    "other groups.": (
        "Langkah pertama dalam bilangan pelanggan, yang lain sebagai bahagiannya; kemudian masa "
        "median dari langkah sebelumnya. Nilai p membandingkan bahagian yang mencapai langkah "
        "terakhir dengan bahagian semua kumpulan lain."
    ),
    "Nobody did the first step": "Tiada sesiapa melakukan langkah pertama",
    "{share} of those who did {first} reach {last}": (
        "{share} daripada yang melakukan {first} mencapai {last}"
    ),
    "To step {n}": "Ke langkah {n}",
    "The score does not tell who comes back (concordance {value})": (
        "Skor tidak menunjukkan siapa yang kembali (konkordans {value})"
    ),
    "Points by the stated rules for what customers did in the {window} days up to {last}; came "
    "back means active in the {follow_up} days after. Limits of shares are Wilson's (1927). "
    "Concordance: of two customers, one who came back and one who did not, the chance that the "
    "first has the higher score, ties counting half (Hanley and McNeil, 1982), with DeLong's "
    "variance (1988).": (
        "Mata menurut peraturan yang dinyatakan bagi apa yang dilakukan pelanggan dalam {window} "
        "hari hingga {last}; kembali bermaksud aktif dalam {follow_up} hari selepasnya. Had "
        "bahagian daripada Wilson (1927). Konkordans: daripada dua pelanggan, seorang kembali dan "
        "seorang tidak, kebarangkalian yang pertama mempunyai skor lebih tinggi, skor sama dikira "
        "separuh (Hanley dan McNeil, 1982), dengan varians DeLong (1988)."
    ),
    "Different events": "Peristiwa berbeza",
    "Days since last active": "Hari sejak kali terakhir aktif",
    "The score cannot be checked: all or none came back": (
        "Skor tidak boleh disemak: semua atau tiada seorang pun kembali"
    ),
    "Share that came back, by score (concordance {value})": (
        "Bahagian yang kembali, mengikut skor (konkordans {value})"
    ),
    "A higher score goes with coming back (concordance {value})": (
        "Skor lebih tinggi sejalan dengan kembali (konkordans {value})"
    ),
    "A higher score goes with staying away (concordance {value})": (
        "Skor lebih tinggi sejalan dengan tidak kembali (konkordans {value})"
    ),
    "Scores are drawn in {n} ranges.": "Skor dilukis dalam {n} julat.",
    "{n} came back": "{n} kembali",
    "Share that came back": "Bahagian yang kembali",
    "Came back": "Kembali",
    "Engagement": "Penglibatan",
    "Not known before two whole periods.": "Belum diketahui sebelum ada dua tempoh penuh.",
    "The last day of the file, {day}, may not be complete: the charts and means end on the day "
    "before.": (
        "Hari terakhir fail, {day}, mungkin tidak lengkap: carta dan purata berakhir sehari "
        "sebelumnya."
    ),
    "N-day and rolling retention are on the Retention page": (
        "Pengekalan hari ke-N dan pengekalan bergulir ada di halaman Pengekalan"
    ),
    "Active a day (DAU)": "Aktif sehari (DAU)",
    "Active in 7 days (WAU)": "Aktif dalam 7 hari (WAU)",
    "Active in 30 days (MAU)": "Aktif dalam 30 hari (MAU)",
    "DAU on average": "Purata DAU",
    "{period}, the last whole period: new and resurrected customers for each that went dormant. "
    "Above 1 the active base grows. n is who came or went.": (
        "{period}, tempoh penuh terakhir: pelanggan baharu dan yang aktif semula bagi setiap yang "
        "tidak aktif lagi. Di atas 1 asas aktif bertambah. n ialah yang datang atau pergi."
    ),
    "Score": "Skor",
    "On {day}, the last whole day; n is all customers in view.": (
        "Pada {day}, hari penuh terakhir; n ialah semua pelanggan dalam paparan."
    ),
    "In the 7 days up to {day}; n is all customers in view.": (
        "Dalam 7 hari hingga {day}; n ialah semua pelanggan dalam paparan."
    ),
    "In the 30 days up to {day}; n is all customers in view.": (
        "Dalam 30 hari hingga {day}; n ialah semua pelanggan dalam paparan."
    ),
    "Funnel": "Corong",
    "Clicks": "Klik",
    "The events have days but no times of day, so that sessions cannot be told apart. A column "
    "with session numbers or with times would show them.": (
        "Peristiwa ada hari tetapi tiada waktu, jadi sesi tidak dapat dibezakan. Lajur dengan "
        "nombor sesi atau waktu akan menunjukkannya."
    ),
    "No event in this selection has a session number.": (
        "Tiada peristiwa dalam pilihan ini yang ada nombor sesi."
    ),
    "From the first to the last event of a session.": (
        "Dari peristiwa pertama hingga terakhir sesuatu sesi."
    ),
    "Sessions by number": "Sesi mengikut nombor",
    "Sessions by inactivity": "Sesi mengikut jeda",
    "A session ends after (minutes)": "Sesi tamat selepas (minit)",
    "Time on site (median)": "Masa di tapak (median)",
    "{n} events have no session number and belong to no session.": (
        "{n} peristiwa tiada nombor sesi dan tidak termasuk dalam mana-mana sesi."
    ),
    "Nothing was shown in this selection.": "Tiada apa-apa dipaparkan dalam pilihan ini.",
    "More was clicked ({clicked}) than shown ({shown}), so there is no rate. Check the columns on "
    "the Data page.": (
        "Lebih banyak diklik ({clicked}) daripada dipaparkan ({shown}), jadi tiada kadar. Semak "
        "lajurnya di halaman Data."
    ),
    "So many minutes without an event begin a new session.": (
        "Sekian minit tanpa peristiwa memulakan sesi baharu."
    ),
    "Mean over customers with a session, with Student's t limits.": (
        "Purata atas pelanggan dengan sesi, dengan had t Student."
    ),
    "min": "min",
    "No column is known to name the events. Choose one on the Data page.": (
        "Belum diketahui lajur yang menamakan peristiwa. Pilih satu di halaman Data."
    ),
    "A funnel needs two different events in view.": (
        "Corong memerlukan dua peristiwa berbeza dalam paparan."
    ),
    "Choose at least two steps, in order.": (
        "Pilih sekurang-kurangnya dua langkah, mengikut urutan."
    ),
    "Steps, in order": "Langkah, mengikut urutan",
    "Within (days)": "Dalam (hari)",
    "Nobody in view did the first step.": "Tiada sesiapa dalam paparan melakukan langkah pertama.",
    "Steps are events, so that a funnel cannot be compared by the event itself.": (
        "Langkah ialah peristiwa, jadi corong tidak boleh dibandingkan mengikut peristiwa itu "
        "sendiri."
    ),
    "Two to six events. It begins with those of most customers; remove and add events to change "
    "the order.": (
        "Dua hingga enam peristiwa. Mulanya yang paling ramai pelanggannya; buang dan tambah "
        "peristiwa untuk mengubah urutan."
    ),
    "any": "bebas",
    "All steps have to come within so many days of the first.": (
        "Semua langkah mesti berlaku dalam sekian hari dari yang pertama."
    ),
    "Window (days)": "Tetingkap (hari)",
    "Came back within (days)": "Kembali dalam (hari)",
    "A customer gets the points of every row that holds: the fact lies from the first to the "
    "second number, both included; a blank is no limit. Points add up.": (
        "Pelanggan mendapat mata bagi setiap baris yang dipenuhi: faktanya terletak dari nombor "
        "pertama hingga kedua, termasuk kedua-duanya; sel kosong bermaksud tiada had. Mata "
        "dijumlahkan."
    ),
    "Fact": "Fakta",
    "From": "Dari",
    "Up to": "Hingga",
    "Points": "Mata",
    "Concordance": "Konkordans",
    "Add at least one rule with points.": "Tambah sekurang-kurangnya satu peraturan dengan mata.",
    "The days in which the facts are counted.": "Hari-hari apabila fakta dikira.",
    "The last days of the data, after the window: active again in them or not.": (
        "Hari-hari terakhir data, selepas tetingkap: aktif semula di dalamnya atau tidak."
    ),
    "no limit": "tiada had",
    "Of two customers, one who came back and one who did not: how often the first has the higher "
    "score. 0.5 tells nothing, 1 tells all.": (
        "Daripada dua pelanggan, seorang kembali dan seorang tidak: berapa kerap yang pertama "
        "mempunyai skor lebih tinggi. 0.5 tidak memberitahu apa-apa, 1 memberitahu semuanya."
    ),
    "Of the customers who were active in the window.": (
        "Daripada pelanggan yang aktif dalam tetingkap."
    ),
    "Rules of the score": "Peraturan skor",
    "events": "peristiwa",
    "Who is active, sessions, clicks, and how far customers come along a funnel.": (
        "Siapa yang aktif, sesi, klik, dan sejauh mana pelanggan melalui corong."
    ),
    "Who is active, how often and how long, and what do they click?": (
        "Siapa yang aktif, berapa kerap dan lama, dan apa yang mereka klik?"
    ),
}

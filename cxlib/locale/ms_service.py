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
        "Sembilan daripada sepuluh tidak tercapai semasa tiket dipantau, jadi tiada persentil "
        "ke-90: {measures}."
    ),
    (
        "No ticket was watched as long as some of the times asked for; the share there is "
        "the least it can be: {measures}."
    ): (
        "Tiada tiket yang dipantau selama sesetengah masa yang diminta; bahagiannya di situ ialah "
        "had paling rendah: {measures}."
    ),
    (
        "{measure}: {open} of {n} tickets are open and count as waiting until the last moment "
        "in the file."
    ): (
        "{measure}: {open} daripada {n} tiket masih terbuka dan dikira menunggu hingga saat "
        "terakhir dalam fail."
    ),
    (
        "{measure}: {open} of {n} tickets are open and count as waiting until the last moment in "
        "the file. The median is {median} hours; without the open tickets it would read {naive}, "
        "since slow tickets are more often still open."
    ): (
        "{measure}: {open} daripada {n} tiket masih terbuka dan dikira menunggu hingga saat "
        "terakhir dalam fail. Mediannya {median} jam; tanpa tiket terbuka ia terbaca {naive}, "
        "kerana tiket yang lambat lebih kerap masih terbuka."
    ),
}

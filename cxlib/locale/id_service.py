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
        "No ticket was watched as long as some of the times asked for; the share there is "
        "the least it can be: {measures}."
    ): (
        "Tidak ada tiket yang diamati selama beberapa waktu yang diminta; porsinya di sana adalah "
        "batas paling rendah: {measures}."
    ),
    (
        "{measure}: {open} of {n} tickets are open and count as waiting until the last moment "
        "in the file."
    ): (
        "{measure}: {open} dari {n} tiket masih terbuka dan dihitung menunggu sampai saat "
        "terakhir dalam berkas."
    ),
    (
        "{measure}: {open} of {n} tickets are open and count as waiting until the last moment in "
        "the file. The median is {median} hours; without the open tickets it would read {naive}, "
        "since slow tickets are more often still open."
    ): (
        "{measure}: {open} dari {n} tiket masih terbuka dan dihitung menunggu sampai saat "
        "terakhir dalam berkas. Mediannya {median} jam; tanpa tiket terbuka terbaca {naive}, "
        "karena tiket yang lambat lebih sering masih terbuka."
    ),
}

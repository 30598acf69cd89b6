"""Hard cases of alignment, written for the fictional Kota Harapan Jaya: small documents and the links to expect.

A row is "name | unit | level | code | targets | office"; only the name is needed. `links` gives positions (left, right)
and relation; whatever is not listed must not be linked as sama or berubah. `maybe` pairs may be shown to a person.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

SAMA, BERUBAH = "sama", "berubah"


@dataclass(frozen=True)
class Case:
    """Two small documents and what links them."""

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    maybe: frozenset[tuple[int, int]] = frozenset()


def records(rows: tuple[str, ...], side: str) -> list[dict[str, Any]]:
    """The rows of a case as records with ids "l0", "l1" ... or "r0" ..."""
    result = []
    for number, row in enumerate(rows):
        name, unit, level, code, targets, office = (*(part.strip() for part in row.split("|")), *[""] * 6)[:6]
        values = [value for value in targets.split(";") if value.strip()]
        result.append(
            {
                "id": f"{side}{number}",
                "document": "rekaan.pdf",
                "page": 1,
                "level": level or None,
                "context": {},
                "code": code or None,
                "indicator": name,
                "unit": unit or None,
                "targets": {
                    str(2025 + year): {"raw": value.strip(), "value": float(value)} for year, value in enumerate(values)
                },
                "budgets": {},
                "opd": office or "Dinas Rekaan",
            }
        )
    return result


CASES = (
    # ---- the same indicator, written otherwise
    Case(
        "singkatan dibuka di satu sisi",
        (
            "Angka Kematian Ibu per 100.000 KH",
            "Indeks SPBE",
            "Nilai SAKIP Kota",
            "Indeks Kualitas Lingkungan Hidup",
            "TPT",
            "Persentase RTLH yang ditangani",
        ),
        (
            "AKI per 100.000 KH",
            "Indeks Sistem Pemerintahan Berbasis Elektronik (SPBE)",
            "Nilai Sistem Akuntabilitas Kinerja Instansi Pemerintah Kota",
            "IKLH",
            "Tingkat Pengangguran Terbuka",
            "Persentase Rumah Tidak Layak Huni yang ditangani",
        ),
        {(0, 0): SAMA, (1, 1): SAMA, (2, 2): SAMA, (3, 3): SAMA, (4, 4): SAMA, (5, 5): SAMA},
    ),
    Case(
        "singkatan yang hanya dikenal dokumennya",
        ("Persentase Kelompok Pengelola Air Bersih (KPAB) yang aktif", "Jumlah Balai Warga Sehat (BWS) yang terbentuk"),
        ("Persentase KPAB yang aktif", "Jumlah BWS yang terbentuk"),
        {(0, 0): SAMA, (1, 1): SAMA},
    ),
    Case(
        "nama Inggris",
        ("Rasio Gini", "Angka Kelahiran Total", "Rasio Ketergantungan", "Waktu tanggap kebakaran"),
        ("Gini Ratio", "Total Fertility Rate (TFR)", "Dependency Ratio", "Response time kebakaran"),
        {(0, 0): SAMA, (1, 1): SAMA, (2, 2): SAMA, (3, 3): SAMA},
    ),
    Case(
        "ejaan, spasi, dan tanda baca",
        (
            "Presentase perkara yang ditindak lanjuti",
            "Prosentase jalan dalam kondisi mantap",
            "Persentase penyelesian pengaduan masyarakat",
            "Cakupan pelayanan data base kependudukan",
        ),
        (
            "Persentase perkara yang ditindaklanjuti",
            "Persentase Jalan Dalam Kondisi Mantap",
            "Persentase penyelesaian pengaduan masyarakat.",
            "Cakupan Pelayanan Database Kependudukan",
        ),
        {(0, 0): SAMA, (1, 1): SAMA, (2, 2): SAMA, (3, 3): SAMA},
    ),
    Case(
        "target di dalam nama",
        (
            "Persentase pasar rakyat yang tertib ukur sebesar 80%|%",
            "Jumlah wirausaha pemuda pada tahun 2029 sebanyak 1.500 orang|orang",
        ),
        ("Persentase pasar rakyat yang tertib ukur|%", "Jumlah wirausaha pemuda|orang"),
        {(0, 0): SAMA, (1, 1): SAMA},
    ),
    Case(
        "indeks tanpa satuan ditulis berbeda",
        ("Indeks Literasi Warga Kota|Indeks",),
        ("Indeks Literasi Warga Kota|Poin",),
        {(0, 0): SAMA},
    ),
    Case(
        "satuan di belakang nama atau di kolom",
        ("Laju inflasi (%)", "Indeks Reformasi Birokrasi (Nilai)"),
        ("Laju Inflasi|Persen", "Indeks Reformasi Birokrasi|Nilai"),
        {(0, 0): SAMA, (1, 1): SAMA},
    ),
    # ---- reworded
    Case(
        "kata kerja di depan nama",
        ("Persentase koperasi sehat|%", "Angka kemiskinan|%", "Jumlah kunjungan perpustakaan|orang"),
        (
            "Meningkatnya persentase koperasi sehat|%",
            "Menurunnya angka kemiskinan|%",
            "Meningkatkan jumlah kunjungan perpustakaan|orang",
        ),
        {(0, 0): BERUBAH, (1, 1): BERUBAH, (2, 2): BERUBAH},
    ),
    Case(
        "sinonim tanpa kata yang sama",
        ("Tingkat kemiskinan|%|sasaran", "Indeks Pembangunan Manusia|Poin|sasaran", "Prevalensi stunting|%|sasaran"),
        ("Persentase penduduk miskin|%|tujuan", "IPM|Poin|tujuan", "Persentase balita stunting|%|tujuan"),
        {(0, 0): BERUBAH, (1, 1): SAMA, (2, 2): BERUBAH},
    ),
    Case(
        "kata ditambah",
        (
            "Persentase sengketa tanah yang selesai|%|program|2.10.04",
            "Persentase cagar budaya yang dilestarikan|%|program|2.22.05",
        ),
        (
            "Persentase sengketa tanah garapan yang selesai|%|program|2.10.04",
            "Persentase benda cagar budaya yang dilestarikan|%|program|2.22.05",
        ),
        {(0, 0): BERUBAH, (1, 1): BERUBAH},
    ),
    Case(
        "jumlah menjadi persentase pada program yang sama",
        (
            "Jumlah naskah kuno yang dilestarikan|naskah|program|2.23.03|10;12;14",
            "Jumlah arsip statis yang diselamatkan|berkas|program|2.24.03|100;120;150",
        ),
        (
            "Persentase naskah kuno yang dilestarikan|%|program|2.23.03|40;50;60",
            "Persentase arsip statis yang diselamatkan|%|program|2.24.03|55;60;65",
        ),
        {(0, 0): BERUBAH, (1, 1): BERUBAH},
    ),
    Case(
        "bentuk kata berubah",
        (
            "Persentase dokumen hukum yang terpublikasi|%|program|4.01.02",
            "Persentase elemen pengawasan yang terpenuhi|%|program|6.01.03",
        ),
        (
            "Persentase publikasi dokumen hukum|%|program|4.01.02",
            "Persentase pemenuhan elemen pengawasan|%|program|6.01.03",
        ),
        {(0, 0): BERUBAH, (1, 1): BERUBAH},
    ),
    Case(
        "deret target sama, satu kata berganti",
        ("Indeks layanan berbasis elektronik|Nilai|sasaran||2.69;2.89;3.09",),
        ("Indeks layanan berbasis digital|Nilai|sasaran||2.69;2.89;3.09",),
        {(0, 0): BERUBAH},
    ),
    Case(
        "satuan berubah",
        ("Persentase layanan kepada warga|Poin|program|7.01.02|86.5;88;90",),
        ("Persentase layanan kepada warga|Persen|program|7.01.02|86.5;88;90",),
        {(0, 0): BERUBAH},
    ),
    Case(
        "geser tingkat: sasaran RPJMD menjadi tujuan Renstra",
        (
            "Indeks Kepuasan Masyarakat|Nilai|sasaran||82;83;84",
            "Nilai kepatuhan pelayanan publik|Nilai|sasaran||80;81;82",
        ),
        (
            "Indeks kepuasan masyarakat|Nilai|tujuan||82;83;84",
            "Nilai kepatuhan standar pelayanan publik|Nilai|tujuan||80;81;82",
        ),
        {(0, 0): SAMA, (1, 1): BERUBAH},
    ),
    Case(
        "indikator gabungan dipecah",
        ("Persentase kelurahan berprestasi baik, persentase kader posyandu yang aktif|%|program|2.13.05",),
        (
            "Persentase kelurahan berprestasi baik|%|program|2.13.05",
            "Persentase kader posyandu yang aktif|%|program|2.13.05",
        ),
        {(0, 0): BERUBAH, (0, 1): BERUBAH},
    ),
    Case(
        "dua indikator digabung",
        (
            "Persentase sekolah yang memakai buku elektronik|%|program|1.01.02|50;60;70",
            "Persentase madrasah yang memakai buku elektronik|%|program|1.01.02|40;50;60",
        ),
        ("Persentase sekolah dan madrasah yang memakai buku elektronik|%|program|1.01.02|40;50;60",),
        {(0, 0): BERUBAH, (1, 0): BERUBAH},
    ),
    Case(
        "indikator yang sama di beberapa tabel",
        (
            "Persentase perpustakaan terakreditasi|%|sasaran||10;20;30",
            "Persentase perpustakaan terakreditasi|%|program|2.23.02|10;20;30",
        ),
        ("Persentase Perpustakaan Terakreditasi|%|program|2.23.02|10;20;30",),
        {(0, 0): SAMA, (1, 0): SAMA},
    ),
    # ---- twins that must stay apart
    Case(
        "kembar berbeda satu kata",
        (
            "Angka Kematian Ibu",
            "Persentase panjang jalan kondisi baik",
            "Persentase korban kekerasan perempuan yang ditangani",
            "Cakupan pengelolaan perikanan tangkap",
            "Produksi padi|ton",
            "Nilai ekspor|US$",
            "Persentase pencari kerja yang memiliki sertifikat pelatihan",
        ),
        (
            "Angka Kematian Bayi",
            "Persentase panjang jembatan kondisi baik",
            "Persentase korban kekerasan anak yang ditangani",
            "Cakupan pengelolaan perikanan budidaya",
            "Produktivitas padi|ton/ha",
            "Nilai impor|US$",
            "Persentase pencari kerja yang memiliki sertifikat kompetensi",
        ),
    ),
    Case(
        "kembar dengan pasangannya masing-masing",
        (
            "Cakupan keluarga anggota BKB|%|program|2.14.04",
            "Cakupan keluarga anggota BKR|%|program|2.14.04",
            "Cakupan keluarga anggota BKL|%|program|2.14.04",
            "Penyediaan sarana pertanian|%|program|3.27.02",
            "Penyediaan prasarana pertanian|%|program|3.27.03",
        ),
        (
            "Cakupan keluarga anggota BKL|%|program|2.14.04",
            "Cakupan keluarga anggota BKB|%|program|2.14.04",
            "Penyediaan prasarana pertanian|%|program|3.27.03",
            "Penyediaan sarana pertanian|%|program|3.27.02",
        ),
        {(0, 1): SAMA, (2, 0): SAMA, (3, 3): SAMA, (4, 2): SAMA},
    ),
    Case(
        "jenjang sekolah",
        ("Angka Partisipasi Murni SD/MI|%", "Angka Partisipasi Murni SMP/MTs|%", "Angka Partisipasi Kasar PAUD|%"),
        ("APM SMP/MTs|%", "APM SD/MI|%", "APK SMP/MTs|%"),
        {(0, 1): SAMA, (1, 0): SAMA},
    ),
    Case(
        "umur dan angka di dalam nama",
        ("Angka Partisipasi Sekolah 7-12 tahun|%", "Prevalensi perokok usia 10-18 tahun|%"),
        ("Angka Partisipasi Sekolah 13-15 tahun|%", "Prevalensi perokok usia 15-24 tahun|%"),
    ),
    Case(
        "penduduk hanya disebut di satu sisi",
        ("Rata-rata lama sekolah|Tahun|tujuan||9.8;9.9;10.0",),
        ("Rata-rata lama sekolah penduduk usia di atas 15 tahun|Tahun|sasaran||10.1;10.2;10.3",),
        maybe=frozenset({(0, 0)}),
    ),
    Case(
        "jenis kelamin",
        ("Angka harapan hidup laki-laki|Tahun", "Tingkat partisipasi angkatan kerja perempuan|%"),
        ("Angka harapan hidup perempuan|Tahun", "Tingkat partisipasi angkatan kerja laki-laki|%"),
    ),
    Case(
        "penyakit",
        (
            "Persentase penderita hipertensi yang dilayani|%|program|1.02.02|100;100;100",
            "Persentase terduga tuberkulosis yang dilayani|%|program|1.02.02|100;100;100",
        ),
        (
            "Persentase penderita diabetes melitus yang dilayani|%|program|1.02.02|100;100;100",
            "Persentase terduga HIV yang dilayani|%|program|1.02.02|100;100;100",
        ),
    ),
    Case(
        "keluaran dan hasil dengan kata benda yang sama",
        (
            "Persentase UMKM yang naik kelas|%|program|2.17.07",
            "Persentase ASN yang mengikuti pelatihan|%|program|5.04.02",
        ),
        (
            "Jumlah UMKM yang naik kelas|unit usaha|kegiatan|2.17.07.2.01",
            "Jumlah ASN yang mengikuti pelatihan|orang|subkegiatan|5.04.02.2.01.0002",
        ),
        maybe=frozenset({(0, 0), (1, 1)}),
    ),
    Case(
        "nama pendek di dalam nama panjang",
        ("Persentase ketersediaan data|%|program|2.20.02", "Jumlah dokumen|dokumen|subkegiatan|5.01.01.2.01.0001"),
        (
            "Persentase ketersediaan data gender dan anak|%|program|2.08.05",
            "Jumlah dokumen hasil pengendalian kuota bahan bakar minyak|dokumen|subkegiatan|3.29.02.2.01.0003",
        ),
    ),
    Case(
        "angka sama, arti lain",
        (
            "Persentase kepuasan pelanggan air minum|%|program|1.03.03|42.5;50;60",
            "Persentase desa mandiri|%|program|2.13.04|100;100;100",
        ),
        (
            "Persentase pegawai yang paham program unggulan|%|program|2.16.02|42.5;50;60",
            "Persentase pasar yang bersih|%|program|3.30.03|100;100;100",
        ),
    ),
    Case(
        "keluaran lain dari kegiatan lain",
        (
            "Jumlah akses permodalan usaha tenun|kali",
            "Rata-rata kemampuan membatik siswa SD|nilai",
            "Jumlah hasil pembinaan kelembagaan perajin tenun|kelompok",
        ),
        (
            "Jumlah laporan percontohan pembinaan akses permodalan usaha tenun|laporan",
            "Rata-rata kemampuan menenun siswa SD|nilai",
            "Jumlah kegiatan pembinaan permodalan perajin tenun ke lembaga keuangan|kegiatan",
        ),
        maybe=frozenset({(0, 0), (1, 1), (2, 2), (0, 2), (2, 0)}),
    ),
    Case(
        "jalan baik bukan jalan mantap",
        ("Persentase jalan kota kondisi baik|%", "Tingkat kemantapan jalan kota|%"),
        ("Persentase panjang jalan kota kondisi baik|%", "Persentase jalan kota dalam kondisi mantap|%"),
        {(0, 0): BERUBAH, (1, 1): BERUBAH},
    ),
    Case(
        "tingkat tidak diketahui bukan tingkat lain",
        ("RTP Perikanan Tangkap|%|sasaran",),
        ("RTP Tangkap|%",),
        {(0, 0): BERUBAH},
    ),
    Case(
        "kembar sektor lain",
        (
            "Rata-rata kemampuan literasi murid SD|nilai",
            "Load factor angkutan darat|%",
            "Persentase lansia terlantar di dalam panti yang dilayani|%",
            "Persentase jalan kota dalam kondisi rusak berat|%",
        ),
        (
            "Rata-rata kemampuan numerasi murid SD|nilai",
            "Load factor angkutan laut|%",
            "Persentase lansia terlantar di luar panti yang dilayani|%",
            "Persentase jalan kota dalam kondisi rusak ringan|%",
        ),
    ),
    Case(
        "kecamatan kembar",
        tuple(
            f"Persentase pelayanan kecamatan yang tepat waktu|%|program|7.01.02|90;95;100|Kecamatan {n}"
            for n in ("Melati", "Mawar", "Kenanga")
        ),
        tuple(
            f"Persentase pelayanan kecamatan yang tepat waktu|%|program|7.01.02|80;85;90|Kecamatan {n}"
            for n in ("Kenanga", "Cempaka", "Melati")
        ),
        {(0, 2): SAMA, (2, 0): SAMA},
    ),
    Case(
        "kantor yang ditulis lain",
        (
            "Indeks keterbukaan informasi publik|Nilai|program|2.16.02||Dinas Komunikasi dan Informatika Kota Rekaan",
            "Nilai kearsipan|Nilai|program|2.24.02||Dinas Perpustakaan dan Kearsipan",
        ),
        (
            "Indeks Keterbukaan Informasi Publik|Nilai|program|2.16.02||Diskominfo",
            "Nilai kearsipan|Nilai|program|2.24.02||Dinas Arsip dan Perpustakaan",
        ),
        {(0, 0): SAMA, (1, 1): SAMA},
    ),
    Case(
        "nama sama, program lain",
        ("Rasio rumah layak huni|%|program|1.04.03|82;83;84",),
        ("Rasio rumah layak huni|%|program|1.04.02|70;71;72",),
        maybe=frozenset({(0, 0)}),
    ),
    Case(
        "kata mirip huruf, arti lain",
        (
            "Persentase penerapan standar pelayaran|%",
            "Jumlah fasilitas perkoperasian|unit",
            "Persentase pengaduan barang|%",
        ),
        (
            "Persentase penyerapan standar pelayanan|%",
            "Jumlah fasilitasi pengoperasian|unit",
            "Persentase pengadaan barang|%",
        ),
    ),
    Case(
        "pengurangan dan penanganan",
        ("Persentase pengurangan sampah|%||||", "Persentase penanganan sampah|%"),
        ("Persentase penanganan sampah|%", "Persentase pengurangan sampah|%"),
        {(0, 1): SAMA, (1, 0): SAMA},
    ),
    Case(
        "arah berlawanan",
        ("Persentase peningkatan jumlah kasus hukum|%",),
        ("Persentase penurunan jumlah kasus hukum|%",),
    ),
    Case(
        "kenaikan dan besarnya",
        ("Persentase peningkatan produksi garam | %", "Persentase peningkatan luas taman | %"),
        ("Produksi garam | ton", "Luas taman | ha"),
        maybe=frozenset({(0, 0), (1, 1)}),
    ),
    Case(
        "nomor daftar tanpa titik",
        ("8 Persentase peningkatan ekspor kopi|%",),
        ("Persentase peningkatan ekspor kopi|%",),
        {(0, 0): SAMA},
    ),
    Case(
        "tidak ada pasangan",
        (
            "Indeks kerukunan umat beragama|Nilai|sasaran",
            "Persentase pemuda kader|%|program|2.19.02",
            "Jumlah kunjungan museum|orang|program|2.22.06",
        ),
        (
            "Persentase aset yang bersertifikat|%|program|5.02.03",
            "Nilai maturitas SPIP|Level|sasaran",
            "Cakupan patroli wilayah|%|program|1.05.02",
        ),
    ),
)


# One large pair of documents without codes: how offices reword each other's indicators. "=" the same but for the
# writing, "~" reworded, "?" a person may see it, "x" no pair.
REWORDED = """
~ Persentase penduduk berakses air minum | Prosentase penduduk yang mendapatkan akses air minum layak
~ Persentase panjang jalan kota dalam kondisi mantap | Persentase jalan kota kondisi baik dan sedang
= Persentase SKPD yang menerapkan e-Government | Prosentase OPD yang menerapkan e-government
~ Persentase dokumen perencanaan yang selaras | Persentase keselarasan dokumen perencanaan
~ Nilai evaluasi AKIP | Nilai SAKIP
~ Persentase temuan BPK yang ditindaklanjuti | Persentase tindak lanjut temuan hasil pemeriksaan BPK
~ Jumlah event pariwisata | Jumlah event wisata yang diselenggarakan
= Persentase sarana prasarana aparatur dalam kondisi baik | Persentase sarpras aparatur kondisi baik
~ Persentase ketersediaan pangan utama [%] | Ketersediaan pangan utama [%]
~ Persentase kelompok tani yang menerapkan teknologi pertanian | Persentase poktan yang mengadopsi teknologi pertanian
~ Jumlah produksi perikanan budidaya [ton] | Produksi perikanan budidaya [ton]
~ Cakupan kelurahan siaga aktif | Persentase kelurahan siaga aktif
~ Persentase balita yang mendapatkan layanan kesehatan sesuai standar | Cakupan layanan kesehatan balita sesuai standar
~ Persentase PMKS yang tertangani | Persentase PPKS yang mendapatkan penanganan
~ Persentase rumah tangga ber-PHBS | Persentase RT yang melaksanakan perilaku hidup bersih dan sehat
= Angka kematian bayi per 1.000 kelahiran hidup | Angka Kematian Bayi (AKB) [per 1.000 KH]
~ Persentase capaian pendapatan asli daerah | Persentase realisasi PAD
~ Persentase pemerintah kelurahan yang tertib administrasi | Persentase kelurahan tertib administrasi
~ Jumlah BUMD sehat [unit] | Persentase BUMD sehat [%]
= Indeks Desa Membangun (IDM) | Indeks Desa Membangun
~ Persentase PAUD terakreditasi | Persentase lembaga PAUD yang terakreditasi
~ Persentase guru bersertifikat pendidik | Persentase guru yang memiliki sertifikat pendidik
~ Persentase sekolah dengan sarana prasarana memadai | Persentase sarana dan prasarana sekolah yang memadai
~ Waktu tanggap penanganan kebakaran | Rata-rata waktu tanggap (response time) kebakaran
~ Jumlah warga yang memperoleh informasi bencana [orang] | Persentase warga negara yang memperoleh informasi bencana [%]
~ Tingkat partisipasi pemilih | Persentase partisipasi pemilih dalam pemilu
~ Persentase konflik yang terselesaikan | Persentase penyelesaian konflik sosial
~ Nilai investasi PMDN | Jumlah nilai investasi berskala nasional PMDN
~ Persentase luas RTH publik | Proporsi ruang terbuka hijau publik
~ Persentase sampah yang dikelola | Persentase pengelolaan sampah
= Indeks Kualitas Udara | Indeks Kualitas Udara (IKU)
~ Persentase kepemilikan akta kelahiran anak usia 0-18 tahun | Cakupan kepemilikan akta kelahiran 0-18 tahun
~ Persentase penduduk yang memiliki KTP elektronik | Cakupan kepemilikan KTP-el
~ Persentase kepesertaan KB aktif | Cakupan peserta KB aktif
~ Unmet need KB | Persentase kebutuhan ber-KB yang tidak terpenuhi
= Total Fertility Rate (TFR) | Angka kelahiran total (TFR)
~ Usia kawin pertama perempuan | Rata-rata usia kawin pertama wanita
= Skor Pola Pangan Harapan | Skor PPH
~ Persentase usulan musrenbang yang diakomodir | Persentase usulan musrenbang yang diakomodir dalam RKPD
= Persentase ASN yang mengikuti diklat | Persentase ASN yang mengikuti pendidikan dan pelatihan
~ Jumlah kunjungan wisatawan nusantara dan mancanegara | Jumlah kunjungan wisatawan
~ Laju pertumbuhan PDRB sektor pertanian | Pertumbuhan PDRB sektor pertanian
= Persentase koperasi aktif | Persentase koperasi yang aktif
~ Persentase perlengkapan jalan yang terpasang | Persentase fasilitas perlengkapan jalan yang terpasang
~ Indeks gini | Rasio gini kota
~ Persentase pelaku ekonomi kreatif yang berkembang | Persentase pengembangan pelaku ekonomi kreatif
~ Rasio elektrifikasi | Rasio elektrifikasi rumah tangga
~ Persentase penanganan perkara hukum | Persentase perkara hukum yang ditangani
~ Persentase lulusan pelatihan yang bekerja | Persentase lulusan pelatihan kerja yang mendapatkan pekerjaan
= Persentase jembatan kondisi baik | Persentase jembatan dalam kondisi baik
x Persentase penderita ODGJ yang dilayani | Persentase puskesmas yang terakreditasi
x Jumlah inovasi daerah | Persentase arsip digital
x Persentase industri kecil yang tumbuh | Persentase pasar tertib ukur
x Tingkat hunian kamar hotel | Tingkat kegemaran membaca
x Persentase bidang tanah aset yang bersertifikat | Persentase batas wilayah yang ditegaskan
"""


def reworded() -> Case:
    """The large pair of documents as a case; the right side in another order than the left."""
    rows = [line for line in REWORDED.splitlines() if line.strip()]
    left, right, links, maybe = [], [], {}, set()
    order = sorted(range(len(rows)), key=lambda number: rows[number].split("|")[1][::-1])
    place = {number: position for position, number in enumerate(order)}
    for number, row in enumerate(rows):
        here, _, there = row[2:].partition("|")
        left.append(_row(here))
        right.append(_row(there))
        key = (number, place[number])
        if row[0] in "=~":
            links[key] = SAMA if row[0] == "=" else BERUBAH
        elif row[0] == "?":
            maybe.add(key)
    return Case("kata yang lazim diganti", tuple(left), tuple(right[n] for n in order), links, frozenset(maybe))


def _row(text: str) -> str:
    name, _, unit = text.strip().partition("[")
    return f"{name.strip()} | {unit.strip(' ]')} | program"

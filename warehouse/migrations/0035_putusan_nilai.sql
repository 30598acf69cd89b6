-- How sure a finding must be that judges the numbers of one row: a row whose columns were not clear may hold others.
CREATE MACRO data.putusan_nilai(pasti, keyakinan) AS data.putusan(pasti AND keyakinan >= data.ambang('keyakinan_nilai'), keyakinan);

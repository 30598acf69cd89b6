-- Decisions of reviewers also on goal statements, and where reviewers differ.
ALTER TABLE data.keputusan ADD COLUMN macam VARCHAR;            -- models.decision.Subject
ALTER TABLE data.keputusan ADD COLUMN beda_pendapat VARCHAR;    -- what other reviewers last said against it
ALTER TABLE data.keputusan ADD COLUMN kiri_sekarang_id VARCHAR;    -- what probably took the place of a side that was not found
ALTER TABLE data.keputusan ADD COLUMN kanan_sekarang_id VARCHAR;

-- The decision that made a link; NULL where the machine made it.
ALTER TABLE data.tautan_pernyataan ADD COLUMN keputusan_id VARCHAR;

-- Items with money or a target in a year.
SELECT * FROM data.rencana

-- How far a running job has come, so that other processes can show it.
ALTER TABLE jobs ADD COLUMN bytes_read INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN bytes_total INTEGER;
ALTER TABLE jobs ADD COLUMN items_per_second REAL NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN seconds_left REAL;
ALTER TABLE jobs ADD COLUMN progressed_at TEXT;
CREATE INDEX jobs_by_requester ON jobs (requested_by, started_at);

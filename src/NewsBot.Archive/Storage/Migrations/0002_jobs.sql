CREATE TABLE jobs (
    number       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    archive      TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    priority     INTEGER NOT NULL,
    request      TEXT    NOT NULL,
    requested_by TEXT    NOT NULL,
    created_at   TEXT    NOT NULL,
    started_at   TEXT,
    ended_at     TEXT,
    holder       TEXT,
    attempts     INTEGER NOT NULL DEFAULT 0,
    message      TEXT,
    added        INTEGER NOT NULL DEFAULT 0,
    updated      INTEGER NOT NULL DEFAULT 0,
    unchanged    INTEGER NOT NULL DEFAULT 0,
    duplicates   INTEGER NOT NULL DEFAULT 0,
    failed       INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX jobs_by_state ON jobs (state, priority DESC, number);

CREATE TABLE job_items (
    job     INTEGER NOT NULL REFERENCES jobs (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name    TEXT    NOT NULL,
    outcome TEXT    NOT NULL,
    article TEXT,
    reason  TEXT,
    PRIMARY KEY (job, ordinal)
) WITHOUT ROWID;

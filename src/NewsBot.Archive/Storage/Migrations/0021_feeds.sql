CREATE TABLE feeds (
    number          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    archive         TEXT    NOT NULL,
    url             TEXT    NOT NULL,
    every_seconds   INTEGER NOT NULL,
    added_by        TEXT    NOT NULL,
    added_at        TEXT    NOT NULL,
    next_at         TEXT    NOT NULL,
    last_attempt_at TEXT,
    last_success_at TEXT,
    failures        INTEGER NOT NULL DEFAULT 0,
    message         TEXT,
    is_dead         INTEGER NOT NULL DEFAULT 0,
    etag            TEXT,
    last_modified   TEXT,
    UNIQUE (archive, url)
);
CREATE INDEX feeds_by_time ON feeds (next_at) WHERE is_dead = 0;

CREATE TABLE settings (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE archives (
    key           INTEGER NOT NULL PRIMARY KEY,
    name          TEXT    NOT NULL UNIQUE,
    created_at    TEXT    NOT NULL,
    last_sequence INTEGER NOT NULL DEFAULT 0
);

-- One row an identity. A removed article keeps its row, without words, so that old citations can be explained.
CREATE TABLE articles (
    key             INTEGER NOT NULL PRIMARY KEY,
    archive         INTEGER NOT NULL REFERENCES archives (key),
    id              BLOB    NOT NULL UNIQUE,
    external_id     TEXT,
    sequence        INTEGER NOT NULL,
    current_version INTEGER NOT NULL,
    fingerprint     BLOB,
    published       TEXT,
    published_at    INTEGER,
    characters      INTEGER NOT NULL,
    passages        INTEGER NOT NULL,
    cluster         BLOB,
    superseded_by   BLOB,
    corrected_at    TEXT,
    correction      TEXT,
    removed_at      TEXT,
    removal_reason  TEXT
);
CREATE UNIQUE INDEX articles_by_sequence ON articles (archive, sequence);
CREATE INDEX articles_by_external_id ON articles (archive, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX articles_by_cluster ON articles (cluster) WHERE cluster IS NOT NULL;

-- The text stands last so that the other columns are read without it.
CREATE TABLE versions (
    key             INTEGER NOT NULL PRIMARY KEY,
    article         INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    version         INTEGER NOT NULL,
    stored_at       TEXT    NOT NULL,
    title           TEXT    NOT NULL,
    url             TEXT,
    authors         TEXT    NOT NULL,
    source          TEXT,
    published       TEXT,
    modified        TEXT,
    language        TEXT,
    syndicated_from TEXT,
    is_truncated    INTEGER NOT NULL,
    extractor       TEXT    NOT NULL,
    document        INTEGER REFERENCES documents (key),
    passages        BLOB    NOT NULL,
    text            TEXT    NOT NULL,
    UNIQUE (article, version)
);
CREATE INDEX versions_by_document ON versions (document) WHERE document IS NOT NULL;

-- Bytes as fetched, compressed; kept while a version names them.
CREATE TABLE documents (
    key          INTEGER NOT NULL PRIMARY KEY,
    sha256       TEXT    NOT NULL UNIQUE,
    url          TEXT,
    content_type TEXT,
    fetched_at   TEXT    NOT NULL,
    compressed   BLOB    NOT NULL
);

CREATE TABLE answers (
    id       BLOB    NOT NULL PRIMARY KEY,
    archive  INTEGER NOT NULL REFERENCES archives (key),
    saved_at TEXT    NOT NULL,
    json     TEXT    NOT NULL
);

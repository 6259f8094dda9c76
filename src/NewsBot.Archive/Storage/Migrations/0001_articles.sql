CREATE TABLE archives (
    name       TEXT NOT NULL PRIMARY KEY,
    created_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (
    id              BLOB    NOT NULL PRIMARY KEY,
    archive         TEXT    NOT NULL REFERENCES archives (name),
    external_id     TEXT,
    current_version INTEGER NOT NULL
);
CREATE UNIQUE INDEX articles_by_external_id ON articles (archive, external_id) WHERE external_id IS NOT NULL;

CREATE TABLE versions (
    sequence     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article      BLOB    NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    archive      TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    stored_at    TEXT    NOT NULL,
    content_hash TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    url          TEXT,
    source       TEXT,
    published    TEXT,
    metadata     TEXT    NOT NULL,
    UNIQUE (article, version)
);
CREATE INDEX versions_by_archive ON versions (archive, sequence);

CREATE TABLE passages (
    article    BLOB    NOT NULL,
    version    INTEGER NOT NULL,
    ordinal    INTEGER NOT NULL,
    start      INTEGER NOT NULL,
    "end"      INTEGER NOT NULL,
    PRIMARY KEY (article, version, ordinal),
    FOREIGN KEY (article, version) REFERENCES versions (article, version) ON DELETE CASCADE
) WITHOUT ROWID;

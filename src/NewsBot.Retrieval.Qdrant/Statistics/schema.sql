CREATE TABLE IF NOT EXISTS archives (
    key            INTEGER NOT NULL PRIMARY KEY,
    name           TEXT    NOT NULL UNIQUE,
    incarnation    TEXT    NOT NULL,
    position       INTEGER NOT NULL,
    articles       INTEGER NOT NULL,
    total_length   INTEGER NOT NULL,
    average_length REAL    NOT NULL
);

-- What the index holds of an article: its version, its weighted length, the hashes of its terms (ascending, as differences of variable length).
CREATE TABLE IF NOT EXISTS articles (
    archive INTEGER NOT NULL REFERENCES archives (key),
    id      BLOB    NOT NULL,
    version INTEGER NOT NULL,
    length  INTEGER NOT NULL,
    terms   BLOB    NOT NULL,
    PRIMARY KEY (archive, id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS term_counts (
    archive  INTEGER NOT NULL REFERENCES archives (key),
    term     INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (archive, term)
) WITHOUT ROWID;

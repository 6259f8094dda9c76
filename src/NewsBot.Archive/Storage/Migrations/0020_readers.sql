-- What readers of chat servers said of answers, what they asked in vain, and what administrators did there.
CREATE TABLE feedback (
    key      INTEGER NOT NULL PRIMARY KEY,
    at       TEXT    NOT NULL,
    archive  TEXT    NOT NULL,
    answer   BLOB    NOT NULL,
    guild    TEXT    NOT NULL,
    user     TEXT    NOT NULL,
    question TEXT    NOT NULL,
    is_good  INTEGER NOT NULL,
    kind     TEXT,
    comment  TEXT,
    UNIQUE (answer, user)
);
CREATE INDEX feedback_by_user ON feedback (user);

CREATE TABLE gaps (
    key      INTEGER NOT NULL PRIMARY KEY,
    at       TEXT    NOT NULL,
    archive  TEXT    NOT NULL,
    guild    TEXT    NOT NULL,
    user     TEXT    NOT NULL,
    question TEXT    NOT NULL
);
CREATE INDEX gaps_by_user ON gaps (user);

CREATE TABLE audit (
    key    INTEGER NOT NULL PRIMARY KEY,
    at     TEXT    NOT NULL,
    guild  TEXT    NOT NULL,
    user   TEXT    NOT NULL,
    action TEXT    NOT NULL,
    detail TEXT    NOT NULL
);
CREATE INDEX audit_by_guild ON audit (guild, key);

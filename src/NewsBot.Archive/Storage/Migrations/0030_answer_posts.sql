-- Which articles a kept answer cites, so that a change of one finds its answers without reading them all.
CREATE TABLE answer_sources (
    article BLOB    NOT NULL,
    answer  BLOB    NOT NULL,
    archive INTEGER NOT NULL REFERENCES archives (key),
    PRIMARY KEY (article, answer)
) WITHOUT ROWID;

-- Where answers were posted, how each stands, and what its readers were last told. No words of the answer: a post outlives an answer
-- that went with a withdrawn article, or nobody could mark it there.
CREATE TABLE answer_posts (
    answer    BLOB    NOT NULL,
    place     TEXT    NOT NULL,
    archive   INTEGER NOT NULL REFERENCES archives (key),
    posted_at TEXT    NOT NULL,
    standing  TEXT    NOT NULL DEFAULT 'stands',
    reason    TEXT    NOT NULL DEFAULT '',
    told      TEXT    NOT NULL DEFAULT 'stands',
    PRIMARY KEY (answer, place)
) WITHOUT ROWID;

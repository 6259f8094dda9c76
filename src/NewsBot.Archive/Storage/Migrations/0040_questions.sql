-- What was asked and what became of it; the words only where the pages, the API or tools asked them.
CREATE TABLE questions (
    key          INTEGER NOT NULL PRIMARY KEY,
    at           TEXT    NOT NULL,
    archive      TEXT    NOT NULL,
    place        TEXT    NOT NULL,
    question     TEXT    NOT NULL,
    outcome      TEXT    NOT NULL,
    milliseconds INTEGER NOT NULL,
    tokens_in    INTEGER NOT NULL,
    tokens_out   INTEGER NOT NULL,
    answer       BLOB
);
CREATE INDEX questions_by_time ON questions (at);

-- How many sentences had which verdict, by day: of answers, and of texts that were checked.
CREATE TABLE verdicts (
    day     TEXT    NOT NULL,
    origin  TEXT    NOT NULL,
    verdict TEXT    NOT NULL,
    number  INTEGER NOT NULL,
    PRIMARY KEY (day, origin, verdict)
) WITHOUT ROWID;

-- Answers that the administrator lists under the articles that they cite.
CREATE TABLE listed_answers (
    article BLOB NOT NULL,
    answer  BLOB NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    PRIMARY KEY (article, answer)
) WITHOUT ROWID;
CREATE INDEX listed_by_answer ON listed_answers (answer);

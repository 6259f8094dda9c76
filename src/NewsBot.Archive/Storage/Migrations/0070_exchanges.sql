-- Which message of a chat server answers which question, so that a reply finds what it follows up on and an answer goes with its question.
-- No words: those are kept with the answer.
CREATE TABLE exchanges (
    message  TEXT NOT NULL PRIMARY KEY,
    channel  TEXT NOT NULL,
    question TEXT,
    guild    TEXT NOT NULL,
    user     TEXT NOT NULL,
    archive  TEXT NOT NULL,
    answer   BLOB NOT NULL,
    at       TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX exchanges_by_question ON exchanges (question) WHERE question IS NOT NULL;
CREATE INDEX exchanges_by_channel ON exchanges (channel, at);
CREATE INDEX exchanges_by_user ON exchanges (user);

-- What a language model read and wrote on a day (UTC), for each who pays: "archive NAME", "guild ID", "key ID" … Of days that are over only the
-- archives' rows are kept.
CREATE TABLE model_tokens (
    day        TEXT    NOT NULL,
    payer      TEXT    NOT NULL,
    tokens_in  INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    PRIMARY KEY (day, payer)
) WITHOUT ROWID;

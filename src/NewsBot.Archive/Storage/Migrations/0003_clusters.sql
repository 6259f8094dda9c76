ALTER TABLE articles ADD COLUMN is_reissue INTEGER NOT NULL DEFAULT 0;

-- Keys under which articles with nearly the same text find each other.
CREATE TABLE story_bands (
    band    INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    PRIMARY KEY (band, article)
) WITHOUT ROWID;

-- Pairs that were compared and are the same story text; clusters are what these connect.
CREATE TABLE story_pairs (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    other   INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    PRIMARY KEY (article, other)
) WITHOUT ROWID;

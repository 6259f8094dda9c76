-- The keys and the sketch of each article, in the order of the articles. A new article's keys wait here, and many go into story_bands at once: their order is
-- random, and putting few in at a time would write most pages of that table anew each time.
CREATE TABLE story_keys (
    article    INTEGER NOT NULL PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    bands      BLOB    NOT NULL,
    sketch     BLOB,
    is_waiting INTEGER NOT NULL
);
CREATE INDEX story_keys_waiting ON story_keys (article) WHERE is_waiting = 1;
INSERT INTO story_keys (article, bands, is_waiting)
SELECT article, unhex(group_concat(printf('%016x', band), '')), 0 FROM story_bands GROUP BY article;

-- A cluster's smallest identity and its latest re-issue are looked up, however many members it has.
DROP INDEX articles_by_cluster;
CREATE INDEX articles_by_cluster ON articles (cluster, id) WHERE cluster IS NOT NULL;
CREATE INDEX articles_reissued ON articles (cluster, published_at, id) WHERE cluster IS NOT NULL AND is_reissue = 1;

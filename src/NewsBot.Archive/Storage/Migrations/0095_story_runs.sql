-- The keys under which stories find each other, in sorted runs of blocks: a run is written once, from front to back, where a table of rows in random order
-- was written anew with every batch. A filter tells for nearly every key that a run lacks it.
CREATE TABLE story_runs (
    run    INTEGER NOT NULL PRIMARY KEY,
    level  INTEGER NOT NULL,
    filter BLOB    NOT NULL,
    firsts BLOB    NOT NULL
);
CREATE TABLE story_blocks (
    key  INTEGER NOT NULL PRIMARY KEY,
    keys BLOB    NOT NULL
);
DROP TABLE story_bands;
UPDATE story_keys SET is_waiting = 1;

-- An identity is made of the external id, so the index of identities finds it too.
DROP INDEX articles_by_external_id;

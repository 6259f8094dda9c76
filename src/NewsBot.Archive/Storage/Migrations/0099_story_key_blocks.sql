-- The keys and sketches of articles that follow each other lie together in blocks of a page: a row for each was a third of what keeping them costs.
CREATE TABLE story_key_blocks (
    first   INTEGER NOT NULL PRIMARY KEY,
    entries BLOB    NOT NULL
);
-- Articles that wait although they are not above the last one in the runs, since they were compared again.
CREATE TABLE story_keys_marked (
    article INTEGER NOT NULL PRIMARY KEY
);
-- Words are hashed in another way, and a sketch tells how long its text is: all keys and sketches are made anew from the texts when the archive is first opened for
-- writing.
CREATE TABLE story_keys_due (
    article INTEGER NOT NULL PRIMARY KEY
);
INSERT INTO story_keys_due SELECT article FROM story_keys;
DROP TABLE story_keys;
DELETE FROM story_blocks;
DELETE FROM story_runs;

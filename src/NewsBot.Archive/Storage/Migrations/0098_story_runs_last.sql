-- Articles are mostly numbered upwards, so which keys wait is told by the last article in the runs: a mark at each key was set once and taken away once.
-- Only an article that is not above that one and is compared again is marked from now on.
ALTER TABLE story_runs ADD COLUMN last INTEGER NOT NULL DEFAULT 0;

-- The filters tell the time of a story too, so all runs are made anew from the keys, which all wait for it.
DELETE FROM story_blocks;
DELETE FROM story_runs;
UPDATE story_keys SET is_waiting = 0 WHERE is_waiting = 1;

-- Lines that recur on the pages of a site and are no article's text, frozen when they were learned: no text depends on what was ingested since.
-- A list that was cleared keeps its row, so that a revision never names two lists.
CREATE TABLE boilerplate (
    archive   INTEGER NOT NULL REFERENCES archives (key),
    site      TEXT    NOT NULL,
    revision  INTEGER NOT NULL,
    frozen_at TEXT    NOT NULL,
    lines     TEXT    NOT NULL,
    PRIMARY KEY (archive, site)
) WITHOUT ROWID;

-- The few removed articles are asked for whenever an index catches up, since what else is derived from them has to go too.
CREATE INDEX articles_removed ON articles (archive, sequence) WHERE removed_at IS NOT NULL;

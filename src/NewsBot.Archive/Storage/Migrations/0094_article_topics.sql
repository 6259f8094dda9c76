-- Where a publication files an article, and what it says of the author beside the text.
ALTER TABLE versions ADD COLUMN section TEXT;
ALTER TABLE versions ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE versions ADD COLUMN author_note TEXT;

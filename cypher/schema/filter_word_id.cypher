// Muted words are merged by id; MERGE is safe under concurrency only with a constraint.
CREATE CONSTRAINT filter_word_id IF NOT EXISTS FOR (w:FilterWord) REQUIRE w.id IS UNIQUE

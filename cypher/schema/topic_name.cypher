// MERGE of a topic is safe under concurrency only with a constraint.
CREATE CONSTRAINT topic_name IF NOT EXISTS FOR (t:Topic) REQUIRE t.name IS UNIQUE

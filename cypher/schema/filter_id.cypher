// A filter that is sent twice is created once: MERGE is safe under concurrency only with a constraint.
CREATE CONSTRAINT filter_id IF NOT EXISTS FOR (f:Filter) REQUIRE f.id IS UNIQUE

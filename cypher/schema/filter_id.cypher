// A filter sent twice is made once: MERGE is exact under concurrency only with a constraint.
CREATE CONSTRAINT filter_id IF NOT EXISTS FOR (f:Filter) REQUIRE f.id IS UNIQUE

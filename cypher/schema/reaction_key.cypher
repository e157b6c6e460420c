// The reactions of one emoji to one bark meet in one node, also when two are the first at once.
CREATE CONSTRAINT reaction_key IF NOT EXISTS FOR (r:Reaction) REQUIRE r.key IS UNIQUE

// One node per emoji and bark, also when two people react first at once.
CREATE CONSTRAINT reaction_key IF NOT EXISTS FOR (r:Reaction) REQUIRE r.key IS UNIQUE

// A draft is its writer's alone: its key is "<person's id> <draft's id>", so nobody meets another's.
CREATE CONSTRAINT draft_key IF NOT EXISTS FOR (d:Draft) REQUIRE d.key IS UNIQUE

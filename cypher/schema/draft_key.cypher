// A draft is private: its key is "<person's id> <draft's id>", so the same id of another person is another draft.
CREATE CONSTRAINT draft_key IF NOT EXISTS FOR (d:Draft) REQUIRE d.key IS UNIQUE

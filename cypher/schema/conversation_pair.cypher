// Two accounts have one direct conversation, also when both begin it at once; an account has one of its own.
CREATE CONSTRAINT conversation_pair IF NOT EXISTS FOR (c:Conversation) REQUIRE c.pair IS UNIQUE

// Each number of a conversation's log is used once, and a device reads from where it stopped.
CREATE CONSTRAINT envelope_number IF NOT EXISTS FOR (e:Envelope) REQUIRE (e.conversationId, e.number) IS UNIQUE

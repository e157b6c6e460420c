// One sharing a person, also when two devices begin at once; whoever changes it locks it.
CREATE CONSTRAINT sharing_person IF NOT EXISTS FOR (h:Sharing) REQUIRE h.personId IS UNIQUE

// One sharing state per person, also when two devices start at once; changes lock it.
CREATE CONSTRAINT sharing_person IF NOT EXISTS FOR (h:Sharing) REQUIRE h.personId IS UNIQUE

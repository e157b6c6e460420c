// How far a person has read a list is one fact, also when two devices say it at once.
CREATE CONSTRAINT marker_key IF NOT EXISTS FOR (m:Marker) REQUIRE m.key IS UNIQUE

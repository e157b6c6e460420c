// What handles look like, asked when somebody chooses one. Those that looked alike before it was asked may stay.
CREATE INDEX person_look IF NOT EXISTS FOR (p:Person) ON (p.lookKey)

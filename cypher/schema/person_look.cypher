// Look-alike handles, checked when somebody chooses one. Those from before the check may stay.
CREATE INDEX person_look IF NOT EXISTS FOR (p:Person) ON (p.lookKey)

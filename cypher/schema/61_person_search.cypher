// People are found by words of their handle, name and bio, by their beginnings and with slips of the pen.
CREATE FULLTEXT INDEX person_search IF NOT EXISTS FOR (p:Person) ON EACH [p.handle, p.name, p.bio]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } }

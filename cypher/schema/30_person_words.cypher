// People are found by the beginnings of words in their handle and name; é is found by e.
CREATE FULLTEXT INDEX person_words IF NOT EXISTS FOR (p:Person) ON EACH [p.handle, p.name]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } }

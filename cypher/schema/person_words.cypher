// People are searched by words of their handle, name and bio as lib/text folds them, by prefix and with typos.
CREATE FULLTEXT INDEX person_words IF NOT EXISTS FOR (p:Person) ON EACH [p.handleKey, p.nameWords, p.bioWords]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } }

// Barks are found by their words as lib/text folds them, so the index only splits at blanks. With the ids a search stays
// within one author and a span of time inside the index. Filled right after a commit, not in it: that would take 4 ms of
// every bark, and people search later than the 30 ms that this takes.
CREATE FULLTEXT INDEX bark_words IF NOT EXISTS FOR (b:Bark) ON EACH [b.words, b.id, b.authorId]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: true } }

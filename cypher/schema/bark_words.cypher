// Barks are searched by their words as lib/text folds them, so the index only splits at spaces. The ids keep a search
// within one author and a range of time inside the index. Updated right after a commit, not in it: that would take 4 ms
// of every bark, and nobody searches within the 30 ms that this takes.
CREATE FULLTEXT INDEX bark_words IF NOT EXISTS FOR (b:Bark) ON EACH [b.words, b.id, b.authorId]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: true } }

// The index before bark_words, which kept words as Lucene folds them.
DROP INDEX bark_search IF EXISTS

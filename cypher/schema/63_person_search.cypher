// The index before person_words.
DROP INDEX person_search IF EXISTS

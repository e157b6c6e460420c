// The full-text indexes before words were folded by lib/text.
DROP INDEX bark_search IF EXISTS
;
DROP INDEX person_search IF EXISTS

// Without bios; person_search took its place. An index that nothing reads costs every write.
DROP INDEX person_words IF EXISTS

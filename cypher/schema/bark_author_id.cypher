// Profiles and rebuilt timelines read an author's newest barks in the order of this index, however
// many thousands there are; expanding BARKED would read all of them.
CREATE INDEX bark_author_id IF NOT EXISTS FOR (b:Bark) ON (b.authorId, b.id)

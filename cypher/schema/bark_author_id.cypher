// A profile and a rebuilt timeline read the newest of one author in order of the index,
// however many thousand barks the author has; expanding BARKED would read them all.
CREATE INDEX bark_author_id IF NOT EXISTS FOR (b:Bark) ON (b.authorId, b.id)

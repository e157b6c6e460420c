// Barks are hydrated by id in batches, and the public timeline walks this index backwards.
CREATE CONSTRAINT bark_id IF NOT EXISTS FOR (b:Bark) REQUIRE b.id IS UNIQUE

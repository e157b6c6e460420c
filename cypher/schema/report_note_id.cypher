// A repeated write adds no second note.
CREATE CONSTRAINT report_note_id IF NOT EXISTS FOR (n:ReportNote) REQUIRE n.id IS UNIQUE

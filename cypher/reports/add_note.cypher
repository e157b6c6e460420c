// Adds a note of staff for staff to a report, with an entry in the log. $id, $note {id, at, by, text} → id
// index report_id, report_note_id, staff_act_id
MATCH (r:Report {id: $id})
MERGE (n:ReportNote {id: $note.id})
  ON CREATE SET n += $note
MERGE (r)-[:HAS_NOTE]->(n)
// include staff/_log
RETURN r.id AS id

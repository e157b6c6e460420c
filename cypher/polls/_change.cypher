// Changes the poll of a bark `b` as `poll` {ends, hideTotals, endsAt} says, and gives it `asked` (see polls/_ask), at $at
// (Unix ms). A poll that has ended is not opened again, and totals that are hidden stay so until its end.
CALL (b, poll) { WITH b, poll WHERE poll.ends
  MATCH (b)-[asks:ASKS]->(q:Poll)<-[own:POLLS]-() DELETE asks, own REMOVE q:OpenPoll }
CALL (b, poll) { WITH b, poll WHERE poll.endsAt IS NOT NULL
  MATCH (b)-[:ASKS]->(q:Poll) WHERE q.endsAt > $at
  SET q:OpenPoll, q.hideTotals = q.hideTotals OR poll.hideTotals, q.endsAt = poll.endsAt }
MATCH (p:Person {id: b.authorId})
// include polls/_ask

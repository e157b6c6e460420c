// Changes the poll of a bark `b` as `poll` {ends, hideTotals, endsAt} says, and gives it `asked` (see polls/_ask).
CALL (b, poll) { WITH b, poll WHERE poll.ends
  MATCH (b)-[asks:ASKS]->(q:Poll)<-[own:POLLS]-() DELETE asks, own REMOVE q:OpenPoll }
CALL (b, poll) { WITH b, poll WHERE poll.endsAt IS NOT NULL
  MATCH (b)-[:ASKS]->(q:Poll) SET q:OpenPoll, q.hideTotals = poll.hideTotals, q.endsAt = poll.endsAt }
MATCH (p:Person {id: b.authorId})
// include polls/_ask

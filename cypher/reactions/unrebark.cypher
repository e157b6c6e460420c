// Undoes a rebark. $pair ("person bark"), $viewerId, $id, $at, $outboxId → 1 row with the rebark's id if there
// was one · index rebark_pair
MATCH (r:Rebark {pair: $pair})
WITH r, r.id AS undoes
DETACH DELETE r
CREATE (:Outbox:Pending {id: $outboxId, kind: 'unrebark', actorId: $viewerId, subjectId: $id, at: $at, undoes: undoes})
RETURN undoes

// A bark or rebark in the outbox that may not have been delivered: pending or, if Redis may have lost it ($again),
// recently delivered. $id, $again → at most 1 row · index outbox_id
MATCH (o:Outbox {id: $id})
WHERE o.kind IN ['bark', 'rebark'] AND (o:Pending OR $again AND o:Done)
RETURN o.id AS outboxId, o.kind AS kind, o.actorId AS actorId, o.subjectId AS subjectId, o.of AS of, o.after AS after

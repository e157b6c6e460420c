// Deletes up to $limit private nodes of a person who is purged: credentials, sessions, drafts, filters, lists, packs,
// invitations, settings, markers, measures, and reports about them. $personId, $limit → how many · index deletion_pending_id
MATCH (l:DeletionPending {id: $personId})
      -[:HAS|HOLDS|SIGNED_IN|HAS_PASSKEY|GRANTED|WROTE|SCHEDULED|FILTERS|SET|READ_TO|ABOUT|SHARES|HAS_SPOT|OWNS_LIST|MADE_PACK|MADE_INVITATION|RECEIVED]-(own)
WITH own LIMIT $limit
CALL (own) { MATCH (own)-[:MATCHES|PUSHES|HAS_NOTE]->(part:FilterWord|PushSubscription|ReportNote) DETACH DELETE part }
DETACH DELETE own
RETURN count(*) AS count

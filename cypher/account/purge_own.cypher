// Deletes up to $limit private nodes of a person who is purged: credentials, sessions, drafts, filters, lists, packs,
// invitations, imports, settings, markers, measures, and reports about them. $personId, $limit → how many · index deletion_pending_id
MATCH (l:DeletionPending {id: $personId})
      -[:HAS|HOLDS|SIGNED_IN|HAS_PASSKEY|GRANTED|WROTE|SCHEDULED|FILTERS|SET|READ_TO|ABOUT|SHARES|HAS_SPOT|OWNS_LIST|MADE_PACK|MADE_INVITATION|MADE_IMPORT|RECEIVED]-(own)
WITH own LIMIT $limit
CALL (own) { MATCH (own)-[:MATCHES|PUSHES|HAS_NOTE|HAS_PART]->(part:FilterWord|PushSubscription|ReportNote|ImportPart) DETACH DELETE part }
DETACH DELETE own
RETURN count(*) AS count

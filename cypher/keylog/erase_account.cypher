// Erases the accounts of a person who is purged: their chains, devices, and the openings of what the key log says of them,
// which nobody can tell from then on. The handle becomes nobody's. $personId, $release {id, seq, value, opening} → count
// index key_account_person, log_update_account
MATCH (a:KeyAccount {personId: $personId})
FOREACH (_ IN CASE WHEN a.holderId IS NULL THEN [] ELSE [1] END |
  MERGE (u:LogUpdate {id: $release.id})
  SET u:Unsequenced, u += $release, u.label = 'handle:' + a.handleKey)
WITH a
CALL (a) {
  MATCH (u:LogUpdate {accountId: a.id}) WHERE u.position IS NULL
  DETACH DELETE u }
CALL (a) {
  MATCH (u:LogUpdate {accountId: a.id}) WHERE u.position >= 0
  SET u = {id: u.id, index: u.index, version: u.version, position: u.position} }
CALL (a) { MATCH (a)-[:HAS_ENTRY|HAS_DEVICE|HAD_DEVICE]->(part) DETACH DELETE part }
DETACH DELETE a
RETURN count(*) AS count

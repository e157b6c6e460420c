// Names a device of a person, and binds it to the session or token that asks; no other device is bound to that one.
// $personId, $deviceId, $name, $credential, $at → id; no row if it is no active device · index person_id
MATCH (:Person {id: $personId})-[:HAS_KEYS]->(a:KeyAccount)-[:HAS_DEVICE]->(d:KeyDevice)
WHERE d.id = $deviceId
SET d.name = $name, d.credential = $credential, d.lastAt = $at
WITH a, d
CALL (a, d) {
  MATCH (a)-[:HAS_DEVICE]->(other:KeyDevice)
  WHERE other.credential = $credential AND other <> d
  REMOVE other.credential }
RETURN d.id AS id

// Creates people in the demo town's one transaction, without a Credential: nobody can sign in as them.
// $rows (properties of a Person) → 1 row with their number · constraints person_id, person_handle
UNWIND $rows AS row
CREATE (p:Person)
SET p = row
RETURN count(p) AS made

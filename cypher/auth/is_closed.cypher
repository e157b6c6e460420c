// Whether staff closed the account of a person, who cannot sign in then. $personId → 0..1 rows
// index person_id, suspended_id, deletion_pending_id
WITH { id: $personId } AS row
// include people/_anybody
RETURN coalesce(p.suspendedAt, p.disabledAt) IS NOT NULL AS closed

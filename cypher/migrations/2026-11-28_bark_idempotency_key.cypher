// Barks: the property once becomes idempotencyKey.
MATCH (b:Bark) WHERE b.once IS NOT NULL
CALL (b) { SET b.idempotencyKey = b.once REMOVE b.once } IN TRANSACTIONS OF 1000 ROWS
;
DROP CONSTRAINT bark_once IF EXISTS

// People who asked to be deleted: the label Leaver becomes DeletionPending.
MATCH (l:Leaver)
CALL (l) { SET l:DeletionPending REMOVE l:Leaver } IN TRANSACTIONS OF 1000 ROWS
;
DROP CONSTRAINT leaver_handle IF EXISTS
;
DROP CONSTRAINT leaver_id IF EXISTS
;
DROP INDEX leaver_leaves_at IF EXISTS

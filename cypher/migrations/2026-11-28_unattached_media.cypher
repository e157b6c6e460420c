// Pictures that nothing shows: the label Loose becomes Unattached.
MATCH (m:Loose)
CALL (m) { SET m:Unattached REMOVE m:Loose } IN TRANSACTIONS OF 1000 ROWS
;
DROP INDEX loose_until IF EXISTS

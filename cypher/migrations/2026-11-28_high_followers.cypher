// People whose barks are merged into timelines when these are read: the label Hub becomes HighFollower.
MATCH (p:Hub)
CALL (p) { SET p:HighFollower REMOVE p:Hub } IN TRANSACTIONS OF 1000 ROWS

// Likes, reactions and rebarks name the author of the bark, so that an index has an author's newest.
MATCH (b:Bark)<-[l:LIKES]-() WHERE l.authorId IS NULL AND b.authorId IS NOT NULL
CALL (b, l) { SET l.authorId = b.authorId } IN TRANSACTIONS OF 1000 ROWS
;
MATCH (b:Bark)<-[:TO]-(:Reaction)<-[x:REACTED]-() WHERE x.authorId IS NULL AND b.authorId IS NOT NULL
CALL (b, x) { SET x.authorId = b.authorId } IN TRANSACTIONS OF 1000 ROWS
;
MATCH (b:Bark)<-[:OF]-(r:Rebark) WHERE r.ofAuthorId IS NULL AND b.authorId IS NOT NULL
CALL (b, r) { SET r.ofAuthorId = b.authorId } IN TRANSACTIONS OF 1000 ROWS

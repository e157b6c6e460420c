// Deletes cards that no bark links to and that are long out of date; cards that are still in use are checked again when
// they are next due. $before, $now (Unix ms), $limit → 1 row per deleted card · index link_card_checked
MATCH (c:LinkCard)
WHERE c.checkedAt < $before
WITH c LIMIT $limit
SET c.checkedAt = $now // locks: a bark that links to it at this moment comes before or after, never between
WITH c
WHERE NOT EXISTS { (c)<-[:LINKS]-() }
WITH c, c.picture AS picture
DELETE c
RETURN picture

// Of a circle (`p`, `ways`, `between`), and of its `total` people, those who can be on a page of `page` behind `before`
// ways: only their followers are counted, which takes long.
WITH first, near, friends, sampled, p, ways, between, before, page ORDER BY ways DESC
WHERE p:Person AND p.discoverable AND NOT p IN near
WITH first, friends, sampled, before, page, collect({p: p, ways: ways, between: between}) AS circle
WITH first, friends, sampled, size(circle) AS total, [one IN circle WHERE one.ways <= before] AS ahead, before, page
WITH first, friends, sampled, total, ahead, coalesce([one IN ahead WHERE one.ways < before][page - 1].ways, 0) AS least
UNWIND [one IN ahead WHERE one.ways >= least] AS one
WITH first, friends, sampled, total, one.p AS p, one.ways AS ways, one.between AS between
WITH first, friends, sampled, total, p, ways, between, COUNT { (p)<-[:FOLLOWS]-() } AS followers

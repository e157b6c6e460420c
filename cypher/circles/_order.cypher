// Of a circle (`p`, `ways`, `between`) with `total` people, the candidates for a page of size `page` after `before`
// ways; only their followers are counted, which is expensive.
WITH first, near, friends, sampled, p, ways, between, before, page ORDER BY ways DESC
WHERE p:Person AND p.discoverable AND NOT p IN near
WITH first, friends, sampled, before, page, collect({p: p, ways: ways, between: between}) AS circle
WITH first, friends, sampled, size(circle) AS total, [one IN circle WHERE one.ways <= before] AS ahead, before, page
WITH first, friends, sampled, total, ahead, coalesce([one IN ahead WHERE one.ways < before][page - 1].ways, 0) AS least
UNWIND [one IN ahead WHERE one.ways >= least] AS one
WITH first, friends, sampled, total, one.p AS p, one.ways AS ways, one.between AS between
WITH first, friends, sampled, total, p, ways, between, COUNT { (p)<-[:FOLLOWS]-() } AS followers

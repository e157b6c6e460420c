// The starter packs that others put a person into, latest first. $viewerId, $limit → PackRow · index person_id
MATCH (v:Person {id: $viewerId})
WITH v,
// include people/_across
AS across
MATCH (v)<-[i:INCLUDES]-(s:StarterPack)<-[:MADE_PACK]-(o:Person)
WHERE o <> v AND NOT o IN across
WITH s, o, across, i ORDER BY i.id DESC LIMIT $limit
RETURN
// include packs/_pack
AS pack

// Earlier versions of barks, with their texts and pictures. $keys [[id, number], …] → one row per version · index bark_id
UNWIND $keys AS key
MATCH (b:Bark {id: key[0]})-[:WAS]->(v:Version {n: toInteger(key[1])})
RETURN b.id AS id, v { .n, .text, .spoiler, .sensitive, .language } AS version,
       [(v)-[s:SHOWS]->(m:Media) |
// include media/_media
] AS media, head([(v)-[:ASKED]->(q:Poll) | { current: EXISTS { (v)<-[:WAS]-()-[:ASKS]->(q) }, row:
// include polls/_poll
}]) AS poll

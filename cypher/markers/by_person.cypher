// How far a person has read. $keys ("person list") → one row a list they have read in · index marker_key
UNWIND $keys AS key
MATCH (m:Marker {key: key})
RETURN m { .list, .lastReadId, .version, .at } AS marker

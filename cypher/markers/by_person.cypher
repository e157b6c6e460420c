// How far a person has read. $keys ("person list") → one row per list with a marker · index marker_key
UNWIND $keys AS key
MATCH (m:Marker {key: key})
RETURN m { .list, .lastReadId, .version, .at } AS marker

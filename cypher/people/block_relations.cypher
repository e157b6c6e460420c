// The people who mute or block some people, or are blocked by them. Takes what people/_block_relations needs.
// → one row per pair of such people · index person_id
// include people/_block_relations
RETURN relation

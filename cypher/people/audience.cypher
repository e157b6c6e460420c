// The recipients of a bark by somebody with few followers, and the mutes and blocks around those in it: what people/_followers
// and people/_block_relations find, and take → 1 row · index person_id
CALL () {
// include people/_followers
RETURN collect(follower) AS followers }
CALL (followers) {
// include people/_block_relations
RETURN collect(relation) AS relations }
RETURN followers, relations

// Whom a bark by somebody with few followers concerns: those followers, the mutes and blocks around the people in it, and
// whom to alert of it (nobody if there is no id): what people/_followers, people/_block_relations and notifications/_of_bark
// find, and take → 1 row · index person_id, bark_id
CALL () {
// include people/_followers
RETURN collect(follower) AS followers }
CALL (followers) {
// include people/_block_relations
RETURN collect(relation) AS relations }
CALL () {
// include notifications/_of_bark
RETURN collect(alert) AS alerts }
RETURN followers, relations, alerts

// All followers of a person with their settings: the recipients of a bark. Takes what people/_followers needs.
// → one row per follower · index person_id
// include people/_followers
RETURN follower

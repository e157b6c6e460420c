// Whom to alert of a bark, and why: what notifications/_of_bark finds, and takes → one row per person and kind · index bark_id
// include notifications/_of_bark
RETURN alert

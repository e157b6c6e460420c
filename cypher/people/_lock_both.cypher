// Locks two people in a fixed order, so that two concurrent changes between them cannot deadlock.
FOREACH (x IN CASE WHEN $viewerId < $personId THEN [v, p] ELSE [p, v] END | SET x.turn = true REMOVE x.turn)

// Locks two people in one order, whoever of them asks, so that two changes between them at once cannot block each other.
FOREACH (x IN CASE WHEN $viewerId < $personId THEN [v, p] ELSE [p, v] END | SET x.turn = true REMOVE x.turn)

// Ends what one kind of measure (`kind`) did to a person `p`. Nothing brings back deleted barks, or takes covers away.
CALL (p, kind) { MATCH (f:FormerHandle {key: p.handleKey}) WHERE kind = 'suspend' AND p:Suspended DETACH DELETE f }
FOREACH (_ IN CASE kind WHEN 'limit' THEN [1] ELSE [] END | REMOVE p:Limited)
FOREACH (_ IN CASE kind WHEN 'sensitive' THEN [1] ELSE [] END | REMOVE p.alwaysSensitive)
FOREACH (_ IN CASE kind WHEN 'disable' THEN [1] ELSE [] END | REMOVE p.disabledAt)
FOREACH (_ IN CASE WHEN kind = 'suspend' AND p:Suspended THEN [1] ELSE [] END | SET p:Person REMOVE p:Suspended)
FOREACH (_ IN CASE kind WHEN 'suspend' THEN [1] ELSE [] END | REMOVE p.suspendedAt)

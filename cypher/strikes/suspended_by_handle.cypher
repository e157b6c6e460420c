// The suspended person with a handle. $handleKey → 0..1 rows · index suspended_handle
MATCH (p:Suspended {handleKey: $handleKey})
RETURN p.id AS id

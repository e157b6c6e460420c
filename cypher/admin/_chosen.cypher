// Whether a person `p` is among those that a list of staff asks for. $status, $handle, $name, $email, $any, $role
($status = 'all' OR ($status = 'active' AND p.disabledAt IS NULL) OR ($status = 'disabled' AND p.disabledAt IS NOT NULL)
  OR ($status = 'silenced' AND p:Limited) OR ($status = 'sensitized' AND p.alwaysSensitive = true) OR $status = 'suspended')
AND ($role = 'all' OR (p:Staff AND ($role = 'staff' OR ($role = 'owner') = coalesce(p.owner, false))))
AND p.handleKey CONTAINS $handle AND toLower(p.name) CONTAINS $name
AND ($email = '' OR EXISTS { (p)-[:HAS]->(c:Credential) WHERE c.emailKey CONTAINS $email })
AND ($any = '' OR p.handleKey CONTAINS $any OR toLower(p.name) CONTAINS $any
  OR EXISTS { (p)-[:HAS]->(c:Credential) WHERE c.emailKey CONTAINS $any })

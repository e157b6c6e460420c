// The people who are limited now. → one row each · label Limited
MATCH (p:Limited) WHERE p:Person
RETURN p.id AS id

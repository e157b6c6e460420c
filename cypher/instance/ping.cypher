// Whether the database answers. → 1 row
RETURN 1 AS one

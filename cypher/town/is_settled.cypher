// Whether there are people already; then the demo town is not created. → 1 row
RETURN EXISTS { MATCH (:Person) } AS settled

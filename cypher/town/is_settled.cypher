// Whether anybody lives here already; then the demo town is not built. → 1 row
RETURN EXISTS { MATCH (:Person) } AS settled

// Whether the constraint exists that guarantees one holder per lease: at the very first start it is created a little
// after the processes have started. → 1 row if it does
SHOW CONSTRAINTS YIELD name
WHERE name = 'lease_name'
RETURN name

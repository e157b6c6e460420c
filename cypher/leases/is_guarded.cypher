// Whether the constraint is there without which two could take one lease: at the very first start it comes a little
// later than the processes. → 1 row if it is
SHOW CONSTRAINTS YIELD name
WHERE name = 'lease_name'
RETURN name

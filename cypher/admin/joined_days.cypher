// How many people joined on each of some days: day n has the ids from $bounds[n] to the next one, without it.
// → one row {day, count} for each · index person_id
UNWIND range(0, size($bounds) - 2) AS day
RETURN day, COUNT { MATCH (p:Person) WHERE p.id >= $bounds[day] AND p.id < $bounds[day + 1] } AS count

// How many reports that are not about a member of the staff ($viewerId) were filed on each of some days: day n has the ids
// from $bounds[n] to the next one, without it. → one row {day, count} for each · index report_id
UNWIND range(0, size($bounds) - 2) AS day
RETURN day, COUNT {
  MATCH (r:Report) WHERE r.id >= $bounds[day] AND r.id < $bounds[day + 1]
    AND NOT EXISTS { (r)-[:ABOUT]->({id: $viewerId}) }
} AS count

// How many reports that are not about a member of the staff ($viewerId) were resolved on each of some days: day n lasts from
// $times[n] (Unix ms) to the next one, without it. → one row {day, count} for each · index report_resolved_at
UNWIND range(0, size($times) - 2) AS day
RETURN day, COUNT {
  MATCH (r:Report) WHERE r.resolvedAt >= $times[day] AND r.resolvedAt < $times[day + 1]
    AND NOT EXISTS { (r)-[:ABOUT]->({id: $viewerId}) }
} AS count

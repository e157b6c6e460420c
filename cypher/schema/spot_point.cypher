// Who is near is asked as "within a radius", which this index answers; it has no order by distance.
CREATE POINT INDEX spot_point IF NOT EXISTS FOR (s:Spot) ON (s.point)

// Nearby people are queried within a radius, which this index supports; it has no order by distance.
CREATE POINT INDEX spot_point IF NOT EXISTS FOR (s:Spot) ON (s.point)

// One rebark per person and bark, also when two are made at once; the viewer's own is found with one seek.
CREATE CONSTRAINT rebark_pair IF NOT EXISTS FOR (r:Rebark) REQUIRE r.pair IS UNIQUE

// One rebark a person and bark, also when two are made at once; whether the viewer made one is one seek.
CREATE CONSTRAINT rebark_pair IF NOT EXISTS FOR (r:Rebark) REQUIRE r.pair IS UNIQUE

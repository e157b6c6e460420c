// A KeyPackage is stored once: its reference is its hash.
CREATE CONSTRAINT key_package_ref IF NOT EXISTS FOR (k:KeyPackage) REQUIRE k.ref IS UNIQUE

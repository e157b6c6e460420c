// KeyPackages whose lifetime is over, for the worker that deletes them.
CREATE INDEX key_package_until IF NOT EXISTS FOR (k:KeyPackage) ON (k.until)

// Stores the settings of the town if nobody has changed them since they had $version. No row: somebody has.
// $document (JSON), $version → the new version · index town_settings_name, staff_act_id
MERGE (s:TownSettings {name: 'town'})
// include leases/_lock s
WITH s WHERE coalesce(s.version, 0) = $version
SET s.document = $document, s.version = $version + 1
WITH s
// include staff/_log
RETURN s.version AS version

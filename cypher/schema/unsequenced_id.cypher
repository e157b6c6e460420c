// The updates that are not in the key log yet, in order.
CREATE INDEX unsequenced_id IF NOT EXISTS FOR (u:Unsequenced) ON (u.id)

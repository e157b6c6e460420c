// Adds an entry to the staff log, in the transaction of what was done. Nothing changes or removes entries. $entry (StaffAct)
MERGE (e:StaffAct {id: $entry.id})
  ON CREATE SET e += $entry

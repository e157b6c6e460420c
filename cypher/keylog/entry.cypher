// What an append is checked against: the person, the newest state of the account, and its chain entry with this number.
// $personId, $accountId, $seq → one row; a, e are null when missing · index person_id, key_account_id, key_entry_key
MATCH (p:Person {id: $personId})
OPTIONAL MATCH (a:KeyAccount {id: $accountId})
OPTIONAL MATCH (e:KeyEntry {key: $accountId + ' ' + toString($seq)})
RETURN p.handleKey AS handleKey, a.personId AS ownerId, a.handleKey AS loggedKey, a.seq AS newest, a.state AS state,
       e.entry AS entry

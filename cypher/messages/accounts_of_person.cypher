// All accounts of a person, closed ones too. $personId → ids · index key_account_person
MATCH (a:KeyAccount {personId: $personId})
RETURN a.id AS id

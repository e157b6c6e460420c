// Changes properties of a person's own list. $personId, $id, $changed → 1 row ListRow; none if they have no such list
// · index list_id
MATCH (l:List {id: $id})<-[:OWNS_LIST]-(:Person {id: $personId})
USING INDEX l:List(id)
SET l += $changed
RETURN
// include lists/_list
AS list

// Locks the node that the include names until the transaction ends: of two changes at once the second sees the first's.
SET it.turn = true REMOVE it.turn

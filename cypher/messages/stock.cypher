// How many envelopes wait, KeyPackages are in stock, and conversations there are, from the counts that the database keeps.
// → 1 row
RETURN COUNT { (:Envelope) } AS envelopes, COUNT { (:KeyPackage) } AS packages, COUNT { (:Conversation) } AS conversations

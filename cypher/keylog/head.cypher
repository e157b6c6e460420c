// The head of the key log: how far it is committed and signed. No row: it has no leaf yet. → row · index log_head_id
MATCH (h:LogHead {id: 'log'})
RETURN h.size AS size, h.root AS root, h.leaf AS leaf, h.at AS at, h.codeHash AS codeHash,
       h.signedSize AS signedSize, h.signedLeaf AS signedLeaf, h.note AS note, h.signedAt AS signedAt

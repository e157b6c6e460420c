-- Records that an author's barks and rebarks up to this one have been delivered.
-- KEYS: order of the author · ARGV: id
-- include _order
note_order(KEYS[1], 'all', ARGV[1])
note_order(KEYS[1], 'own', ARGV[1])

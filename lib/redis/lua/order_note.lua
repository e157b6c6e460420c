-- Records that an author's barks and rebarks up to this one were delivered.
-- ARGV: author, id, seconds
-- include _order
note_order(ARGV[1], 'all', ARGV[2], ARGV[3])
note_order(ARGV[1], 'own', ARGV[2], ARGV[3])

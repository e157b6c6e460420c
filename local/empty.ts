/** Replaces "server-only" in tests: without Next's bundler that package throws on import. */
export const empty = null;

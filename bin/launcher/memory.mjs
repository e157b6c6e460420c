import { totalmem } from "node:os";

/** Does this machine have so little memory that Neo4j must be limited? */
export const isSmall = totalmem() < 4 * 1024 ** 3;

/**
 * Neo4j's heap and page cache, in the notation of Java and Neo4j. Below 4 GB they are small, so that the build of the
 * pages has room beside them.
 */
export function neo4jMemory() {
  return isSmall
    ? { heapStart: "256m", heapMost: "512m", pageCache: "128m" }
    : { heapStart: "512m", heapMost: "1g", pageCache: "512m" };
}

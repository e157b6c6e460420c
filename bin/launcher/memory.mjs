import { totalmem } from "node:os";

/** Is this a machine with so little memory that everything must be modest? */
export const isSmall = totalmem() < 4 * 1024 ** 3;

/**
 * Neo4j's share of this machine: heap and page cache as Java and Neo4j write sizes. Below 4 GB it must be modest,
 * or the pages' build has no room beside it.
 */
export function neo4jMemory() {
  return isSmall
    ? { heapStart: "256m", heapMost: "512m", pageCache: "128m" }
    : { heapStart: "512m", heapMost: "1g", pageCache: "512m" };
}

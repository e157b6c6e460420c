export { read, readInChunks, write, isConflict, withIntegers, IdRow } from "@/lib/neo4j/run";
export { driver } from "@/lib/neo4j/driver";
export { cypher, isOfBothEnds } from "@/lib/neo4j/cypher";

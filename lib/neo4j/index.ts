export { read, readInChunks, write, isConflict, withIntegers, IdRow } from "@/lib/neo4j/run";
export { GROUPED, readTogether, writeTogether } from "@/lib/neo4j/together";
export { driver } from "@/lib/neo4j/driver";
export { cypher, grouped, hasPlain, isOfBothEnds } from "@/lib/neo4j/cypher";

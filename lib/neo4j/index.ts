export { read, readInChunks, isConflict, parameters, withIntegers, IdRow } from "@/lib/neo4j/run";
export { write } from "@/lib/neo4j/write";
export { pauseWrites, resumeWrites } from "@/lib/neo4j/pause";
export { GROUPED, readTogether, writeTogether } from "@/lib/neo4j/together";
export { driver } from "@/lib/neo4j/driver";
export { cypher, grouped, hasPlain, isOfBothEnds } from "@/lib/neo4j/cypher";

import { driver } from "@/lib/neo4j";
import { applySchema } from "@/lib/neo4j/schema";
import { foldWords } from "@/lib/neo4j/words";
import { noteLooks } from "@/lib/people/looks/writes";

// The step of a start that applies constraints and indexes, and completes what older versions did not write.
await applySchema();
await noteLooks();
await foldWords();
await driver().close();

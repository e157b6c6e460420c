import { driver } from "@/lib/neo4j";
import { applySchema } from "@/lib/neo4j/schema";
import { foldWords } from "@/lib/neo4j/words";
import { noteLooks } from "@/lib/people/looks/writes";

// Run at each start: applies constraints and indexes, and adds data that older versions did not write.
await applySchema();
await noteLooks();
await foldWords();
await driver().close();

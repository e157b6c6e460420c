import { driver } from "@/lib/neo4j/driver";
import { applySchema } from "@/lib/neo4j/schema";

// The step of a start that applies constraints and indexes.
await applySchema();
await driver().close();

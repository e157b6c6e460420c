import { driver } from "@/lib/neo4j";
import { life } from "@/local/town/life";

// Daily life in the demo town, until it is told to stop.
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());

await life(stopping.signal);
await driver().close();

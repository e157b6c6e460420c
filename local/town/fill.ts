import { z } from "zod";
import { driver, read } from "@/lib/neo4j";
import { localClock } from "@/local/town/clock";
import { makeTown, TOWN_SEED } from "@/local/town/people";
import { settle } from "@/local/town/settle";
import { townSize } from "@/local/town/size";

// The set-up task that creates the demo town, unless there are people already.
const Settled = z.object({ settled: z.boolean() });

const began = performance.now();
const [state] = await read("town/is_settled", {}, Settled);
console.log(state?.settled ? "The town is lived in." : await build());
await driver().close();

async function build(): Promise<string> {
  const town = makeTown(townSize(), TOWN_SEED, localClock());
  if (!(await settle(town))) return "The town is lived in.";
  const { people, follows, barks, likes } = town;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return `${people.length} people moved in, with ${follows.length} follows, ${barks.length} barks and ${likes.length} likes (${seconds} s).`;
}

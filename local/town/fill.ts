import { z } from "zod";
import { DEMO_HANDLE } from "@/lib/auth/demo";
import { driver, read } from "@/lib/neo4j";
import { localClock } from "@/local/town/clock";
import { makeTown, TOWN_SEED } from "@/local/town/people";
import { settle } from "@/local/town/settle";
import { townSize } from "@/local/town/size";

// The set-up task that creates the demo town, unless there are people already. Its last line tells bin/launcher/town.mjs
// whether a demo town lives here.
const Settled = z.object({ settled: z.boolean(), demo: z.boolean() });
const ask = async () => (await read("town/is_settled", { visitor: DEMO_HANDLE }, Settled))[0];

const began = performance.now();
if (!(await ask())?.settled) console.log(await build());
console.log((await ask())?.demo ? "town: demo" : "town: own");
await driver().close();

async function build(): Promise<string> {
  const town = makeTown(townSize(), TOWN_SEED, localClock());
  if (!(await settle(town))) return "The town is lived in.";
  const { people, follows, barks, likes } = town;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return `${people.length} people moved in, with ${follows.length} follows, ${barks.length} barks and ${likes.length} likes (${seconds} s).`;
}

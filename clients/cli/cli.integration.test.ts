import { afterAll, beforeAll } from "vitest";
import { isFull } from "@/testing/full";
import { realWorld } from "./testing/real";
import { describeBoth, describeMore } from "./testing/scenarios";

let world: Awaited<ReturnType<typeof realWorld>>;
beforeAll(async () => {
  world = await realWorld();
});
afterAll(() => world.end());

describeBoth(() => world);
// The server in memory shows the same in a second each.
if (isFull) describeMore(() => world);

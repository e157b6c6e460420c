import { afterAll, beforeAll } from "vitest";
import { describeBoth, describeMore } from "./testing/scenarios";
import { servedWorld, type ServedWorld } from "./testing/served";

let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld();
});
afterAll(() => world.end());

describeBoth(() => world);
describeMore(() => world);

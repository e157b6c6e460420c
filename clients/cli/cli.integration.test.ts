import { afterAll, beforeAll } from "vitest";
import { realWorld } from "./testing/real";
import { describeBoth } from "./testing/scenarios";

let world: Awaited<ReturnType<typeof realWorld>>;
beforeAll(async () => {
  world = await realWorld();
});
afterAll(() => world.end());

describeBoth(() => world);

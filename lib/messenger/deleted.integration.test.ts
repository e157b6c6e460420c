import { expect, it } from "vitest";
import { eraseKeys } from "@/lib/keylog/upkeep/writes";
import { purgeMessagesOf } from "@/lib/messages/upkeep/writes";
import { scan } from "@/lib/messenger/monitor";
import { alarmsOf, befriend, deviceOf, devicesIn } from "@/testing/attacked";
import { enrolledPocket, useKeyLog } from "@/testing/messengers";
import { settleAll, textsOf } from "@/testing/pockets";

useKeyLog();

it("somebody who deletes their account leaves groups that go on, and no alarm", async () => {
  const [fern, otter, maple] = [await enrolledPocket(), await enrolledPocket(), await enrolledPocket()];
  await befriend(fern, otter, maple);
  const direct = await fern.running.messenger.create([otter.person.id], null);
  const group = await fern.running.messenger.create([otter.person.id, maple.person.id], "Pond");
  await settleAll(fern, otter, maple);
  const gone = deviceOf(otter);
  await purgeMessagesOf(otter.person.id);
  await eraseKeys(otter.person.id);
  for (const pocket of [fern, maple]) {
    pocket.ahead = 61_000;
    await scan(pocket.running.engine);
  }
  await fern.running.messenger.send(group, { text: "Otter is gone" });
  await fern.running.messenger.send(direct, { text: "Are you there?" });
  await settleAll(fern, maple);
  expect(await textsOf(maple, group)).toEqual(["Otter is gone"]);
  for (const pocket of [fern, maple]) {
    expect(await alarmsOf(pocket)).toEqual([]);
    expect(await devicesIn(pocket, group)).not.toContain(gone);
  }
  const { messages } = await fern.running.messenger.messages(direct, { limit: 1 });
  expect(messages).toMatchObject([{ status: "failed" }]);
});

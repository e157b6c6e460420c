import { describe, expect, it } from "vitest";
import { z } from "zod";
import { changeHandle } from "@/lib/account/writes";
import { identityOfToken } from "@/lib/auth/reads";
import { toHex } from "@/lib/bytes/encoding";
import { endRemovedDevices, eraseKeys, logRenames, type RemovedDevice } from "@/lib/keylog/upkeep/writes";
import { appendEntry } from "@/lib/keylog/writes";
import { accountLabel, handleLabel } from "@/lib/transparency/leaves";
import { useOwnLog } from "@/testing/key-accounts";
import { call } from "@/testing/api";
import { ask } from "@/testing/graph";
import { enrolled, lookUp, messenger, sequenceAll } from "@/testing/key-accounts";
import { added, begun, makeDevice, removed } from "@/testing/key-chains";
import { freshHandle, makeToken, pagesOf } from "@/testing/people";

const E2EE = "/api/v1/barker/e2ee";
useOwnLog();

const ownerOf = async (token: string, handle: string) => {
  const { found } = await lookUp(token, handleLabel(handle));
  return found?.owner ? toHex(found.owner.accountId) : null;
};
const NOBODY = "0".repeat(32);

describe("the key log", () => {
  it("says that a changed handle is the account's, and the former one nobody's", async () => {
    const { person, token, accountId } = await enrolled();
    await sequenceAll();
    const wanted = freshHandle();
    await changeHandle(person.id, wanted);
    await logRenames();
    await logRenames();
    await sequenceAll();
    expect(await ownerOf(token, wanted)).toBe(accountId);
    expect(await ownerOf(token, person.handle)).toBe(NOBODY);
    expect((await lookUp(token, handleLabel(wanted))).found?.version).toBe(0);
  });

  it("forgets whose keys it committed to when a person is purged, and stays provable", async () => {
    const [gone, other] = [await enrolled(), await enrolled()];
    const second = await added(gone.chain.state, gone.device, makeDevice());
    await appendEntry({ personId: gone.person.id, bytes: second.bytes, deviceName: "X" });
    await sequenceAll();
    await eraseKeys(gone.person.id);
    await eraseKeys(gone.person.id);
    await sequenceAll();
    expect(await ownerOf(other.token, gone.person.handle)).toBe(NOBODY);
    const label = accountLabel(gone.chain.state.accountId);
    // The proof says that there was something, and nobody can tell what.
    await expect(lookUp(other.token, label)).rejects.toMatchObject({ code: "opening" });
    const left = await ask(
      "MATCH (n) WHERE n.accountId = $id OR n.id = $id OR n.label = $label RETURN labels(n) AS labels",
      { id: gone.accountId, label },
      z.object({ labels: z.array(z.string()) }),
    );
    expect(left).toEqual([]);
    expect((await lookUp(other.token, accountLabel(other.chain.state.accountId))).found).not.toBeNull();
  });
});

describe("a device that its key chain no longer lists", () => {
  it("loses the session or token that is bound to it, once, and others keep theirs", async () => {
    const { person, token } = await messenger();
    const [first, second] = [makeDevice(), makeDevice()];
    const chain = await begun([first, second]);
    await appendEntry({ personId: person.id, bytes: chain.bytes, deviceName: "X" });
    const { token: lost } = await makeToken(person.id, ["messages"]);
    const name = (device: string, by: string) =>
      call("PUT", `${E2EE}/devices/${device}`, { token: by, json: { name: "Phone" } });
    expect((await name(first.id, token)).status).toBe(200);
    expect((await name(second.id, lost)).status).toBe(200);
    expect((await name(makeDevice().id, lost)).status).toBe(404);
    const next = await removed(chain.state, first, second);
    await appendEntry({ personId: person.id, bytes: next.bytes, deviceName: "X" });
    const dropped: RemovedDevice[] = [];
    const drop = async (device: RemovedDevice) => void dropped.push(device);
    await endRemovedDevices(drop);
    await endRemovedDevices(drop);
    expect(dropped.filter(({ personId }) => personId === person.id)).toMatchObject([{ id: second.id }]);
    expect(await identityOfToken(lost)).toBeNull();
    expect(await identityOfToken(token)).not.toBeNull();
  });

  it("loses it although the clean-up was interrupted", async () => {
    const { person, device, chain } = await enrolled();
    const laptop = makeDevice();
    const two = await added(chain.state, device, laptop);
    await appendEntry({ personId: person.id, bytes: two.bytes, deviceName: "X" });
    const pages = await pagesOf(person.id);
    expect((await call("PUT", `${E2EE}/devices/${laptop.id}`, { ...pages, json: { name: "Laptop" } })).status).toBe(
      200,
    );
    const three = await removed(two.state, device, laptop);
    await appendEntry({ personId: person.id, bytes: three.bytes, deviceName: "X" });
    const failing = ({ personId }: RemovedDevice) =>
      personId === person.id ? Promise.reject(new Error("killed")) : Promise.resolve();
    await expect(endRemovedDevices(failing)).rejects.toThrow("killed");
    const dropped: string[] = [];
    await endRemovedDevices(({ id }) => Promise.resolve(void dropped.push(id)));
    expect(dropped).toContain(laptop.id);
    expect((await call("GET", `${E2EE}/account`, pages)).status).toBe(401);
  });
});

import { afterAll, describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/time";
import { ClaimedPackages } from "@/lib/messages/packages/schema";
import { forgetDevice, sweepMessages } from "@/lib/messages/upkeep/writes";
import { driver } from "@/lib/neo4j";
import { changeEnv } from "@/testing/change-env";
import { count } from "@/testing/graph";
import { makeAccount, newPackages, type TestAccount, type TestDevice } from "@/testing/messaging";

afterAll(() => driver().close());

const take = async (by: TestDevice, of: TestAccount, devices?: string[]) =>
  ClaimedPackages.parse(
    (await by.send("POST", "/key_packages/claim", { device_id: by.id, account_id: of.id, devices })).json,
  );
const stock = async (device: TestDevice) => (await device.send("GET", `/devices/${device.id}/key_packages`)).json;
const publish = (device: TestDevice, json: object) => device.send("POST", `/devices/${device.id}/key_packages`, json);

describe("KeyPackages", () => {
  it("are handed out once each, also to twenty callers at once", async () => {
    const otter = await makeAccount();
    const device = otter.devices[0];
    const callers = await Promise.all(Array.from({ length: 20 }, () => makeAccount()));
    expect(await device.publish(20, true)).toMatchObject({ status: 200, json: { count: 20 } });
    const taken = await Promise.all(callers.map((caller) => take(caller.devices[0], otter)));
    const packages = taken.flatMap((one) => one.packages.map(({ key_package: bytes }) => bytes));
    expect(new Set(packages).size).toBe(20);
    expect(await stock(device)).toEqual({ count: 0 });
    const [a, b] = await Promise.all(callers.slice(0, 2).map((caller) => take(caller.devices[0], otter)));
    expect(a?.packages).toHaveLength(1);
    expect(a).toEqual(b);
  });

  it("are one for each device, and devices without any are named", async () => {
    const [fern, otter] = await Promise.all([makeAccount(2), makeAccount(3)]);
    const [first, second, third] = otter.devices;
    if (!second || !third) throw new Error("no device");
    await first.publish(1);
    await second.publish(2);
    const all = await take(fern.devices[0], otter);
    expect(all.packages.map(({ device_id: id }) => id).toSorted()).toEqual([first.id, second.id].toSorted());
    expect(all.missing).toEqual([third.id]);
    const some = await take(fern.devices[0], otter, [second.id, "f".repeat(32)]);
    expect(some.packages.map(({ device_id: id }) => id)).toEqual([second.id]);
    expect(some.missing).toEqual(["f".repeat(32)]);
    await fern.devices[1]?.publish(1);
    await fern.devices[0].publish(1);
    expect((await take(fern.devices[0], fern)).packages.map(({ device_id: id }) => id)).toEqual([fern.devices[1]?.id]);
  });

  it("are stored once when they are sent again, at most a hundred, and the newest last resort", async () => {
    const otter = await makeAccount();
    const device = otter.devices[0];
    const key_packages = await newPackages(device, 50);
    expect(await publish(device, { key_packages })).toMatchObject({ json: { count: 50 } });
    expect(await publish(device, { key_packages })).toMatchObject({ json: { count: 50 } });
    await publish(device, { key_packages: await newPackages(device, 50) });
    expect(await publish(device, { key_packages: await newPackages(device, 3) })).toMatchObject({
      json: { count: 100 },
    });
    expect((await publish(device, { key_packages: await newPackages(device, 51) })).status).toBe(422);
    for (let at = 0; at < 2; at += 1) await publish(device, { last_resort: (await newPackages(device, 1, true))[0] });
    const pattern = "(:KeyDevice {id: $id})-[:OFFERS]->(:KeyPackage {lastResort: true})";
    expect(await count(pattern, { id: device.id })).toBe(1);
  });

  it("are refused unless they are valid ones of that device", async () => {
    const otter = await makeAccount(2);
    const [device, other] = otter.devices;
    if (!other) throw new Error("no device");
    const stranger = (await makeAccount()).devices[0];
    const old = await newPackages(device, 1, false, Date.now() - 91 * DAY_MS);
    const [resort, oneTime] = [await newPackages(device, 1, true), await newPackages(device, 1)];
    const impostor = { ...device, identity: { ...device.identity, signer: stranger.identity.signer } };
    const cases: [object, string][] = [
      [{ key_packages: await newPackages(other, 1) }, "wrong_device"],
      [{ key_packages: await newPackages(stranger, 1) }, "wrong_device"],
      [{ key_packages: await newPackages(impostor, 1) }, "wrong_key"],
      [{ key_packages: old }, "expired_key_package"],
      [{ key_packages: resort }, "wrong_kind"],
      [{ last_resort: oneTime[0] }, "wrong_kind"],
      [{ key_packages: ["AAAA"] }, "malformed"],
      [{ key_packages: ["A"] }, "malformed"],
      [{ key_packages: [`${oneTime[0]?.slice(0, -4)}AAAA`] }, "bad_signature"],
    ];
    for (const [json, code] of cases) {
      expect(await publish(device, json)).toMatchObject({ status: 422, json: { code } });
    }
    expect(await stock(device)).toEqual({ count: 0 });
    expect(await stranger.send("GET", `/devices/${device.id}/key_packages`)).toMatchObject({ status: 403 });
    const foreign = await newPackages(device, 1);
    expect(await stranger.send("POST", `/devices/${device.id}/key_packages`, { key_packages: foreign })).toMatchObject({
      status: 403,
      json: { code: "unknown_device" },
    });
  });

  it("are spared when somebody takes too many: the last resort is served, and nothing tells", async () => {
    changeEnv("BARKER_RATE_LIMITS", "on");
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    await otter.devices[0].publish(30, true);
    const taken = [];
    for (let at = 0; at < 25; at += 1) taken.push(await take(fern.devices[0], otter));
    const different = new Set(taken.map(({ packages }) => packages[0]?.key_package));
    expect(different.size).toBe(21);
    expect(await stock(otter.devices[0])).toEqual({ count: 10 });
  });

  it("are deleted when they have expired, or their device is gone", async () => {
    const otter = await makeAccount(2);
    const [device, other] = otter.devices;
    if (!other) throw new Error("no device");
    await device.publish(2, true);
    await other.publish(2, true);
    await otter.removeDevice(other);
    await sweepMessages();
    await forgetDevice({ accountId: otter.id, id: other.id });
    const left = (id: string) => count("(:KeyDevice {id: $id})-[:OFFERS]->(:KeyPackage)", { id });
    expect([await left(device.id), await left(other.id)]).toEqual([3, 0]);
    await sweepMessages(Date.now() + 91 * DAY_MS);
    expect(await left(device.id)).toBe(0);
  });

  it("of somebody who does not exist are not found", async () => {
    const fern = await makeAccount();
    const json = { device_id: fern.devices[0].id, account_id: "0".repeat(32) };
    expect((await fern.devices[0].send("POST", "/key_packages/claim", json)).status).toBe(404);
  });
});

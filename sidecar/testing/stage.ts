import { afterAll, beforeAll } from "vitest";
import { createBark } from "@/lib/barks/writes";
import { driver } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { plantFollows } from "@/lib/testing/follows";
import { makePerson, makeToken } from "@/lib/testing/people";
import { connectDevice, openDevice, type TestDevice, type DeviceHandshake } from "@/sidecar/testing/device";
import { startSidecar, type TestSidecar } from "@/sidecar/testing/sidecar";

/** A sidecar for all tests of a file, and how they connect to it. After the last one everything is closed. */
export function stage() {
  let sidecar: TestSidecar;
  const devices: TestDevice[] = [];

  beforeAll(async () => {
    sidecar = await startSidecar();
  });
  afterAll(async () => {
    for (const device of devices) device.stop();
    await sidecar.stop();
    tcpRedis().disconnect();
    await driver().close();
  });

  const keep = (device: TestDevice) => (devices.push(device), device);
  return {
    gateway: () => sidecar.name,
    /** A device that is let in; whether events wake it already is another matter. */
    open: async (handshake: DeviceHandshake) => keep(await openDevice(sidecar.url, handshake)),
    /** A device of a person that every event from now on wakes. */
    connect: async (personId: string, token: string, cursor?: unknown) =>
      keep(await connectDevice(sidecar, personId, { token, cursor })),
  };
}

/** A reader with a token who follows an author. */
export async function reading() {
  const [reader, author] = await Promise.all([makePerson(), makePerson()]);
  await plantFollows(reader.id, [author]);
  const { token, clientId } = await makeToken(reader.id);
  return { reader, author, token, clientId };
}

/** Barks, and waits for nothing. @returns its id */
export async function bark(authorId: string, text: string): Promise<string> {
  const created = await createBark(authorId, { text });
  if (!created.ok) throw new Error(created.reason);
  return created.status.id;
}

import { afterAll, beforeAll } from "vitest";
import { createBark } from "@/lib/barks/writes";
import { driver } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { plantFollows } from "@/testing/follows";
import { makePerson, makeToken } from "@/testing/people";
import { connectDevice, openDevice, type TestDevice, type DeviceHandshake } from "@/sidecar/testing/device";
import { startSidecar, type TestSidecar } from "@/sidecar/testing/sidecar";

/** Starts one sidecar for all tests of a file, returns functions to connect to it, and closes everything at the end. */
export function sidecarFixture() {
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
    url: () => sidecar.url,
    /** Connects a device; it may not be registered for events yet. */
    open: async (handshake: DeviceHandshake) => keep(await openDevice(sidecar.url, handshake)),
    /** Connects a device of a person and waits until it is registered for events. */
    connect: async (personId: string, token: string, cursor?: unknown) =>
      keep(await connectDevice(sidecar, personId, { token, cursor })),
  };
}

/** Creates a reader, who has a token, and an author, whom the reader follows. */
export async function reading() {
  const [reader, author] = await Promise.all([makePerson(), makePerson()]);
  await plantFollows(reader.id, [author]);
  const { token, clientId } = await makeToken(reader.id);
  return { reader, author, token, clientId };
}

/** Creates a bark without waiting for its delivery. @returns its id */
export async function bark(authorId: string, text: string): Promise<string> {
  const created = await createBark(authorId, { text });
  if (!created.ok) throw new Error(created.reason);
  return created.status.id;
}

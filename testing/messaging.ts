import { randomBytes } from "node:crypto";
import { toBase64Url, toHex } from "@/lib/bytes/encoding";
import { addDevice, genesis, removeDevice } from "@/lib/keychain/build";
import { signerFromSeed } from "@/lib/keychain/signing";
import { verifyChain } from "@/lib/keychain/rules";
import { encodeEntry, signEntry, type KeyChainEntry, type KeyChainTBS } from "@/lib/keychain/entry";
import { appendEntry } from "@/lib/keylog/writes";
import { createKeyPackage, type DeviceIdentity } from "@/lib/mls";
import { call, type Answer } from "@/testing/api";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";

const P = "/api/v1/barker/e2ee";

/** A device of a test person, with its keys and its requests. */
export interface TestDevice {
  id: string;
  account: TestAccount;
  identity: DeviceIdentity;
  /** The private halves of its KeyPackages. */
  secrets: Uint8Array[];
  /** Sends a request to the endpoints of encrypted messages. */
  send(method: string, path: string, json?: unknown): Promise<Answer>;
  /** Publishes new KeyPackages. */
  publish(count: number, lastResort?: boolean): Promise<Answer>;
  /** A counter for its next post. */
  nextCounter(): number;
}

export interface TestAccount {
  id: string;
  person: TestPerson;
  token: string;
  devices: [TestDevice, ...TestDevice[]];
  addDevice(): Promise<TestDevice>;
  removeDevice(device: TestDevice): Promise<void>;
}

/** New KeyPackages of a device, as they are sent; their private halves are kept in the device. */
export async function newPackages(device: TestDevice, count: number, lastResort = false, now = Date.now()) {
  const made = await Promise.all(
    Array.from({ length: count }, () => createKeyPackage(device.identity, { lastResort, now })),
  );
  device.secrets.push(...made.map(({ privateBytes }) => privateBytes));
  return made.map(({ keyPackage }) => toBase64Url(keyPackage));
}

/** Enrols a person with devices, whose keys are appended to their chain. Nothing waits for the log. */
export async function makeAccount(count = 1, person?: TestPerson): Promise<TestAccount> {
  const owner = person ?? (await makePerson());
  const { token } = await makeToken(owner.id, ["messages", "read", "write"]);
  const accountId = randomBytes(16);
  const entries: KeyChainEntry[] = [];
  const account = { id: toHex(accountId), person: owner, token } as TestAccount;

  const makeDevice = (): TestDevice => {
    const deviceId = new Uint8Array(randomBytes(16));
    const signer = signerFromSeed(randomBytes(32));
    let counter = 0;
    const device: TestDevice = {
      id: toHex(deviceId),
      account,
      identity: { host: "town.example", accountId: new Uint8Array(accountId), deviceId, signer },
      secrets: [],
      send: (method, path, json) => call(method, P + path, { token, json }),
      publish: async (number, lastResort = false) =>
        device.send("POST", `/devices/${device.id}/key_packages`, {
          key_packages: await newPackages(device, number),
          ...(lastResort && { last_resort: (await newPackages(device, 1, true))[0] }),
        }),
      nextCounter: () => (counter += 1),
    };
    return device;
  };
  const append = async (tbs: KeyChainTBS, signers: TestDevice[]) => {
    const entry = await signEntry(
      tbs,
      signers.map(({ identity }) => identity.signer),
    );
    entries.push(entry);
    await appendEntry({ personId: owner.id, bytes: encodeEntry(entry), deviceName: "Test" });
  };
  const keysOf = ({ identity }: TestDevice) => ({ deviceId: identity.deviceId, sigKey: identity.signer.publicKey });

  const first = makeDevice();
  account.devices = [first, ...Array.from({ length: count - 1 }, makeDevice)];
  account.addDevice = async () => {
    const device = makeDevice();
    const state = verifyChain(entries, { at: Date.now() });
    await append(addDevice(state, { device: keysOf(device), timeMs: Date.now() }), [first, device]);
    account.devices.push(device);
    return device;
  };
  account.removeDevice = async (device) => {
    const tbs = removeDevice(verifyChain(entries, { at: Date.now() }), {
      deviceId: device.identity.deviceId,
      timeMs: Date.now(),
    });
    await append(tbs, [first]);
    account.devices = [first, ...account.devices.filter((one) => one !== device && one !== first)];
  };
  const tbs = genesis({
    accountId: new Uint8Array(accountId),
    devices: account.devices.map(keysOf),
    timeMs: Date.now(),
  });
  await append(tbs, account.devices);
  return account;
}

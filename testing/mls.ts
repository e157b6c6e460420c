import {
  createGroup,
  createKeyPackage,
  commit,
  encrypt,
  isActive,
  joinGroup,
  process,
  type Authorise,
  type DeviceIdentity,
  type MlsGroup,
  type Signer,
} from "@/lib/mls";

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** A signer whose key cannot be exported, as in a browser. */
export async function newSigner(): Promise<Signer> {
  const keys = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  if (!("privateKey" in keys)) throw new Error("Ed25519 keys come in pairs.");
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey("raw", keys.publicKey)),
    sign: async (data) => new Uint8Array(await crypto.subtle.sign("Ed25519", keys.privateKey, new Uint8Array(data))),
  };
}

/** A new device, of a new account unless one is named. */
export const newDevice = async (accountId: Uint8Array = random(16)): Promise<DeviceIdentity> => ({
  host: "barker.test",
  accountId,
  deviceId: random(16),
  signer: await newSigner(),
});

export const everybody: Authorise = () => Promise.resolve(true);

/** Adds devices by one commit. Returns everybody's group afterwards: those of `groups` first, then the new ones. */
export async function addDevices(
  groups: MlsGroup[],
  committer: number,
  devices: DeviceIdentity[],
): Promise<MlsGroup[]> {
  const now = Date.now();
  const packages = await Promise.all(devices.map((device) => createKeyPackage(device, { lastResort: false, now })));
  const by = groups[committer];
  if (by === undefined) throw new Error("Nobody is there to commit.");
  const made = await commit(by, { add: packages.map(({ keyPackage }) => keyPackage) });
  const { welcome } = made;
  if (welcome === null) throw new Error("Nobody was added.");
  const old = await Promise.all(
    groups.map(async (group, place) => (place === committer ? made.next : (await process(group, made.commit)).next)),
  );
  const joined = devices.map(async (device, place) => {
    const { group } = await joinGroup(device, welcome, [packages[place]?.privateBytes ?? new Uint8Array()], everybody);
    return group;
  });
  return [...old, ...(await Promise.all(joined))];
}

/** A group of new devices, one for each account. */
export async function groupOf(devices: DeviceIdentity[]): Promise<MlsGroup[]> {
  const [first, ...others] = devices;
  if (first === undefined) throw new Error("A group needs a device.");
  const accounts = devices.map(({ accountId }) => accountId).slice(0, 32);
  const group = await createGroup(first, { conversationId: random(16), generation: 0, accounts }, everybody);
  return others.length === 0 ? [group] : addDevices([group], 0, others);
}

/** The group at this place of the list. */
export function at(groups: MlsGroup[], place: number): MlsGroup {
  const group = groups[place];
  if (group === undefined) throw new Error(`There is no group ${place}.`);
  return group;
}

/** Everybody's group after a commit of one of them. Those who were removed are left out. */
export async function commitAs(
  groups: MlsGroup[],
  committer: number,
  change: Parameters<typeof commit>[1],
): Promise<MlsGroup[]> {
  const made = await commit(at(groups, committer), change);
  const next = await Promise.all(
    groups.map(async (group, place) => (place === committer ? made.next : (await process(group, made.commit)).next)),
  );
  return next.filter(isActive);
}

/** Has one encrypt a text for all others, who must all read it. Returns everybody's group afterwards. */
export async function sayAs(groups: MlsGroup[], speaker: number, text: string): Promise<MlsGroup[]> {
  const content = new TextEncoder().encode(text);
  const sent = await encrypt(at(groups, speaker), content);
  return Promise.all(
    groups.map(async (group, place) => {
      if (place === speaker) return sent.next;
      const read = await process(group, sent.message);
      if (read.kind !== "message" || new TextDecoder().decode(read.content) !== text)
        throw new Error("Somebody read something else.");
      return read.next;
    }),
  );
}

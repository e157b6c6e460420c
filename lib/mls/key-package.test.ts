import type { CiphersuiteImpl } from "ts-mls/crypto/ciphersuite.js";
import { generateKeyPackageWithKey } from "ts-mls/keyPackage.js";
import { beforeAll, describe, expect, it } from "vitest";
import { createKeyPackage, credentialUri, inspectKeyPackage, inspectMessage, type DeviceIdentity } from "@/lib/mls";
import { CAPABILITIES } from "@/lib/mls/profile";
import { NO_PRIVATE_KEY, suiteFor } from "@/lib/mls/suite";
import { encodeMessage } from "@/lib/mls/wire";
import { newDevice } from "@/testing/mls";

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 29);
const refusal = (code: string) => expect.objectContaining({ name: "MlsError", code });

describe("a KeyPackage", () => {
  let device: DeviceIdentity;
  let cs: CiphersuiteImpl;
  beforeAll(async () => {
    device = await newDevice();
    cs = await suiteFor(device.signer);
  });

  /** A KeyPackage as somebody makes it who does not keep to the profile. */
  async function odd(options: {
    capabilities?: Partial<typeof CAPABILITIES>;
    days?: number;
    extensions?: number[];
    leafExtensions?: number[];
    identity?: string;
  }) {
    const second = BigInt(NOW / 1000);
    const extension = (extensionType: number) => ({ extensionType, extensionData: new Uint8Array() });
    const { publicPackage } = await generateKeyPackageWithKey(
      { credentialType: "basic", identity: new TextEncoder().encode(options.identity ?? credentialUri(device)) },
      { ...CAPABILITIES, ...options.capabilities },
      { notBefore: second, notAfter: second + BigInt((options.days ?? 90) * 86_400) },
      (options.extensions ?? []).map(extension),
      { signKey: NO_PRIVATE_KEY, publicKey: device.signer.publicKey },
      cs,
      (options.leafExtensions ?? []).map(extension),
    );
    return encodeMessage({ wireformat: "mls_key_package", keyPackage: publicPackage });
  }

  it("says whose it is, until when, and whether it is the last resort", async () => {
    for (const lastResort of [true, false]) {
      const { keyPackage, ref } = await createKeyPackage(device, { lastResort, now: NOW });
      const { host, accountId, deviceId, signer } = device;
      expect(await inspectKeyPackage(keyPackage, NOW)).toEqual({
        host,
        accountId,
        deviceId,
        signatureKey: signer.publicKey,
        lastResort,
        notAfter: NOW + 90 * DAY - 3_600_000,
        ref,
      });
      expect(await inspectMessage(keyPackage)).toMatchObject({ kind: "key_package", ref });
    }
  });

  it("has no random values by which a device could be recognised, and keys of its own", async () => {
    const [one, two] = [await odd({}), await odd({})];
    expect(one.length).toBe(two.length);
    expect(one).not.toEqual(two);
    const made = await createKeyPackage(device, { lastResort: false, now: NOW });
    expect(made.keyPackage.length).toBe(one.length);
  });

  it("is refused before and after its time, and if it lives longer than 90 days", async () => {
    const { keyPackage } = await createKeyPackage(device, { lastResort: false, now: NOW });
    for (const time of [NOW - 2 * 3_600_000, NOW + 90 * DAY])
      await expect(inspectKeyPackage(keyPackage, time)).rejects.toThrow(refusal("expired_key_package"));
    await expect(inspectKeyPackage(await odd({ days: 91 }), NOW)).rejects.toThrow(refusal("expired_key_package"));
    await expect(inspectKeyPackage(await odd({}), NOW)).resolves.toMatchObject({ lastResort: false });
  });

  it("is refused if it does not fit the profile", async () => {
    const wrong = [
      await odd({ capabilities: { extensions: [] } }),
      await odd({ capabilities: { credentials: ["x509"] } }),
      await odd({ capabilities: { ciphersuites: [] } }),
      await odd({ leafExtensions: [0x000a] }),
      await odd({ extensions: [0xf0d1] }),
      await odd({ extensions: [0x000a, 0x000a] }),
      await odd({ identity: "somebody" }),
    ];
    for (const keyPackage of wrong)
      await expect(inspectKeyPackage(keyPackage, NOW)).rejects.toThrow(refusal("wrong_profile"));
  });

  it("is refused if any byte of it was changed, or it is cut or longer", async () => {
    const { keyPackage } = await createKeyPackage(device, { lastResort: true, now: NOW });
    for (let place = 0; place < keyPackage.length; place += 1) {
      const bad = keyPackage.with(place, (keyPackage[place] ?? 0) ^ 4);
      await expect(inspectKeyPackage(bad, NOW)).rejects.toMatchObject({ name: "MlsError" });
    }
    await expect(inspectKeyPackage(keyPackage.subarray(0, -1), NOW)).rejects.toThrow(refusal("malformed"));
    await expect(inspectKeyPackage(new Uint8Array([...keyPackage, 0]), NOW)).rejects.toThrow(refusal("malformed"));
  });
});

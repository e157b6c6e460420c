import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { concat, fromHex, toHex } from "@/lib/bytes/encoding";
import { vrfProve, vrfPublicKey, vrfVerify } from "@/lib/transparency/vrf";
import { isFull } from "@/testing/full";

/** The examples 16, 17 and 18 of RFC 9381, appendix B.3. */
const EXAMPLES = [
  {
    secret: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    key: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    input: "",
    proof:
      "8657106690b5526245a92b003bb079ccd1a92130477671f6fc01ad16f26f723f26f8a57ccaed74ee1b190bed1f479d97" +
      "27d2d0f9b005a6e456a35d4fb0daab1268a1b0db10836d9826a528ca76567805",
    output:
      "90cf1df3b703cce59e2a35b925d411164068269d7b2d29f3301c03dd757876ff" +
      "66b71dda49d2de59d03450451af026798e8f81cd2e333de5cdf4f3e140fdd8ae",
  },
  {
    secret: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    key: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    input: "72",
    proof:
      "f3141cd382dc42909d19ec5110469e4feae18300e94f304590abdced48aed5933bf0864a62558b3ed7f2fea45c92a465" +
      "301b3bbf5e3e54ddf2d935be3b67926da3ef39226bbc355bdc9850112c8f4b02",
    output:
      "eb4440665d3891d668e7e0fcaf587f1b4bd7fbfe99d0eb2211ccec90496310eb" +
      "5e33821bc613efb94db5e5b54c70a848a0bef4553a41befc57663b56373a5031",
  },
  {
    secret: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    key: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    input: "af82",
    proof:
      "9bc0f79119cc5604bf02d23b4caede71393cedfbb191434dd016d30177ccbf8096bb474e53895c362d8628ee9f9ea3c0" +
      "e52c7a5c691b6c18c9979866568add7a2d41b00b05081ed0f58ee5e31b3a970e",
    output:
      "645427e5d00c62a23fb703732fa5d892940935942101e456ecca7bb217c61c45" +
      "2118fec1219202a0edcf038bb6373241578be7217ba85a2687f7a0310b2df19f",
  },
];

/** A proof in which the key and gamma are the neutral element, so that the equations hold with any nonce. */
function forgedFor(key: Uint8Array, value: Uint8Array): Uint8Array {
  const { Point } = ed25519;
  const hash = (domain: number, ...parts: Uint8Array[]) =>
    sha512(concat(Uint8Array.of(3, domain), ...parts, Uint8Array.of(0)));
  let base = Point.ZERO;
  for (let counter = 0; base.is0(); counter += 1) {
    try {
      base = Point.fromBytes(hash(1, key, value, Uint8Array.of(counter)).slice(0, 32), false).clearCofactor();
    } catch {
      // Not on the curve.
    }
  }
  const nonce = 5n;
  const points = [Point.ZERO, base, Point.ZERO, Point.BASE.multiply(nonce), base.multiply(nonce)];
  const challenge = hash(2, ...points.map((point) => point.toBytes())).slice(0, 16);
  return concat(key, challenge, Uint8Array.of(5, ...new Uint8Array(31)));
}

const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
const input = fc.uint8Array({ maxLength: 60, size: "max" });

describe("the verifiable random function", () => {
  it("gives the proofs and outputs of the examples of RFC 9381", () => {
    for (const example of EXAMPLES) {
      expect(toHex(vrfPublicKey(fromHex(example.secret)))).toBe(example.key);
      const { proof, output } = vrfProve(fromHex(example.secret), fromHex(example.input));
      expect([toHex(proof), toHex(output)]).toEqual([example.proof, example.output]);
      const verified = vrfVerify(fromHex(example.key), fromHex(example.input), fromHex(example.proof));
      expect(toHex(verified ?? new Uint8Array())).toBe(example.output);
    }
  });

  it("verifies every proof to the output that its holder computed", () => {
    fc.assert(
      fc.property(seed, input, (secret, value) => {
        const { proof, output } = vrfProve(secret, value);
        expect(vrfVerify(vrfPublicKey(secret), value, proof)).toEqual(output);
      }),
      { numRuns: isFull ? 200 : 12 },
    );
  });

  it("refuses a proof with one changed bit, and one for another input or key", () => {
    fc.assert(
      fc.property(seed, input, fc.nat(80 * 8 - 1), (secret, value, bit) => {
        const { proof } = vrfProve(secret, value);
        const key = vrfPublicKey(secret);
        const changed = proof.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(vrfVerify(key, value, changed)).toBeNull();
        expect(vrfVerify(key, Uint8Array.of(...value, 1), proof)).toBeNull();
        expect(vrfVerify(vrfPublicKey(Uint8Array.of(...secret.slice(1), 7)), value, proof)).toBeNull();
        expect(vrfVerify(key, value, proof.slice(1))).toBeNull();
      }),
      { numRuns: isFull ? 200 : 12 },
    );
  });

  it("refuses a response that is not reduced, which would be a second proof, and keys of small order", () => {
    const [{ key, proof, input: value } = { key: "", proof: "", input: "" }] = EXAMPLES;
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const bytes = fromHex(proof);
    const response = BigInt(`0x${toHex(bytes.slice(48).toReversed())}`) + order;
    bytes.set(fromHex(response.toString(16).padStart(64, "0")).toReversed(), 48);
    expect(vrfVerify(fromHex(key), fromHex(value), bytes)).toBeNull();
    // Who claims the neutral element as the key can prove the neutral element as the value of every input.
    const neutral = "01".padEnd(64, "0");
    expect(vrfVerify(fromHex(neutral), fromHex(value), forgedFor(fromHex(neutral), fromHex(value)))).toBeNull();
    for (const small of ["01".padEnd(64, "0"), "00".repeat(32), "ec" + "ff".repeat(30) + "7f"]) {
      expect(vrfVerify(fromHex(small), fromHex(value), fromHex(proof))).toBeNull();
    }
  });
});

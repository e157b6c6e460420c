import { describe, expect, it } from "vitest";
import { endSessions, revokeToken } from "@/lib/auth/writes";
import { env } from "@/lib/env";
import { cookieOf, makePerson, makeToken } from "@/testing/people";
import { until } from "@/testing/until";
import type { DeviceHandshake } from "@/sidecar/testing/device";
import { reading, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";

const { connect, open } = sidecarFixture();

describe("authentication of a socket", () => {
  /** The error of a refused device. */
  const refusal = (handshake: DeviceHandshake) =>
    open(handshake).then(
      () => "admitted",
      (error: unknown) => (error instanceof Error ? error.message : ""),
    );

  it("refuses a missing or wrong credential, and an app's token without a person", async () => {
    const { token } = await makeToken(null);
    expect(await refusal({})).toBe("unauthorized");
    expect(await refusal({ token: "wrong" })).toBe("unauthorized");
    expect(await refusal({ token })).toBe("unauthorized");
  });

  it("accepts a session cookie only from Barker's own origin", async () => {
    const { id } = await makePerson();
    const cookie = await cookieOf(id);
    const device = await open({ headers: { cookie, origin: env().BARKER_ORIGIN } });
    expect(device.isConnected()).toBe(true);
    expect(await refusal({ headers: { cookie, origin: "https://evil.example" } })).toBe("unauthorized");
    expect(await refusal({ headers: { cookie } })).toBe("unauthorized");
    expect(
      await refusal({ headers: { cookie: await cookieOf("1000000000000000001"), origin: env().BARKER_ORIGIN } }),
    ).toBe("unauthorized");
  });
});

describe("signing out", () => {
  it("everywhere disconnects all devices of that person only", async () => {
    const { reader, author, token } = await reading();
    const byToken = await connect(reader.id, token);
    const headers = { cookie: await cookieOf(reader.id), origin: env().BARKER_ORIGIN };
    const byCookie = await open({ headers });
    const other = await connect(author.id, (await makeToken(author.id)).token);
    await until(async () => byToken.isConnected() && byCookie.isConnected());
    await endSessions(reader.id);
    for (const device of [byToken, byCookie]) {
      await until(() => !device.isConnected());
      expect(device.heard).toEqual([{ event: "signed-out" }]);
    }
    expect(other.isConnected()).toBe(true);
  });

  it("of one app disconnects only the devices that use its token", async () => {
    const { reader, token, clientId } = await reading();
    const [leaving, staying] = [
      await connect(reader.id, token),
      await connect(reader.id, (await makeToken(reader.id)).token),
    ];
    await revokeToken(clientId, token);
    await until(() => !leaving.isConnected());
    expect(leaving.heard).toEqual([{ event: "signed-out" }]);
    expect(staying.isConnected()).toBe(true);
    await expect(open({ token })).rejects.toThrow("unauthorized");
  });
});

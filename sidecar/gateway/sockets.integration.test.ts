import { beforeAll, describe, expect, it } from "vitest";
import { makePerson, makeToken } from "@/testing/people";
import { until } from "@/testing/until";
import type { TestDevice } from "@/sidecar/testing/device";
import { sidecarFixture } from "@/sidecar/testing/sidecar-fixture";
import { beginWith } from "@/testing/change-env";

beforeAll(() => beginWith({ BARKER_RATE_LIMITS: "on" }));
const { open } = sidecarFixture();

describe("the limit of sockets per person", () => {
  it("disconnects the oldest socket of the credential that has the most when there are more than twenty", async () => {
    const { id } = await makePerson();
    const [pages, app, stranger] = [await makeToken(id), await makeToken(id), await makeToken((await makePerson()).id)];
    const other = await open({ token: stranger.token });
    const page = await open({ token: pages.token });
    const flood: TestDevice[] = [];
    for (let count = 0; count < 25; count++) flood.push(await open({ token: app.token }));
    await until(() => flood.filter((device) => device.isConnected()).length === 19);
    expect(flood.map((device) => device.isConnected())).toEqual(flood.map((_, index) => index >= 6));
    expect([page.isConnected(), other.isConnected()]).toEqual([true, true]);
  });
});

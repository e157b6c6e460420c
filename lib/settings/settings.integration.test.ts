import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { townSettings } from "@/lib/settings/reads";
import { changeSettings } from "@/lib/settings/writes";
import { staffLog } from "@/lib/staff/reads";
import { call } from "@/testing/api";
import { changeEnv } from "@/testing/change-env";
import { makePerson } from "@/testing/people";
import { TESTS } from "@/testing/staff";

// An empty town would be open to the first person.
beforeAll(() => makePerson());
// Other test files run meanwhile, so that only what they do not look at is changed for all.
afterAll(async () => {
  await changeSettings(TESTS, { closed_message: "", languages: ["en"], about: "", reason_length: 20 });
  await driver().close();
});

describe("the settings of the town", () => {
  it("are what the environment says until somebody chooses, and the clients read them", async () => {
    changeEnv("BARKER_CONTACT_EMAIL", "mill@town.example");
    changeEnv("BARKER_REGISTRATIONS", "request");
    expect((await call("GET", "/api/v2/instance")).json).toMatchObject({
      registrations: { enabled: true, approval_required: true, reason_required: true, message: null },
      contact: { email: "mill@town.example" },
    });
    expect((await call("GET", "/api/v1/instance")).json).toMatchObject({
      registrations: true,
      approval_required: true,
      invites_enabled: true,
    });
    changeEnv("BARKER_REGISTRATIONS", "closed");
    expect((await call("GET", "/api/v2/instance")).json).toMatchObject({
      registrations: { enabled: false, approval_required: false, message: expect.stringContaining("no new people") },
    });
    expect((await call("GET", "/nodeinfo/2.1")).json).toMatchObject({ openRegistrations: false });
    changeEnv("BARKER_REGISTRATIONS", "open");
  });

  it("name as who answers only somebody who is here", async () => {
    await expect(changeSettings(TESTS, { contact_handle: "nobody_of_this_name" })).rejects.toMatchObject({
      message: "Validation failed: Nobody here has this handle.",
    });
    const { handle } = await makePerson();
    expect(await changeSettings(TESTS, { contact_handle: handle })).toMatchObject({ contact_handle: handle });
    expect(await changeSettings(TESTS, { contact_handle: "" })).toMatchObject({ contact_handle: "" });
  });

  it("are logged with what they were and what they became", async () => {
    const { closed_message: before } = await townSettings();
    await changeSettings(TESTS, { closed_message: "After the harvest." });
    const notes = (await staffLog({ limit: 40 }, null)).map(({ note }) => note);
    expect(notes).toContain(`closed message: “${before}” → “After the harvest.”`);
  });

  it("are changed by several at once without losing anything, and apps see it at once", async () => {
    await Promise.all([
      changeSettings(TESTS, { closed_message: "Back in <May>." }),
      changeSettings(TESTS, { reason_length: 7 }),
      changeSettings(TESTS, { languages: ["en", "cy"] }),
      changeSettings(TESTS, { about: "## The mill\n\n- [Rules](/rules)" }),
    ]);
    expect(await townSettings()).toMatchObject({ reason_length: 7, languages: ["en", "cy"] });
    changeEnv("BARKER_REGISTRATIONS", "closed");
    expect((await call("GET", "/api/v2/instance")).json).toMatchObject({
      languages: ["en", "cy"],
      registrations: { enabled: false, message: "<p>Back in &lt;May&gt;.</p>" },
    });
    expect((await call("GET", "/api/v1/instance/extended_description")).json).toMatchObject({
      content: '<h2>The mill</h2><ul><li><a href="/rules" rel="nofollow noopener">Rules</a></li></ul>',
    });
  });
});

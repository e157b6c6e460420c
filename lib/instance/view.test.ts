import { beforeAll, describe, expect, it } from "vitest";
import { toInstance, toNodeInfo, toRules, toTermsOfService } from "@/lib/instance/view";
import { TownSettings } from "@/lib/settings/schema";
import { setTestEnvironment } from "@/testing/environment";

beforeAll(() => setTestEnvironment());

const town = (sent: object = {}) => TownSettings.parse(sent);
const facts = { activeMonth: 1, contact: null };

describe("what apps learn of a town", () => {
  it("is Barker's own description until the operators wrote one", () => {
    expect(toInstance({ ...facts, settings: town() })).toMatchObject({
      title: "Barker",
      description: expect.stringContaining("town square"),
      configuration: { urls: { terms_of_service: null } },
    });
    const mill = town({
      name: "The Mill",
      description: "A mill town.",
      terms: "Be here.",
      contact_email: "a@b.example",
    });
    expect(toInstance({ ...facts, settings: mill })).toMatchObject({
      title: "The Mill",
      description: "A mill town.",
      contact: { email: "a@b.example" },
      configuration: { urls: { terms_of_service: expect.stringMatching(/\/terms$/) } },
    });
    const counts = { people: 1, barks: 1, month: 1, halfYear: 1 };
    expect(toNodeInfo("2.1", counts, mill)).toMatchObject({
      openRegistrations: true,
      metadata: { nodeName: "The Mill", nodeDescription: "A mill town." },
    });
  });

  it("has the rules in their order, with ids that stay", () => {
    const rules = [
      { id: "9", text: "Be kind.", hint: "" },
      { id: "2", text: "No horses.", hint: "Except on market days." },
    ];
    expect(toRules(town({ rules }))).toEqual(rules.map((rule) => ({ ...rule, translations: {} })));
    expect(toRules(town()).map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("has terms of service where somebody wrote some", () => {
    expect(toTermsOfService(town())).toBeNull();
    const written = town({ terms: "- Be <here>.", terms_at: "2026-11-30T01:02:03.000Z" });
    expect(toTermsOfService(written)).toMatchObject({
      effective_date: "2026-11-30",
      content: "<ul><li>Be &lt;here&gt;.</li></ul>",
    });
  });
});

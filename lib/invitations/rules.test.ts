import { describe, expect, it } from "vitest";
import { isOpen, mayInvite } from "@/lib/invitations/rules";
import { TownSettings } from "@/lib/settings/schema";

describe("an invitation", () => {
  it.each([
    [{ most: null, uses: 90, until: null, hostMay: true }, true],
    [{ most: 2, uses: 1, until: null, hostMay: true }, true],
    [{ most: 2, uses: 2, until: null, hostMay: true }, false],
    [{ most: 2, uses: 0, until: 1_000, hostMay: true }, false],
    [{ most: 2, uses: 0, until: 1_001, hostMay: true }, true],
    [{ most: 2, uses: 0, until: 1_001, hostMay: false }, false],
  ])("with %o is open at one second: %s", (invitation, open) => {
    expect(isOpen(invitation, 1_000)).toBe(open);
  });

  it("is made by everybody or by the staff, as the town says, and by nobody in a closed one", () => {
    const town = (sent: object) => TownSettings.parse(sent);
    expect(mayInvite(town({}), false)).toBe(true);
    expect(mayInvite(town({ invitations: "staff" }), false)).toBe(false);
    expect(mayInvite(town({ invitations: "staff" }), true)).toBe(true);
    expect(mayInvite(town({ registrations: "closed" }), true)).toBe(false);
  });
});

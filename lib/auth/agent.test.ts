import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agentName } from "@/lib/auth/agent";

describe("agentName", () => {
  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36",
      "Chrome on Windows",
    ],
    ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/1 Safari/604.1", "Safari on iPhone"],
    ["Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"],
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36", "Chrome on Linux"],
    ["curl/8.1", "A browser"],
    ["", "A browser"],
    [null, "A browser"],
  ])("turns %j into %j", (userAgent, name) => {
    expect(agentName(userAgent)).toBe(name);
  });

  it("returns known names only, and nothing else of the header", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(agentName(text).length).toBeLessThan(40);
      }),
    );
  });
});

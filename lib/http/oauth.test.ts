import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientCredentials, oauthError } from "@/lib/http/oauth";

const basic = (text: string) =>
  new Request("http://localhost/", { headers: { authorization: `Basic ${Buffer.from(text).toString("base64")}` } });
const bare = new Request("http://localhost/");

describe("clientCredentials", () => {
  it("are read from the body", () => {
    expect(clientCredentials(bare, { client_id: "a", client_secret: "b" })).toEqual({ id: "a", secret: "b" });
  });

  it("are read from HTTP Basic, whose parts are form-encoded", () => {
    const part = fc.string({ unit: "grapheme", minLength: 1 });
    fc.assert(
      fc.property(part, part, (id, secret) => {
        const request = basic(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`);
        expect(clientCredentials(request, {})).toEqual({ id, secret });
      }),
    );
  });

  it("are taken literally when they only look encoded", () => {
    expect(clientCredentials(basic("100%:50%zz"), {})).toEqual({ id: "100%", secret: "50%zz" });
  });

  it.each(["", "alone", ":", "a:", ":b"])("are absent in Basic %j", (text) => {
    expect(clientCredentials(basic(text), {})).toBeNull();
  });

  it("are absent without a secret", () => {
    expect(clientCredentials(bare, { client_id: "a" })).toBeNull();
    expect(
      clientCredentials(new Request("http://localhost/", { headers: { authorization: "Bearer abc" } }), {}),
    ).toBeNull();
  });
});

describe("oauthError", () => {
  it.each([
    ["invalid_request", 400],
    ["invalid_client", 401],
    ["invalid_scope", 400],
    ["unsupported_grant_type", 400],
  ] as const)("answers %s with %i and forbids caching", async (error, status) => {
    const response = oauthError(error);
    expect(response.status).toBe(status);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ error, error_description: expect.stringMatching(/\.$/) });
  });
});

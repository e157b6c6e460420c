import { describe, expect, it } from "vitest";
import { z } from "zod";
import { call } from "@/testing/api";

describe("the OAuth endpoints", () => {
  const Credentials = z.object({ client_id: z.string(), client_secret: z.string() });
  const register = async (scopes = "read write") =>
    Credentials.parse((await call("POST", "/api/v1/apps", { json: { client_name: "Sparrow", scopes } })).json);
  const grant = (json: unknown, headers = {}) => call("POST", "/oauth/token", { json, headers });

  it("give an app a token by body or by HTTP Basic, for its scopes", async () => {
    const app = await register();
    const basic = `Basic ${Buffer.from(`${app.client_id}:${app.client_secret}`).toString("base64")}`;
    for (const answer of [
      await grant({ ...app, grant_type: "client_credentials", scope: "read:accounts write" }),
      await grant({ grant_type: "client_credentials", scope: "read:accounts write" }, { authorization: basic }),
    ]) {
      expect(answer).toMatchObject({ status: 200, json: { scope: "read:accounts write", token_type: "Bearer" } });
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
  });

  it("answer errors as in RFC 6749", async () => {
    const app = await register("read");
    const by = (change: object) => grant({ ...app, grant_type: "client_credentials", ...change });
    expect(await by({ grant_type: undefined })).toMatchObject({ status: 400, json: { error: "invalid_request" } });
    expect(await by({ grant_type: 7 })).toMatchObject({ status: 400, json: { error: "invalid_request" } });
    expect(await by({ grant_type: "password" })).toMatchObject({
      status: 400,
      json: { error: "unsupported_grant_type" },
    });
    expect(await by({ client_secret: "wrong" })).toMatchObject({ status: 401, json: { error: "invalid_client" } });
    expect(await by({ client_id: undefined })).toMatchObject({ status: 401, json: { error: "invalid_client" } });
    expect(await by({ scope: "write" })).toMatchObject({ status: 400, json: { error: "invalid_scope" } });
    for (const path of ["/oauth/token", "/oauth/revoke"]) {
      const cut = { headers: { "content-type": "application/json" }, body: "{" };
      expect(await call("POST", path, cut)).toMatchObject({
        status: 400,
        json: { error: "invalid_request", error_description: expect.any(String) },
      });
    }
    expect(await call("POST", "/oauth/revoke", { json: { ...app, client_secret: "wrong", token: "x" } })).toMatchObject(
      { status: 401, json: { error: "invalid_client" } },
    );
  });

  it.each([
    { client_name: "" },
    { client_name: "x".repeat(61) },
    { client_name: "Sparrow", redirect_uris: "not an address" },
    { client_name: "Sparrow", scopes: "everything" },
    { client_name: "Sparrow", website: "javascript:alert(1)" },
  ])("do not register an app with %j", async (json) => {
    expect(await call("POST", "/api/v1/apps", { json })).toMatchObject({ status: 422, json: { code: "invalid" } });
  });
});

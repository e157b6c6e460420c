import { Json } from "../json";
import { Problem } from "./client";

/* Getting an access token (delivery.md, section 2). */

const SCOPES = "messages read:accounts";
const NOWHERE = "urn:ietf:wg:oauth:2.0:oob";

async function send(url: URL, json: unknown): Promise<Json> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(json),
    signal: AbortSignal.timeout(30_000),
  });
  const body = Json.parse(await response.text());
  if (!response.ok) throw new Problem(`the server refused: ${JSON.stringify(body.value)}`);
  return body;
}

/** Has the person allow this client, and returns the token. `ask` shows an address and reads the code that it shows. */
export async function authorise(origin: string, ask: (address: string) => Promise<string>): Promise<string> {
  const app = { client_name: "Barker in the terminal", redirect_uris: NOWHERE, scopes: SCOPES };
  const registered = await send(new URL("/api/v1/apps", origin), app);
  const [id, secret] = [registered.at("client_id").string(), registered.at("client_secret").string()];
  const address = new URL("/oauth/authorize", origin);
  const query = { response_type: "code", client_id: id, redirect_uri: NOWHERE, scope: SCOPES };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const code = (await ask(address.href)).trim();
  const grant = { grant_type: "authorization_code", code, client_id: id, client_secret: secret, redirect_uri: NOWHERE };
  const token = await send(new URL("/oauth/token", origin), { ...grant, scope: SCOPES });
  return token.at("access_token").string();
}

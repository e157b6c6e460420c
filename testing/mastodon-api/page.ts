import { routes } from "@/app/api/routes";
import { describeApi } from "@/lib/http/openapi";
import { MASTODON_API } from "@/lib/version";
import { AREAS } from "@/testing/mastodon-api";
import { IGNORED, type Row } from "@/testing/mastodon-api/rows";

const START = `# The API

Barker serves the client API of [Mastodon](https://docs.joinmastodon.org/client/intro/), so libraries and apps for Mastodon work. Your server's address stands for \`$B\`, by default \`http://localhost:3000\`.

\`\`\`sh
# 1. Register your app. Keep client_id and client_secret.
curl $B/api/v1/apps -d client_name=Sparrow -d redirect_uris=https://sparrow.example/cb -d 'scopes=read write push'
# 2. Send the person to this page, with PKCE. They come back to /cb?code=…
#    $B/oauth/authorize?response_type=code&client_id=…&redirect_uri=https://sparrow.example/cb&scope=read+write
#      &code_challenge=BASE64URL(SHA256(verifier))&code_challenge_method=S256
curl $B/oauth/token -d grant_type=authorization_code -d code=… -d code_verifier=… \\
  -d client_id=… -d client_secret=… -d redirect_uri=https://sparrow.example/cb
# 3. Bark: 240 characters. The same Idempotency-Key never barks twice. Pictures: POST /api/v2/media, then media_ids[].
curl $B/api/v1/statuses -H "Authorization: Bearer $TOKEN" -H 'Idempotency-Key: 1' -d 'status=Good morning #fog'
# 4. Read Home. The Link header leads to older (next) and newer (prev) barks.
curl "$B/api/v1/timelines/home?limit=20" -H "Authorization: Bearer $TOKEN"
# 5. Stream: server-sent events, or a WebSocket at $B/api/v1/streaming?stream=user
curl -N $B/api/v1/streaming/user -H "Authorization: Bearer $TOKEN"
\`\`\`

An error is \`{"error": "a sentence", "code": "not_found"}\`; 422 has \`details\` by field, 429 and 503 have \`Retry-After\`. The code \`held_for_review\` is no failure: [staff read the bark first](decisions/058-words-are-refused-or-read-first.md). Each answer of a limited endpoint has \`X-RateLimit-Remaining\`. \`GET /api/openapi.json\` describes every field.
`;

const READING = `
## Mastodon's endpoints

All of Mastodon 4.6's documentation; \`api_versions.mastodon\` is ${MASTODON_API}. The tests call every row. A parameter with \`!\` is required; \`a|b\` are scopes of which one is enough, and a scope beside *public* lets the caller also read what only they may see. In addition to the documented ones, lists that take \`max_id\` and \`since_id\` take \`min_id\`.
`;

/** docs/api.md: how to begin, Mastodon's endpoints, and Barker's own. */
export function apiPage(): string {
  const areas = Object.entries(AREAS).map(
    ([title, rows]) =>
      `\n### ${title}\n\n| endpoint | who | parameters | answer |\n|---|---|---|---|\n${rows.map(line).join("\n")}\n`,
  );
  const ignored = Object.entries(IGNORED).map(([name, reason]) => `- ${code(name)}: ${reason}`);
  const without = `\nSome parameters change nothing here:\n\n${ignored.join("\n")}\n`;
  return `${START}${READING}${without}${areas.join("")}${ownPart()}`;
}

function line(row: Row): string {
  const names = row.parameters.map((name) => (row.required.includes(name) ? `${name}!` : name));
  const answer = row.reason === undefined ? code(row.returns) : `${row.state}: ${row.reason}`;
  return `| ${code(`${row.method} ${row.path}`)} | ${who(row)} | ${code(names.join(" "))} | ${answer} |`;
}

const who = ({ who: allowed, scopes }: Row) => [allowed, code(scopes.join("|"))].filter(Boolean).join(" ");

const code = (text: string) => (text === "" ? "" : `\`${text.replaceAll("|", "\\|")}\``);

/** Barker's own endpoints, as their routes declare them. */
function ownPart(): string {
  const { paths = {} } = describeApi(routes, "https://barker.example");
  const lines = Object.entries(routes)
    .filter(([path]) => /^\/(api\/v1\/barker|ready|metrics|nodeinfo|media|kt)\b/.test(path))
    .flatMap(([path, module]) =>
      Object.entries(module).flatMap(([method, handler]) => {
        if (!handler) return [];
        const { summary, auth, scope } = handler.declaration;
        const described = paths[path.replace(/\[(?:\.{3})?(\w+)\]/g, "{$1}")];
        const parameters = method === "GET" ? (described?.get?.parameters ?? []) : [];
        const names = parameters.flatMap((one) => ("name" in one && one.in === "query" ? [one.name] : []));
        const allowed = { none: "public", optional: "public", user: "user", session: "web session", token: "app" }[
          auth
        ];
        const shown = path.replace(/\[(?:\.{3})?(\w+)\]/g, ":$1");
        return [
          `| ${code(`${method} ${shown}`)} | ${allowed} ${code(scope ?? "")} | ${code(names.join(" "))} | ${summary} |`,
        ];
      }),
    );
  return `\n## Barker's own endpoints\n\nOf bodies, [/api/openapi.json](http://localhost:3000/api/openapi.json) has the fields. Encrypted messages are specified in [protocol/](protocol/README.md).\n\n| endpoint | who | parameters | what it does |\n|---|---|---|---|\n${lines.join("\n")}\n`;
}

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** An answer of the API, and the entity that the documentation names for it. */
export interface Answered {
  endpoint: string;
  entity: string;
  value: unknown;
}

/** The names of masto.js where they differ from the documentation's. */
const NAMES: Record<string, string> = {
  CredentialAccount: "v1.AccountCredentials",
  CredentialApplication: "v1.Client",
  Filter: "v2.Filter",
  Instance: "v2.Instance",
  Search: "v2.Search",
  NotificationPolicy: "v2.NotificationPolicy",
  Preferences: "v1.Preference",
  MutedAccount: "v1.Account",
  "Admin::Account": "v1.Admin.Account",
  "Admin::Tag": "v1.Admin.Tag",
  "Admin::DomainAllow": "v1.Admin.DomainAllow",
  "Admin::DomainBlock": "v1.Admin.DomainBlock",
  "Admin::EmailDomainBlock": "v1.Admin.EmailDomainBlock",
  "Admin::Measure": "v1.Admin.Measure",
};

/** Entities that masto.js does not declare, or not by a name of their own. */
const UNDECLARED = new Set([
  "{}",
  "object",
  "text",
  "Count",
  "string[]",
  "Trends::Link[]",
  "PrivacyPolicy",
  "V1::NotificationPolicy",
  "WrappedAnnualReports",
  // Its people are declared as public accounts.
  "Admin::Report",
  "Admin::Report[]",
]);

const typeOf = (entity: string): string => {
  // Only those that were asked for.
  if (entity === "Markers") return "Partial<mastodon.v1.Marker>";
  const one = entity.replace("[]", "").replace("V1::", "v1.");
  return `mastodon.${NAMES[one] ?? (one.includes(".") ? one : `v1.${one}`)}${entity.endsWith("[]") ? "[]" : ""}`;
};

/**
 * What masto.js declares otherwise than Mastodon answers: a value that it would accept in place of ours, or undefined.
 * The documentation is right in all of these.
 */
const ERRATA: Record<string, (value: unknown) => unknown> = {
  // Null for somebody who has not posted.
  last_status_at: (value) => value ?? "2026-01-01",
  // Null unless only some languages of somebody are followed.
  languages: (value) => value ?? [],
  "posting:default:language": (value) => value ?? "en",
  // Null for what was posted without an app, or by somebody who hides it.
  application: (value) => value ?? { name: "" },
  // Strings, as the documentation says.
  notifications_count: Number,
  client_secret_expires_at: String,
  // Its id and its permissions are strings, and it has no times.
  role: (value) => ({ ...NO_ROLE, name: Object(value).name }),
  // The role of a person is beside their source, not in it.
  source: (value) => (typeof value === "object" ? { ...value, role: NO_ROLE } : value),
  // Topics of a status have no ids.
  tags: (value) => (Array.isArray(value) ? value.map((tag: object) => ({ id: "", ...tag })) : value),
  // Alerts of moderators are `admin.report`, not `admin: { report }`.
  alerts: (value) => ({ ...Object(value), admin: { sign_up: false, report: false } }),
  // Nothing fits masto.js's groups: one with a bark must also be without.
  notification_groups: () => [],
  // Null for a card without a picture, or of a page that does not say its language.
  blurhash: (value) => value ?? "",
  language: (value) => value ?? "en",
  // Null for an announcement that is not about a certain time.
  starts_at: (value) => value ?? "",
  ends_at: (value) => value ?? "",
  // Only custom emojis have pictures.
  reactions: (value) => (Array.isArray(value) ? value.map((one: object) => ({ ...one, ...NO_PICTURE })) : value),
  // Custom emojis are the poll's.
  options: (value) => (Array.isArray(value) ? value.map((option: object) => ({ emojis: [], ...option })) : value),
  // What a status is made from has no id.
  params: (value) => ({ id: "", ...Object(value) }),
  mastodon: String,
  // The filter of a result is without its words.
  filter: (value) => ({ keywords: [], statuses: [], ...Object(value) }),
  // Our own kind, which clients show as one that they do not know.
  type: (value) => (value === "emoji_reaction" ? "favourite" : value),
};
const NO_PICTURE = { url: "", static_url: "" };
const NO_ROLE = {
  id: 0,
  name: "",
  color: "",
  position: 0,
  permissions: 0,
  highlighted: false,
  created_at: "",
  updated_at: "",
  collection_limit: 0,
};

function erratum(name: string, value: unknown, within: string): unknown {
  // Of featured tags, the number of statuses is a string.
  if (name === "statuses_count" && typeof value === "string") return Number(value);
  // Null without a page that says how the server is.
  if (name === "status" && within === "urls") return value ?? "";
  if (name === "mastodon" && within !== "api_versions") return value;
  return ERRATA[name] ? ERRATA[name](value) : value;
}

/** As masto.js hands on what it receives: names in camel case. */
function camelised(value: unknown, within = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => camelised(one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.includes(":") || (name === "current_user" && within === "feature_approval")
        ? name
        : name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      camelised(erratum(name, inner, within), name),
    ]),
  );
}

/**
 * Has the type checker compare answers with the types that masto.js declares.
 * @returns what does not fit, by endpoint
 */
export async function misfits(answers: Answered[]): Promise<string[]> {
  const checked = answers.filter(({ entity }) => !UNDECLARED.has(entity));
  const lines = checked.map(
    ({ entity, value }, at) =>
      `const a${at} = ${JSON.stringify(camelised(value))} as const; export const t${at}: Fixed<${typeOf(entity)}> = a${at};`,
  );
  const head = `import type { mastodon } from "masto";
type Fixed<T> = T extends readonly (infer U)[] ? readonly Fixed<U>[]
  : T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T;`;
  // Inside the checkout, so that imports are found.
  const folder = mkdtempSync(join("node_modules", ".declared-"));
  try {
    writeFileSync(join(folder, "answers.ts"), [head.replaceAll("\n", " "), ...lines].join("\n"));
    const tsc = [join("node_modules", ".bin", "tsc"), "--noEmit", "--strict", "--skipLibCheck", "--pretty", "false"];
    const flags = ["--ignoreConfig", "--module", "nodenext", "--target", "esnext", "--types", "node"];
    const told = await run(process.execPath, [...tsc, ...flags, join(folder, "answers.ts")]).catch((e: unknown) => e);
    const { stdout = "" } = told as { stdout?: string };
    return stdout
      .split(/\n(?=\S)/)
      .filter((line) => line.trim() !== "")
      .map((line) => {
        const number = Number(/\((\d+),/.exec(line)?.[1] ?? 0);
        const { endpoint = "?", entity = "?" } = checked[number - 2] ?? {};
        return `${endpoint} (${entity}): ${line.replace(/^[^)]*\): /, "").trim()}`;
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

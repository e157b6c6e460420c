import { expect, test } from "vitest";

import { Env } from "@/lib/env";
import { ensureSettings, faultsOf } from "./settings.mjs";

const complete = {
  BARKER_SECRET: "a".repeat(32),
  NEXTAUTH_SECRET: "b".repeat(32),
  NEO4J_URI: "bolt://127.0.0.1:1",
  NEO4J_PASSWORD: "graph",
  REDIS_URL: "redis://127.0.0.1:2",
};
/** The names of what the processes would refuse. @param {Record<string, string>} env */
const refused = (env) => Env.safeParse({ ...complete, ...env }).error?.issues.map(({ path }) => String(path[0])) ?? [];

test.each([
  [
    "BARKER_ORIGIN",
    "mill.example",
    'BARKER_ORIGIN must be an address such as https://town.example, not "mill.example".',
  ],
  ["BARKER_ORIGIN", "mill.example:3000", "BARKER_ORIGIN must be an address such as https://town.example"],
  ["BARKER_REGISTRATIONS", "invite", 'must be open, request, invitation or closed, not "invite".'],
  ["BARKER_TRUST_PROXY", "yes", 'must be on or off, not "yes".'],
  ["BARKER_SMTP_URL", "mail.mill.example:587", "must look like smtp://name:password@mail.example.org:587"],
  ["BARKER_SMTP_URL", "smtp://mill:p@ss:word/1@host:2587", "percent-encoded: @ is %40"],
  ["BARKER_SMTP_URL", "smtp://mill:p@ss/1@host:2587", "percent-encoded"],
  ["BARKER_SMTP_URL", "smtp://mill:12#ss@host", "percent-encoded"],
  ["BARKER_SMTP_URL", "smtp://mill:12?ss@host", "percent-encoded"],
  ["BARKER_SMTP_URL", "smtp://mill:100%@host", "percent-encoded"],
  ["BARKER_METRICS_TOKEN", "short", "must have at least 16 characters."],
  ["BARKER_DRAIN_SECONDS", "soon", "must be a number from 0 to 600"],
  ["LOG_LEVEL", "loud", "LOG_LEVEL must be"],
])("%s=%s is refused before a start in a sentence, and by the processes", (name, value, sentence) => {
  expect(() => ensureSettings({ [name]: value })).toThrow(sentence);
  expect(refused({ [name]: value })).toEqual([name]);
});

test.each([
  ["BARKER_ORIGIN", "https://mill.example"],
  ["BARKER_ORIGIN", "http://localhost:3000"],
  ["BARKER_SMTP_URL", "smtp://mill:p%40ss%2F1@mail.mill.example:2587"],
  ["BARKER_SMTP_URL", "smtps://mill%40mill.example:a:b@[::1]:465/?pool=true"],
  ["BARKER_SMTP_URL", "smtp://127.0.0.1"],
  ["BARKER_CONTACT_EMAIL", "you@mill.example"],
  ["BARKER_ROLES", "worker"],
  ["BARKER_REGISTRATIONS", ""],
])("%s=%s is accepted before a start, and by the processes", (name, value) => {
  expect(faultsOf({ [name]: value })).toEqual([]);
  expect(value === "" ? [] : refused({ [name]: value })).toEqual([]);
});

test("whatever the processes refuse is refused before a start", () => {
  const wrong = `no such value ${"x".repeat(400)}`;
  // The launcher sets or checks these itself.
  const others = new Set(["NODE_ENV", "PORT", "BARKER_LAUNCH", "REDIS_URL"]);
  const names = Object.keys(Env.shape).filter((name) => !others.has(name));
  const missed = names.filter(
    (name) => refused({ [name]: wrong }).includes(name) && faultsOf({ [name]: wrong }).length === 0,
  );
  expect(missed).toEqual([]);
  const short = names.filter(
    (name) => refused({ [name]: "x" }).includes(name) && faultsOf({ [name]: "x" }).length === 0,
  );
  expect(short).toEqual([]);
});

test("what is secret is not quoted, and each fault has its own sentence", () => {
  const faults = faultsOf({
    BARKER_SMTP_URL: "smtp://a:hunter2/@b:c",
    BARKER_TRUST_PROXY: "1",
    BARKER_MEDIA_S3_ENDPOINT: "https://s3",
  });
  expect(faults).toHaveLength(5);
  expect(faults.join("\n")).not.toContain("hunter2");
});

test("a file of certificates that is not there is refused, because Node would only warn", () => {
  expect(faultsOf({ NODE_EXTRA_CA_CERTS: "/no/such/file.pem" })).toEqual([
    'NODE_EXTRA_CA_CERTS must be the path of a file that the user of Barker may read, not "/no/such/file.pem".',
  ]);
});

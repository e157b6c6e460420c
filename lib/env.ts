import { z } from "zod";
import { singleton } from "@/lib/singleton";

const flag = z.enum(["on", "off"]);
const seed = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits");

/** A name, a password and a host, in which no character may be taken for the end of one of them. */
const SMTP =
  /^smtps?:\/\/((?:[^\s:@/?#%]|%[\da-f]{2})*(?::(?:[^\s@/?#%]|%[\da-f]{2})*)?@)?(\[[\da-f:.]+\]|[^\s:@/?#[\]%]+)(:\d{1,5})?\/?(\?[^\s#@]*)?$/i;
const http = z.url({ protocol: /^https?$/ });

/** All environment variables of Barker. Units are in the names. bin/launcher/settings.mjs says in words what is wrong. */
export const Env = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().default("127.0.0.1"),
    /** The launcher's id of this process, which /health answers with. */
    BARKER_LAUNCH: z.string().max(64).optional(),
    /** The public address, without a trailing slash. */
    BARKER_ORIGIN: http.default("http://localhost:3000"),
    /** The gateways as host:port, separated by commas. */
    BARKER_SIDECARS: z
      .string()
      .regex(/^$|^\S+:\d+(,\S+:\d+)*$/, "host:port, separated by commas")
      .default(""),
    BARKER_ROLES: z
      .string()
      .regex(/^(gateway|worker)(,(gateway|worker))?$/, "gateway, worker, or both separated by a comma")
      .default("gateway,worker"),
    /** On shutdown, a process drains its connections over this many seconds; a second signal ends it at once. */
    BARKER_DRAIN_SECONDS: z.coerce.number().min(0).max(600).default(3),
    /** From this many followers on, an author's barks are merged into timelines on read instead of being copied. */
    BARKER_HUB_FOLLOWERS: z.coerce.number().int().min(0).default(5_000),
    /** How long a request waits for its stores in all before it answers 503. */
    BARKER_STORE_SECONDS: z.coerce.number().min(0.1).max(600).default(2.4),
    /** The handle of the operators' account, and their address for mail, which anybody may read. */
    BARKER_CONTACT: z.string().max(40).default(""),
    BARKER_CONTACT_EMAIL: z.union([z.literal(""), z.email()]).default(""),
    /** The mail server, with name and password: `smtp://name:password@mail.example.org:587`; without it no mail is sent. */
    BARKER_SMTP_URL: z
      .union([z.literal(""), z.string().regex(SMTP, "smtp://… or smtps://…, with name and password percent-encoded")])
      .default(""),
    /** The sender of mails: an address, or `Name <address>`. */
    BARKER_MAIL_FROM: z.string().max(300).default(""),
    /** How people come in while nobody has chosen it in the town hall. */
    BARKER_REGISTRATIONS: z.enum(["open", "request", "invitation", "closed"]).default("open"),
    BARKER_RATE_LIMITS: flag.default("on"),
    BARKER_DEMO: flag.default("off"),
    /** Set behind a proxy that sets `X-Forwarded-For`; otherwise the header is ignored. */
    BARKER_TRUST_PROXY: flag.default("off"),
    /** Allows callers elsewhere to read `/metrics` with `Authorization: Bearer …`; otherwise only this machine may. */
    BARKER_METRICS_TOKEN: z.union([z.literal(""), z.string().min(16)]).optional(),
    /** A collector of OpenTelemetry traces, such as `http://127.0.0.1:4318`; without it there are none. */
    OTEL_EXPORTER_OTLP_ENDPOINT: z.union([z.literal(""), z.url()]).default(""),
    /** The data folder, for the files of pictures. */
    BARKER_DATA: z.string().default(".barker"),
    /** An S3-compatible server that stores the files of pictures instead of the data folder. */
    BARKER_MEDIA_S3_ENDPOINT: z.url().optional(),
    BARKER_MEDIA_S3_BUCKET: z.string().optional(),
    BARKER_MEDIA_S3_REGION: z.string().default("us-east-1"),
    BARKER_MEDIA_S3_KEY: z.string().optional(),
    BARKER_MEDIA_S3_SECRET: z.string().optional(),
    /** The VAPID key pair that identifies this server to push services (base64url); without it there are no pushes. */
    BARKER_VAPID_PUBLIC_KEY: z.string().optional(),
    BARKER_VAPID_PRIVATE_KEY: z.string().optional(),
    /** The contact for push services: `mailto:…` or an https address; the origin by default. */
    BARKER_VAPID_SUBJECT: z.string().optional(),
    /** Allowed push services, "*.example.com" for all subdomains; an empty list allows every public one. */
    BARKER_PUSH_HOSTS: z.string().default(""),
    /** Allows push services on this machine, for tests. */
    BARKER_PUSH_LOCAL: flag.default("off"),
    /** Whether links in barks are fetched, to show what they lead to. */
    BARKER_LINK_CARDS: flag.default("on"),
    /** The seeds (64 hexadecimal digits) of the key log's signing key and of its index; without them there is no key log. */
    BARKER_LOG_KEY: seed.optional(),
    BARKER_VRF_KEY: seed.optional(),
    /** The name of the key log, which it keeps for ever; the origin's host and "/kt" by default. */
    BARKER_LOG_ORIGIN: z
      .string()
      .regex(/^[^\s+]*$/, "no spaces and no plus sign")
      .default(""),
    /** The witnesses of the key log as "address verifier-key", separated by commas. */
    BARKER_WITNESSES: z
      .string()
      .regex(/^$|^\S+ [^\s,]+(,\S+ [^\s,]+)*$/, "an address and a verifier key each, separated by commas")
      .default(""),
    BARKER_SECRET: z.string().min(16),
    NEXTAUTH_SECRET: z.string().min(16),
    /** The address for next-auth, the same as the origin. */
    NEXTAUTH_URL: http.optional(),
    NEO4J_URI: z.string(),
    NEO4J_USER: z.string().default("neo4j"),
    NEO4J_PASSWORD: z.string(),
    NEO4J_DATABASE: z.string().default("neo4j"),
    /** Redis by TCP. Only a web process does without it, where Upstash's REST is given. */
    REDIS_URL: z.string().default(""),
    UPSTASH_REDIS_REST_URL: z.union([z.literal(""), z.url()]).default(""),
    UPSTASH_REDIS_REST_TOKEN: z.string().default(""),
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .superRefine((given, context) => {
    const needed = ["BARKER_MEDIA_S3_BUCKET", "BARKER_MEDIA_S3_KEY", "BARKER_MEDIA_S3_SECRET"] as const;
    for (const name of given.BARKER_MEDIA_S3_ENDPOINT ? needed : []) {
      if (!given[name])
        context.addIssue({ code: "custom", path: [name], message: "BARKER_MEDIA_S3_ENDPOINT needs it" });
    }
    if (!given.REDIS_URL && !(given.UPSTASH_REDIS_REST_URL && given.UPSTASH_REDIS_REST_TOKEN)) {
      const message = "needed, or both UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN";
      context.addIssue({ code: "custom", path: ["REDIS_URL"], message });
    }
  });
export type Env = z.infer<typeof Env>;

/**
 * The validated environment, read once.
 * @throws with one line per invalid variable, so that a process reports at its start what is missing.
 */
export const env = singleton("env", (): Env => {
  // In a file of settings, a line may be left without a value.
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete.\n${faults.join("\n")}`);
});

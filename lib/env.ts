import { z } from "zod";
import { singleton } from "@/lib/singleton";

const flag = z.enum(["on", "off"]);

/** Every variable that Barker reads, in one place. Times and sizes are in the names. */
const Env = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().default("127.0.0.1"),
    /** The address people type, without a slash at the end. */
    BARKER_ORIGIN: z.url().default("http://localhost:3000"),
    /** Where the gateways are, as host:port with commas between. */
    BARKER_SIDECARS: z
      .string()
      .regex(/^$|^\S+:\d+(,\S+:\d+)*$/, "host:port, with commas between several")
      .default(""),
    BARKER_ROLES: z
      .string()
      .regex(/^(gateway|worker)(,(gateway|worker))?$/, "gateway, worker, or both with a comma between")
      .default("gateway,worker"),
    /** Asked to end, a process sends away who is connected over this many seconds; a second signal ends it at once. */
    BARKER_DRAIN_SECONDS: z.coerce.number().min(0).max(600).default(3),
    /** From this many followers on somebody's barks are not copied into timelines but merged into them when read. */
    BARKER_HUB_FOLLOWERS: z.coerce.number().int().min(0).default(5_000),
    /** How long a request waits for its stores, all in all, before it answers 503. */
    BARKER_STORE_SECONDS: z.coerce.number().min(0.1).max(600).default(2.4),
    BARKER_RATE_LIMITS: flag.default("on"),
    BARKER_DEMO: flag.default("off"),
    /** Set behind a proxy that writes `X-Forwarded-For`; without it that header is not believed. */
    BARKER_TRUST_PROXY: flag.default("off"),
    /** Opens `/metrics` to callers elsewhere, as `Authorization: Bearer …`; without it only this machine may read them. */
    BARKER_METRICS_TOKEN: z.union([z.literal(""), z.string().min(16)]).optional(),
    /** The folder for what is neither in Neo4j nor in Redis: the files of pictures. */
    BARKER_DATA: z.string().default(".barker"),
    /** An S3-compatible server that keeps the files of pictures instead of the data folder. */
    BARKER_MEDIA_S3_ENDPOINT: z.url().optional(),
    BARKER_MEDIA_S3_BUCKET: z.string().optional(),
    BARKER_MEDIA_S3_REGION: z.string().default("us-east-1"),
    BARKER_MEDIA_S3_KEY: z.string().optional(),
    BARKER_MEDIA_S3_SECRET: z.string().optional(),
    /** The key pair that push services know this Barker by (VAPID, base64url); without it there are no pushes. */
    BARKER_VAPID_PUBLIC_KEY: z.string().optional(),
    BARKER_VAPID_PRIVATE_KEY: z.string().optional(),
    /** Whom a push service may write to: `mailto:…` or an https address; otherwise the origin. */
    BARKER_VAPID_SUBJECT: z.string().optional(),
    /** Push services that may be sent to, "*.example.com" for all below one; none named means any public one. */
    BARKER_PUSH_HOSTS: z.string().default(""),
    /** Lets push services be on this machine, for tests. */
    BARKER_PUSH_LOCAL: flag.default("off"),
    BARKER_SECRET: z.string().min(16),
    NEXTAUTH_SECRET: z.string().min(16),
    /** Where next-auth believes to be: the same as the origin. */
    NEXTAUTH_URL: z.url().optional(),
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
 * @throws with one line per wrong variable, so that a process says at its start what it lacks.
 */
export const env = singleton("env", (): Env => {
  const parsed = Env.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete.\n${faults.join("\n")}`);
});

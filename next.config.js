import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Clients of the API call `/api/v1/instance/` and `/api/v1/instance` alike; neither may redirect.
  skipTrailingSlashRedirect: true,
  // Native code and drivers stay outside the bundle: they load files of their own at run time.
  serverExternalPackages: ["neo4j-driver", "ioredis", "sharp", "@node-rs/argon2", "pino", "nodemailer"],
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },
  agentRules: false,
  experimental: {
    // A page's code is loaded when it is first asked for: at a start all of it, with the API that is answered without
    // Next (web/api.ts), would take 90 MB and three seconds.
    preloadEntriesOnStart: false,
    // Node reads the map of everything it loads: for the pages 150 MB. Their traces name built files instead.
    turbopackSourceMaps: process.env.NODE_ENV !== "production",
  },
  // `npm run verify` checks types, of tests too; a start does not wait for that, nor does a test stop it.
  typescript: { ignoreBuildErrors: true },
};

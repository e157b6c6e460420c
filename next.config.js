import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Clients of the API call `/api/v1/instance/` and `/api/v1/instance` alike; neither may redirect.
  skipTrailingSlashRedirect: true,
  // Native code and drivers stay outside the bundle: they load files of their own at run time.
  serverExternalPackages: ["neo4j-driver", "sharp", "@node-rs/argon2", "pino"],
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },
  agentRules: false,
  // `npm run verify` checks types, of tests too; a start does not wait for that, nor does a test stop it.
  typescript: { ignoreBuildErrors: true },
};

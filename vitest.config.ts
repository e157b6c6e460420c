import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = { "@": at("."), "server-only": at("local/nothing.ts") };
const exclude = [...configDefaults.exclude, "e2e/**", ".next/**", "dist/**", ".barker*/**"];

/** What a test costs is in its name: *.test needs nothing, *.integration.test a Neo4j and a Redis. */
export default defineConfig({
  resolve: { alias },
  test: {
    // The machines this runs on have two cores, and the stores want some of them too.
    maxWorkers: 2,
    coverage: {
      provider: "v8",
      include: ["app/**", "lib/**", "sidecar/**", "web/**", "local/**"],
      reporter: ["text-summary", "html"],
    },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["**/*.test.{ts,tsx,mjs}"], exclude: [...exclude, "**/*.integration.test.*"] },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["**/*.integration.test.{ts,tsx,mjs}"],
          exclude,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          // A package that only servers may import says so with this condition; here all are servers.
          env: { NODE_ENV: "test" },
        },
      },
    ],
  },
});

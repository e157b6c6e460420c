import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = { "@": at("."), "server-only": at("local/empty.ts") };
const exclude = [...configDefaults.exclude, ".next/**", "dist/**", ".barker*/**"];

/**
 * What a test costs is in its name: *.test needs nothing, *.integration.test a Neo4j and a Redis, *.faults.test
 * a whole Barker whose processes it may kill. Browser tests are Playwright's, in e2e/.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    reporters: ["default", "./bin/testing/vitest-reporter.mjs"],
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
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: [...exclude, "e2e/**", "**/*.{integration,faults}.test.*"],
          // Patience for busy machines; how fast something is, a bench says.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["**/*.integration.test.{ts,tsx,mjs}"],
          exclude,
          // Loading all endpoints takes a second, so a worker loads them once; `testing/fresh.ts` separates the files.
          isolate: false,
          setupFiles: ["./testing/fresh.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One more try where nobody can look; what needed it is marked with the number of its tries.
          retry: process.env["CI"] ? 1 : 0,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["**/*.faults.test.ts"],
          exclude,
          // One death at a time.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

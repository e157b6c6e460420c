import { build } from "esbuild";
import { expect, test } from "@/e2e/support/browser";

test("the browser folds, finds, mutes and marks words as the server does", async ({ page }) => {
  const { outputFiles } = await build({
    entryPoints: ["testing/words.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "words",
    tsconfig: "tsconfig.json",
  });
  const script = outputFiles[0]?.text ?? "";
  const faults: unknown = await page.evaluate(`(() => { ${script}; return words.wordFaults(); })()`);
  expect(faults).toEqual([]);
});

import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const compress = promisify(brotliCompress);
const worthIt = /\.(js|css|json|svg)$/;

/**
 * Writes a Brotli version beside each script and style of a folder, once, so that it need not be made for each request.
 *
 * @param {string} folder
 * @param {AbortSignal} signal
 */
export async function compressFiles(folder, signal) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => worthIt.test(file));
  for (const file of files) {
    signal.throwIfAborted();
    await writeFile(join(folder, `${file}.br`), await compress(await readFile(join(folder, file))));
  }
}

import { gzipSync } from "node:zlib";
import { quantile, type Figure } from "@/bench/figures";
import { ask } from "@/bench/http";
import { demoSession } from "@/bench/session";

const PAGES = 200;

/** The home page in a browser: the time to its first byte, and the size of its JavaScript. */
export async function benchPage(): Promise<Figure[]> {
  const cookie = await demoSession();
  const samples: number[] = [];
  let html = "";
  for (let index = 0; index < PAGES + 30; index++) {
    const answer = await ask("/home", { cookie });
    if (answer.status !== 200) throw new Error(`/home was answered ${answer.status}`);
    html = answer.body;
    if (index >= 30) samples.push(answer.firstByte);
  }
  const [home, framework] = [await scriptBytes(html), await scriptBytes((await ask("/offline")).body)];
  return [
    {
      what: "home, server-rendered, first byte p95",
      value: quantile(samples, 0.95),
      unit: "ms",
      target: { most: 50 },
      rival: "seed 001 200",
    },
    { what: "JavaScript on the home screen, gzip", value: home / 1024, unit: "KB", target: { most: 200 } },
    {
      what: "of it beyond a page without parts of ours",
      value: (home - framework) / 1024,
      unit: "KB",
      target: { most: 100 },
    },
  ];
}

async function scriptBytes(html: string): Promise<number> {
  const sources = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+)"(?![^>]*nomodule)/gi)].map((match) => match[1] ?? ""),
  );
  let bytes = 0;
  for (const source of sources) bytes += gzipSync((await ask(source)).body).length;
  return bytes;
}

import emoji from "emojibase-data/en/data.json";
import messages from "emojibase-data/en/messages.json";
import { slim } from "@/app/_features/emoji/slim";

const FOR_EVER = "public, max-age=31536000, immutable";

const FILES: Record<string, () => unknown> = {
  "data.json": () => emoji.map(slim),
  "messages.json": () => messages,
};
const rendered = new Map<string, string>();

/** The names of all emoji, for the picker: what it needs of the data, and no more. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const make = FILES[file];
  if (!make) return new Response(null, { status: 404 });
  const json = rendered.get(file) ?? JSON.stringify(make());
  rendered.set(file, json);
  return new Response(json, {
    headers: { "content-type": "application/json", "cache-control": FOR_EVER, etag: `"${file}-17"` },
  });
}

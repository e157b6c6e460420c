const encoder = new TextEncoder();

/** A post as Mastodon's archive has it. */
export function note(changes: object): object {
  return {
    type: "Note",
    id: "https://far.example/1",
    summary: null,
    inReplyTo: null,
    published: "2023-05-01T10:00:00Z",
    to: ["https://www.w3.org/ns/activitystreams#Public"],
    cc: ["https://far.example/users/fern/followers"],
    sensitive: false,
    content: "<p>Hello</p>",
    contentMap: { en: "<p>Hello</p>" },
    attachment: [],
    ...changes,
  };
}

/** The outbox.json of an archive with these posts. */
export function outbox(notes: object[]): Uint8Array<ArrayBuffer> {
  const orderedItems = notes.map((object) => ({ type: "Create", actor: "https://far.example/users/fern", object }));
  return encoder.encode(JSON.stringify({ type: "OrderedCollection", orderedItems }));
}

/** A tar of some files. */
export function tar(files: Record<string, Uint8Array>): Uint8Array {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const header = new Uint8Array(512);
    header.set(encoder.encode(name));
    header.set(encoder.encode(content.length.toString(8).padStart(11, "0")), 124);
    header.set(encoder.encode("0"), 156);
    header.set(encoder.encode("ustar"), 257);
    const padded = new Uint8Array(Math.ceil(content.length / 512) * 512);
    padded.set(content);
    return [header, padded];
  });
  return Buffer.concat([...blocks, new Uint8Array(1_024)]);
}

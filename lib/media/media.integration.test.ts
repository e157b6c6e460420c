import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { MediaAttachment } from "@/lib/media/schema";
import { driver } from "@/lib/neo4j";
import { call } from "@/lib/testing/api";
import { makePerson, makeToken } from "@/lib/testing/people";

afterAll(() => driver().close());

describe("a picture", () => {
  it("is taken", async () => {
    const person = await makePerson();
    const { token } = await makeToken(person.id);
    const bytes = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: "#c63" } })
      .jpeg()
      .toBuffer();
    const body = new FormData();
    body.set("file", new Blob([new Uint8Array(bytes)]), "x.jpg");
    body.set("description", "Orange");
    const answer = await call("POST", "/api/v2/media", { token, body });
    const media = MediaAttachment.parse(answer.json);
    const file = await call("GET", new URL(media.url).pathname, {});
    expect(file.status).toBe(200);
  });
});

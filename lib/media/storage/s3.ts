import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { away } from "@/lib/errors";
import { FILE_NAME, isFileName } from "@/lib/media/rules";
import type { Storage } from "@/lib/media/storage";

interface Account {
  /** The server's address without the bucket; path-style addresses work with all servers. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const TIMEOUT_MS = 10_000;
const PICTURE = { "content-type": "image/webp", "cache-control": "public, max-age=31536000, immutable" };
const SEALED = { "content-type": "application/octet-stream", "cache-control": "private, no-store" };

/**
 * Stores files as objects in a bucket of an S3-compatible server.
 * @throws ApiError `away` when the server does not answer, or answers with an error
 */
export function s3Storage({ endpoint, bucket, ...account }: Account): Storage {
  const client = new AwsClient({ ...account, service: "s3", retries: 2 });

  async function ask(method: string, name: string, body?: Uint8Array): Promise<Response | null> {
    if (!isFileName(name)) throw new RangeError("not the name of a stored file");
    const address = `${endpoint.replace(/\/$/, "")}/${bucket}/media/${name}`;
    const headers = {
      "x-amz-content-sha256": createHash("sha256")
        .update(body ?? "")
        .digest("hex"),
      ...(body && (FILE_NAME.test(name) ? PICTURE : SEALED)),
    };
    try {
      const answer = await client.fetch(address, {
        method,
        headers,
        body: body && new Uint8Array(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(`the picture storage answered ${answer.status} to ${method}`);
      return answer;
    } catch (error) {
      throw away(error);
    }
  }

  return {
    async put(name, bytes) {
      const answer = await ask("PUT", name, bytes);
      if (!answer) throw away(new Error("the picture storage has no such bucket"));
      await answer.arrayBuffer();
    },
    async get(name) {
      const answer = await ask("GET", name);
      return answer && new Uint8Array(await answer.arrayBuffer());
    },
    async remove(name) {
      const answer = await ask("DELETE", name);
      await answer?.arrayBuffer();
    },
  };
}

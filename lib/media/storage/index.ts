import { env } from "@/lib/env";
import { diskStorage } from "@/lib/media/storage/disk";
import { s3Storage } from "@/lib/media/storage/s3";
import { singleton } from "@/lib/singleton";

/** Storage for the files of pictures, and for encrypted files. Valid names are those of `isFileName` in the rules. */
export interface Storage {
  /** Stores a file atomically and durably; idempotent. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** The file's bytes, or null if there is none. */
  get(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Removes a file; idempotent. */
  remove(name: string): Promise<void>;
}

/** An S3-compatible server when the environment names one, else the data folder. */
export const storage = singleton("storage", (): Storage => {
  const given = env();
  const { BARKER_MEDIA_S3_ENDPOINT: endpoint, BARKER_MEDIA_S3_BUCKET: bucket } = given;
  if (!endpoint || !bucket) return diskStorage(given.BARKER_DATA);
  return s3Storage({
    endpoint,
    bucket,
    region: given.BARKER_MEDIA_S3_REGION,
    accessKeyId: given.BARKER_MEDIA_S3_KEY ?? "",
    secretAccessKey: given.BARKER_MEDIA_S3_SECRET ?? "",
  });
});

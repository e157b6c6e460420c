import { z } from "zod";
import { HexId } from "@/lib/keylog/schema";
import { binary } from "@/lib/messages/schema";

const WRAPPED_BYTES = 1_024;
const RECORD_BYTES = 64 * 1024;
const RECORDS_SENT = 100;
const RECORDS_READ = 200;
/** The largest request with records, in bytes of JSON. */
export const ARCHIVE_BODY = 2_000_000;
const Epoch = z.number().int().min(0).max(4_294_967_295);

const ArchiveEpoch = z.object({ n: Epoch, wrapped: z.string().nullable() });

/** An account's archive: how many records it has, and by which keys they are encrypted. */
export const MessageArchive = z
  .object({ enabled: z.boolean(), count: z.number().int(), epochs: z.array(ArchiveEpoch) })
  .meta({ id: "MessageArchive" });
export type MessageArchive = z.infer<typeof MessageArchive>;

export const ArchiveChange = z.object({ enabled: z.boolean() });
export const EpochParam = z.object({ n: z.coerce.number().int().min(0).max(4_294_967_295) });
/** The key of the epoch before, encrypted under the key of this one; null for the first. */
export const EpochChange = z.object({ wrapped: binary(WRAPPED_BYTES).min(1).nullable() });

const ArchiveRecord = z.object({
  id: HexId,
  epoch: Epoch,
  /** When the message was sent, in Unix ms. */
  at: z.number().int().min(0).max(9_999_999_999_999),
  body: binary(RECORD_BYTES).min(1),
});
/** The body of `POST …/archive/records`. */
export const ArchiveRecords = z.object({ records: z.array(ArchiveRecord).max(RECORDS_SENT) });
export type ArchiveRecords = z.infer<typeof ArchiveRecords>;
export const ArchiveStored = z.object({ stored: z.number().int() });

/** `before` is the `next` of another page. */
export const ArchiveQuery = z.object({
  before: z
    .string()
    .regex(/^\d{13}-[0-9a-f]{32}$/)
    .optional(),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(100)
    .transform((limit) => Math.min(limit, RECORDS_READ)),
});
export const ArchivePage = z.object({
  records: z.array(z.object({ id: HexId, epoch: Epoch, at: z.number(), body: z.string() })),
  next: z.string().nullable(),
});
export type ArchivePage = z.infer<typeof ArchivePage>;

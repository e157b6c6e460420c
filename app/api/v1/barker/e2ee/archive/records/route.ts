import { route } from "@/lib/http/route";
import { readArchiveRecords } from "@/lib/messages/archive/reads";
import { ARCHIVE_BODY, ArchivePage, ArchiveQuery, ArchiveRecords, ArchiveStored } from "@/lib/messages/archive/schema";
import { storeArchiveRecords } from "@/lib/messages/archive/writes";

export const GET = route(
  {
    summary: "The records of one's archive, newest first",
    auth: "user",
    scope: "messages",
    query: ArchiveQuery,
    answers: ArchivePage,
    limit: "archive",
  },
  ({ viewer, query }) => readArchiveRecords(viewer.id, query),
);

export const POST = route(
  {
    summary: "Add records to one's archive; those that it has already are ignored",
    auth: "user",
    scope: "messages",
    body: ArchiveRecords,
    size: ARCHIVE_BODY,
    answers: ArchiveStored,
    limit: "archive",
  },
  async ({ viewer, body }) => ({ stored: await storeArchiveRecords(viewer.id, body) }),
);

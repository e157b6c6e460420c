import { route } from "@/lib/http/route";
import { lookup } from "@/lib/keylog/lookup/reads";
import { LookupQuery } from "@/lib/keylog/schema";
import { LookupResponse } from "@/lib/transparency/schema";

export const GET = route(
  {
    summary: "What the key log says of an account or a handle, with the proofs; also that it says nothing",
    auth: "user",
    scope: "messages",
    query: LookupQuery,
    answers: LookupResponse,
    limit: "keyLookup",
  },
  ({ query }) => lookup({ label: query.label, knownSeq: query.known_seq, since: query.since }),
);

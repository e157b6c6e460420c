import { route } from "@/lib/http/route";
import { logPolicy } from "@/lib/keylog/log/policy";
import { LogPolicy } from "@/lib/transparency/schema";

export const GET = route(
  { summary: "The keys of the key log and of its witnesses", auth: "none", answers: LogPolicy },
  () => Promise.resolve(logPolicy()),
);

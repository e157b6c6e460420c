import { route } from "@/lib/http/route";
import { readContact } from "@/lib/messages/reads";
import { ContactParam, ContactView } from "@/lib/messages/schema";

export const GET = route(
  {
    summary: "Whether one may write to somebody, and the conversation with them",
    auth: "user",
    scope: "messages",
    params: ContactParam,
    answers: ContactView,
  },
  ({ viewer, params }) => readContact(viewer.id, params.person_id),
);

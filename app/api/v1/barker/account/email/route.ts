import { EmailChanged } from "@/lib/account/address/schema";
import { changeEmail } from "@/lib/account/address/writes";
import { EmailChange } from "@/lib/account/schema";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Change one's e-mail address; where mail can be sent, when the link that is sent to the new one is opened",
    auth: "session",
    body: EmailChange,
    answers: EmailChanged,
    limit: "write",
  },
  ({ viewer, identity, body }) => changeEmail(requesterOf(viewer, identity), body.email, body.password),
);

import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { changeEnv } from "@/testing/change-env";
import { listen } from "@/testing/listen";
import { ask } from "@/testing/graph";
import { until } from "@/testing/until";
import { z } from "zod";

/** A mail server on this machine, to which the process under test sends from now on. */
export interface MailServer {
  /** What came for an address so far, oldest first. */
  mailsTo: (email: string) => ParsedMail[];
  /** Waits until so many mails came for an address. @returns the last of them */
  mailTo: (email: string, count?: number) => Promise<ParsedMail>;
  /** Does something while the next mail is being sent: before it is taken. */
  whileSending: (act: () => Promise<unknown>) => void;
  close: () => void;
}

/**
 * Starts a mail server and names it in the environment.
 * @param password what `barker` has to sign in with; without one it takes mails of anybody
 */
export async function startMailServer(password?: string): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const acts: (() => Promise<unknown>)[] = [];
  const server = new SMTPServer({
    authOptional: password === undefined,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth({ username, password: given }, _session, done) {
      if (username === "barker" && given === password) done(null, { user: username });
      else done(new Error("Authentication failed"));
    },
    async onData(stream, _session, done) {
      mails.push(await simpleParser(stream));
      await acts.shift()?.();
      done();
    },
  });
  const port = await listen(server.server);
  const user = password === undefined ? "" : `barker:${encodeURIComponent(password)}@`;
  changeEnv("BARKER_SMTP_URL", `smtp://${user}127.0.0.1:${port}`);
  const mailsTo = (email: string) => mails.filter(({ to }) => [to].flat().some((one) => one?.text === email));
  return {
    mailsTo,
    async mailTo(email, count = 1) {
      await until(() => Promise.resolve(mailsTo(email).length >= count));
      const mail = mailsTo(email)[count - 1];
      if (!mail) throw new Error(`no mail for ${email}`);
      return mail;
    },
    whileSending: (act) => acts.push(act),
    close: () => server.close(() => undefined),
  };
}

/** The address that `makePerson` gives somebody. */
export const addressOf = ({ handle }: { handle: string }): string => `${handle}@town.example`;

/** Confirms somebody's address, as if they had opened the link of the mail. */
export async function confirmAddress({ id }: { id: string }): Promise<void> {
  await ask(
    "MATCH (:Person {id: $id})-[:HAS]->(c) SET c.confirmedAt = 1 RETURN c.email AS email",
    { id },
    z.object({}),
  );
}

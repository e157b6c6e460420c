import { plural } from "@/app/_words/plural";

/** The town hall: how people come in, the settings of the town, and mails. */
export const townSettings = {
  entry: "Joining",
  entryDetail: "How people come in, requests, invitations",
  settings: "The town",
  settingsDetail: "Name, rules, words, how long things are kept, and pages",
  mail: "Mails",
  mailDetail: "Whether mails can be sent",
  save: "Save",
  saved: "Saved",
  unsaved: "Not saved yet",
  notSaved: "Not saved. Something in the form is not right; it says so below the field.",

  how: "How people come in",
  modes: [
    { value: "open", title: "Open", detail: "Everybody can join" },
    { value: "request", title: "By request", detail: "People say why, and you let them in" },
    { value: "invitation", title: "By invitation", detail: "With a link that somebody sent them" },
    { value: "closed", title: "Closed", detail: "Nobody can join" },
  ],
  stillReadable:
    "This decides who joins, not who reads: public barks, profiles and topics can be read without an account.",
  reasonLength: "Shortest reason of a request",
  reasonLengthHelp: "In characters. 0: no reason is needed.",
  closedMessage: "What visitors read when they cannot join by themselves",
  closedMessageHelp: "If it is empty, Barker says it in its own words.",
  whoInvites: "Who makes invitations",
  everybody: "Everybody",
  staff: "Staff",
  allowed: "Only these e-mail domains",
  allowedHelp:
    "One on each line, such as example.org. If it is empty, all are taken. With e-mail, people are in only when they have confirmed their address; without, nobody checks that it is theirs.",
  blocked: "Never these e-mail domains",
  blockedHelp: "One on each line. Each stands for its subdomains too.",

  requests: "Requests to join",
  noRequests: "Nobody waits for an answer.",
  waiting: (count: number) => plural(count, { one: "# request waits", other: "# requests wait" }),
  more: "Only the first 40 are shown. Answer them to see the others.",
  noReason: "No reason was given.",
  onlyConfirms: "They did not ask: they are in as soon as they confirm their address.",
  from: (email: string, confirmed: boolean) => `${email} (address ${confirmed ? "confirmed" : "not confirmed"}) ·`,
  approve: "Let in",
  approveNamed: (handle: string) => `Let @${handle} in`,
  approved: (handle: string) => `@${handle} is in`,
  reject: "Decline",
  rejectNamed: (handle: string) => `Decline @${handle}`,
  rejected: (handle: string) => `The request of @${handle} is declined and deleted`,

  basics: "Name and contact",
  name: "Name of the town",
  nameHelp: "Apps and the about page show it. If it is empty: Barker.",
  description: "In a sentence or two",
  contactEmail: "E-mail address for questions",
  contactHandle: "Handle of who answers",
  contactHelp: "Anybody can read this.",
  contactHandleHelp: "Somebody who has an account here. Apps and the about page show them.",
  languages: "Languages",
  languagesHelp:
    "The languages that people here speak, for apps and directories of towns. Nothing is translated. As codes with commas between: en for English, de for German, cy for Welsh.",
  languagesFault: "Please write codes of languages, such as en, de, pt-BR: “en” instead of “English”.",
  domainsFault: "Each line has to be a domain, such as example.org, and nothing else.",

  rules: "Rules",
  rulesAbout: "Everybody who joins agrees to these, and reports name them.",
  rule: (number: number) => `Rule ${number}`,
  hint: (number: number) => `Explanation of rule ${number}`,
  addRule: "Add a rule",
  removeRule: (number: number) => `Remove rule ${number}`,
  raiseRule: (number: number) => `Move rule ${number} up`,

  words: "Words",
  wordsAbout:
    "A word, a phrase, or a domain such as spam.example, one on each line. Case and accents make no difference. A domain stands for its subdomains too.",
  blockedWords: "Not allowed",
  blockedWordsHelp: "No bark may say this or link to it, whoever it is for.",
  heldWords: "Read first",
  heldWordsHelp:
    "Barks for everybody that say this wait in the town hall until somebody there approves them. Barks for followers are sent, because only their readers may read them.",

  keptTitle: "How long things are kept",
  keptAbout:
    "Barker’s own privacy page says what you choose here. The staff log stays, and backups have what there was when they were made.",
  keptDeletion: "A deleted account, for whoever wants to come back",
  keptUnused: "A sign-in that nobody uses",
  keptUnusedHelp: "For apps. Browsers are signed out after 60 days at the latest.",
  keptReports: "Reports, after they were handled",
  keptMeasures: "Measures against people, after they ended",
  keptMeasuresHelp: "Measures in force stay, and so do those whose appeal waits.",
  keptFor: (days: number | null) => {
    if (days === null) return "Always";
    if (days % 365 === 0) return plural(days / 365, { one: "A year", other: "# years" });
    return plural(days, { one: "A day", other: "# days" });
  },

  pages: "Pages",
  pagesAbout:
    "Paragraphs with an empty line between them, ## before a heading, - before an item of a list, and [words](address) for a link.",
  about: "About",
  privacy: "Privacy",
  privacyHelp: "If it is empty, the text is Barker’s own, which is true for an unchanged Barker.",
  terms: "Terms of service",
  termsHelp: "If it is empty, there are none.",

  ways: {
    server: (host: string) => `Mails are sent by ${host}.`,
    invalid:
      "No mail can be sent: the address of the mail server in BARKER_SMTP_URL is not valid. Percent-encode the special characters of the password, such as %40 for @ and %2F for /, and start Barker again.",
    folder: "This is the demo: mails are kept here and sent to nobody.",
    none: "No mail can be sent. Set BARKER_SMTP_URL to the address of a mail server, and start Barker again.",
  },
  without:
    "Without it, everything else works: addresses are not confirmed, people who forgot their password ask you for a link (bin/barker password), and those who asked to join learn the answer when they sign in.",
  test: "Send me a mail",
  tested: (email: string) => `A mail to ${email} is on its way`,
  failed: "Mails that could not be sent",
  noneFailed: "In the last week there was none.",
  failedOfDay: (count: number, most: number) =>
    count === 0
      ? "None in the last 24 hours."
      : `${plural(count, { one: "# mail", other: "# mails" })}${count === most ? " or more" : ""} in the last 24 hours. The last ones:`,
  failedKinds: {
    confirm: "The link that confirms an address",
    reset: "The link to a new password",
    address: "A word about a changed address",
    security: "A word about a sign-in, a password or two-factor sign-in",
    answer: "The answer to a request to join",
    weekly: "A weekly mail",
    staff: "A word to staff about what waits, or about their rights",
    measure: "A word about a measure or the answer to an appeal",
    test: "A mail to try it",
  },
  faults: {
    invalid: "The address of the mail server in BARKER_SMTP_URL is not valid.",
    unreachable: "The mail server does not answer.",
    certificate: "The connection to the mail server could not be encrypted.",
    login: "The mail server does not accept the name and password in BARKER_SMTP_URL.",
    address: "The mail server does not accept the address of the sender or of the recipient.",
    refused: "The mail server did not take the mail. The log says more.",
  },
  kept: "Kept mails",
  noKept: "No mail was sent yet.",
  to: (email: string) => `to ${email}`,
} as const;

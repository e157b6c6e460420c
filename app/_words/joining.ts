import { plural } from "@/app/_words/plural";

/** The pages before signing in: joining, signing in, the rules. */
export const joining = {
  joinTitle: "Join the town",
  joinLead: "Three fields, then you are in.",
  join: "Join Barker",
  joinShort: "Join",
  handle: "Handle",
  handleHelp: "Letters, digits and _. This is how people find you.",
  handleFree: (handle: string) => `@${handle} is free`,
  checking: "Looking whether it is free …",
  email: "E-mail",
  emailHelp: "Only for signing in. Nobody sees it.",
  emailNoAt: "Please give an e-mail address like name@example.org.",
  emailNoEnding: "The ending is missing, such as .org",
  password: "Password",
  passwordHelp: "At least 8 characters. A short sentence beats symbols.",
  passwordShort: "A password has at least 8 characters.",
  passwordNames: "Your handle is too easy to guess.",
  passwordWeak: "Long enough. Another word or two makes it stronger.",
  passwordFair: "Good. A short sentence is even better.",
  passwordStrong: "Strong. A short sentence beats symbols.",
  showPassword: "Show password",
  rulesTitle: "Town rules",
  rulesInShort: "Be kind. Be who you say you are. Leave other people’s addresses out of it.",
  agree: "By joining you accept the {rules} and the {privacy}.",
  rulesLink: "town rules",
  privacyLink: "privacy page",
  hereBefore: "Have an account?",
  signIn: "Sign in",
  login: "Handle or e-mail",
  wrong: "That handle and password do not match. Check both and try again.",
  tooMany: "Too many tries. Please wait five minutes, then try again.",
  away: "Barker cannot be reached right now. Please try again in a moment.",
  newHere: "New here?",
  readTown: "Read the town without an account",
  passkey: "Sign in with a passkey",
  noPasskeyUsed: "No passkey was used.",
  comeBackTitle: "Welcome back?",
  comeBackLead: (day: string) =>
    `Your account is hidden and will be deleted on ${day}. If you come back now, everything is as it was.`,
  comeBack: "Come back",
  stayAway: "Stay away",
  demo: "Look around as @maple",
  demoFailed: "Maple could not be reached. Please try again in a moment.",
  home: "Barker, start page",
  privacyTitle: "What happens with your data",
} as const;

/** The landing page. */
export const landing = {
  title: "Barker: the town square in your pocket",
  heading: "The town square in your pocket",
  lead: "A calm little microblog that knows who is near you and who is close to you.",
  leadShort: "Bark in 240 characters. Find who is near you and who is close to you.",
  points: [
    { name: "Nearby.", text: "See who is around, in bands like 2–5 km. Never a pin on a map." },
    { name: "Circles.", text: "Meet friends of friends, and see through whom." },
    {
      name: "Honest edits.",
      text: "Every version stays readable, and likes stay with the version they were given to.",
    },
  ],
  barks: "Said in town",
  edited: "edited",
  answers: (count: number) => plural(count, { one: "# answer", other: "# answers" }),
  likes: (count: number) => plural(count, { one: "# like", other: "# likes" }),
  more: "Read the town",
} as const;

/** The rules of the town. */
export const rules = [
  {
    name: "Be kind.",
    text: "Disagree with what somebody said, not with who they are. No hate, no threats, no pestering.",
  },
  { name: "Be who you say you are.", text: "Jokes and pen names are welcome. Pretending to be somebody else is not." },
  {
    name: "Leave other people’s private things out of it.",
    text: "No addresses, telephone numbers, letters or pictures that were not meant for everybody.",
  },
  {
    name: "Cover what not everybody wants to see.",
    text: "Mark such pictures as sensitive, or put a content note on the bark.",
  },
  {
    name: "Do not flood the square.",
    text: "No advertising by the hundred, no copies, no machines that pretend to be people.",
  },
] as const;

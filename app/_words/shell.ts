import { plural } from "@/app/_words/plural";

function inWords(seconds: number): string {
  if (seconds < 5) return "a moment";
  return seconds < 90
    ? plural(seconds, { one: "# second", other: "# seconds" })
    : plural(Math.ceil(seconds / 60), { one: "# minute", other: "# minutes" });
}

/** The frame around all pages: navigation, keys, connection. */
export const shell = {
  places: {
    nav: "Places",
    home: "Home",
    town: "Town",
    discover: "Discover",
    nearby: "Nearby",
    messages: "Messages",
    alerts: "Alerts",
    you: "You",
    bookmarks: "Bookmarks",
    lists: "Lists",
    drafts: "Drafts",
    likes: "Likes",
    settings: "Settings",
    townHall: "Town hall",
  },
  unread: "unread",
  waiting: "waiting in the town hall",
  yours: "Your lists and settings",
  account: "Your account",
  appearance: "Appearance",
  signOut: "Sign out",
  join: "Join",
  joinTown: (town: string) => `Join ${town}`,
  signIn: "Sign in",
  joinToAct: "Join to follow, like and reply.",
  more: "More",
  about: "Barker, the town square in your pocket. Barks have up to 240 characters, and you never lose your place.",
  unsaved: {
    title: "Leave without saving?",
    sentence: "What you changed on this page is not saved yet.",
    leave: "Leave without saving",
    stay: "Stay here",
  },
  error: {
    title: "This page could not be loaded",
    sentence: "Please try again in a moment. What you wrote and your place on the page are kept.",
    again: "Try again",
  },
  tooMuch: {
    title: "Too many requests",
    back: (seconds: number) => `This page comes back by itself in ${inWords(seconds)}.`,
  },

  install: {
    short: "Install",
    title: "Install Barker",
    detail: "On your home screen, like any other app",
    iphone: [
      "Open this page in Safari.",
      "Tap Share: the square with an arrow.",
      "Choose “Add to Home Screen”, then “Add”.",
    ],
    menu: ["Open the menu of your browser.", "Choose “Install app” or “Add to Home screen”."],
    why: "The installed app fills the screen, opens offline, and can tell you about answers.",
  },

  keys: {
    title: "Keyboard",
    on: "Keyboard shortcuts",
    onDetail: "Turn them off if you dictate, or press keys by accident",
    groups: [
      {
        title: "Barks",
        beside: false,
        keys: {
          j: "Next bark",
          k: "Previous bark",
          Enter: "Open",
          r: "Reply",
          l: "Like, or undo it",
          b: "Bookmark, or undo it",
          q: "Quote",
          e: "Edit your bark or message",
          m: "Mute its author",
          u: "Profile of its author",
        },
      },
      {
        title: "Everywhere",
        beside: false,
        keys: { n: "New bark", ".": "Show new barks", "/": "Search", "?": "This help" },
      },
      {
        title: "Go to",
        /** It has the second column. */
        beside: true,
        keys: {
          "g h": "Home",
          "g t": "Town",
          "g d": "Discover",
          "g n": "Nearby",
          "g c": "Circles",
          "g m": "Messages",
          "g a": "Alerts",
          "g u": "Your profile",
          "g b": "Bookmarks",
          "g l": "Lists",
          "g w": "Drafts",
          "g s": "Settings",
        },
      },
    ],
  },
};

/** What a page says about the connection. */
export const connection = {
  notLive: "Not live: checks for news every 30 seconds",
  signIn: "Sign in",
  readAgain: "Load again",
  unreachable: "Barker cannot be reached.",
  offline: "Offline.",
  /** What waits in the outbox. */
  waits: (barks: number, others: number) => {
    if (barks === 0) return plural(others, { one: "# thing you did waits", other: "# things you did wait" });
    if (others === 0) return plural(barks, { one: "# bark waits", other: "# barks wait" });
    return `${plural(barks, { one: "# bark", other: "# barks" })} and ${plural(others, { other: "# more" })} wait`;
  },
  draftsHere: (count: number) =>
    plural(count, { one: "# draft is on this device alone", other: "# drafts are on this device alone" }),
  /** What the server does not have yet: `what` waits. */
  unsent: (what: string[]) => `${what.join(", and ")}.`,
  untilSignedIn: (what: string) => `${what} until you sign in again.`,
  sentLater: (what: string) => `${what} and will be sent automatically.`,
  pageFrom: (time: string) => `This page is from ${time}.`,
  newWait: "New barks wait and will be sent automatically.",
  staysDraft: "What you write stays a draft on this device.",
};

/** What is asked before signing out. */
export const signingOut = {
  messagesLost: "Messages would be lost",
  onlyDevice:
    "This is your only device for encrypted messages, and there is no other way to open them. Set up recovery words in the settings of Messages to keep them.",
  notSent: "Not sent yet",
  notAllSent: (unsent: string) => `Not everything could be sent. ${unsent}`,
  unsentLost: (unsent: string) => `${unsent} If you sign out, what is not sent is removed from this device.`,
  stay: "Stay",
  discard: "Discard and sign out",
  sending: "Sending…",
  sendFirst: "Send, then sign out",
};

/** The page for people who want something to be taken down, also without an account. */
export const takedown = {
  title: "Ask for something to be taken down",
  lead: "Something here is against the law, uses what is yours, or shows or names you against your will? You need no account to say so.",
  withAccount:
    "If you live here, report it in the menu of the bark or of the person; that is faster. Otherwise write a mail with:",
  needed: [
    "the address of each bark, picture or profile: open it, and copy the address from your browser;",
    "what is wrong with it, and the law or the right that it is about, if you know;",
    "whether you are the person concerned, or for whom you write;",
    "how we can answer you.",
  ],
  writeTo: "Write to {address}.",
  noAddress:
    "This town has not given an e-mail address yet. {person} runs it; if you get no answer, write to the company that hosts it.",
  nobody: "This town does not say who runs it. Write to the company that hosts it.",
  afterwards:
    "Somebody reads it, and takes down what has to be taken down. Whoever wrote it is told what was done and why, and can appeal; they are not told who asked.",
  whom: "What is stored about you, and how it is deleted, is on the page about privacy.",
};

/** Something that somebody writes. */
export interface Sentence {
  /** In groups: who writes it, if not the creator. */
  by?: string;
  text: string;
  /** A drawing that is sent with it. */
  picture?: string;
  /** What its author changes it to soon after. */
  later?: string;
  /** Who reacts to it, and with which emoji. */
  reactions?: Readonly<Record<string, string>>;
}

/** What somebody writes to the visitor alone. */
export interface DirectOpening {
  by: string;
  sentences: readonly Sentence[];
}

export interface GroupOpening {
  name: string;
  /** Who begins it. */
  by: string;
  members: readonly string[];
  sentences: readonly Sentence[];
}

/** The first thing that friends write to the visitor. The last is somebody the visitor does not follow: a request. */
export const DIRECT: readonly DirectOpening[] = [
  {
    by: "otter",
    sentences: [
      { text: "You are here too! Nobody but the two of us can read this, not even the post office." },
      {
        text: "The kayak with the ribbon: it fits two, I measured. This is where I would take you.",
        picture: "harbour",
      },
      { text: "Saturday, before the tide turns? Bring the mint." },
    ],
  },
  {
    by: "finch",
    sentences: [
      { text: "Two whistles at six tomorrow. I am keeping a rye for you." },
      {
        text: "Make that five past seven, the oven is sulking.",
        later: "Make that five past six, the oven is sulking.",
      },
    ],
  },
  {
    by: "badger",
    sentences: [
      { text: "Between us: it was not the wind." },
      { text: "If anybody asks about the gate, I was with you, and there was soup." },
    ],
  },
  {
    by: "poppy",
    sentences: [
      { text: "I put a bunch of the red ones behind the door for you. They would not have lasted until Monday." },
      { text: "What shall I write on the card?" },
    ],
  },
  {
    by: "heron",
    sentences: [{ text: "Kingfisher, third post from the weir, ten minutes ago. I am only telling you." }],
  },
  {
    by: "wren",
    sentences: [
      {
        text: "Hello, we have not met, but I sing two rows behind Clover. We are one alto short on Thursday. Could it be you?",
      },
    ],
  },
];

export const GROUPS: readonly GroupOpening[] = [
  {
    name: "Seed swap",
    by: "fern",
    members: ["clover", "poppy", "heron", "otter"],
    sentences: [
      { text: "Saturday at ten, on the library steps. Who brings what? Labels, please, I beg you." },
      { by: "clover", text: "Runner beans, and one envelope that only says ask me.", reactions: { fern: "🤭" } },
      { by: "otter", text: "I bring the table. And the boat, if it rains.", reactions: { clover: "😂" } },
      { by: "poppy", text: "Poppies. Obviously. Nine packets." },
      { text: "Maple, do we count on forty kinds of mint, or is it only thirty-nine this year?" },
    ],
  },
];

/** Whose devices run in the demo. The visitor follows the first ones, and not the last three. */
export const PALS = ["otter", "fern", "finch", "badger", "poppy", "heron", "clover", "wren", "owl", "fox"];

import type { Alarm } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";

interface AlarmWords {
  title: string;
  /** What the device saw, in a few words. */
  seen: string;
  steps: [bold: string, rest: string][];
  /** What is still safe. */
  calm: string;
}

const EVIDENCE: [string, string] = [
  "Keep the evidence.",
  "It proves what was sent to this device, and anybody can check it.",
];

const RESET: AlarmWords = {
  title: "Somebody wants to replace your keys",
  seen: "A new start of your account that no device of yours signed",
  steps: [
    ["Was it you?", "Somebody who lost all devices can start again after 72 hours."],
    ["If not, stop it now.", "Then change your password: whoever did this is signed in as you."],
  ],
  calm: "Until the 72 hours are over, nothing changes.",
};

/** What a failed check means for the person who uses this device. */
export function alarmWords({ kind, code }: Pick<Alarm, "kind" | "code">, name: string | null): AlarmWords {
  if (kind === "own_keys" && code === "reset_pending") return RESET;
  const who = name === null ? "Somebody" : isolated(name);
  const them = name === null ? "them" : isolated(name);
  const words: Record<Alarm["kind"], AlarmWords> = {
    contact_reset: {
      title: `${who} started again with new keys`,
      seen: "All of their devices are new",
      steps: [
        [`Ask ${them} another way.`, "Call, or knock. Did they start Messages again without their old devices?"],
        ["Check the QR code when you meet.", "It settles it at once."],
        ["Accept the new keys if it was them.", "Then you can write again."],
      ],
      calm: "Nothing was sent to the new devices. Older messages stay safe.",
    },
    roster: {
      title: `${who}’s keys changed in a way their devices did not sign`,
      seen: "A device that none of theirs signed",
      steps: [
        [`Ask ${them} another way.`, "Call, or knock. Did they add a device?"],
        ["Check the QR code when you meet.", "It settles it at once."],
        EVIDENCE,
      ],
      calm: "Nothing was sent to that device. Older messages stay safe.",
    },
    own_keys: {
      title: "Your keys changed in a way your devices did not sign",
      seen: "A change of your account that no device of yours made",
      steps: [
        ["Look at your other devices.", "Do they show a device that you do not know?"],
        EVIDENCE,
        ["Ask whoever runs this Barker.", "Show them the evidence, and tell the people you write with."],
      ],
      calm: "Nothing was sent to a device that yours did not sign.",
    },
    split_view: {
      title: "You and the people you write with are shown different keys",
      seen: "Another log than the one a contact sees",
      steps: [
        ["Ask them another way.", "Their device shows the same alarm."],
        EVIDENCE,
        ["Ask whoever runs this Barker.", "Two different logs are never a mistake of yours."],
      ],
      calm: "Messages that were sent before stay safe.",
    },
    log: {
      title: "The public list of keys failed its check",
      seen: "A log that is not what it was, or is not signed",
      steps: [
        ["Wait a little.", "This device checks again by itself, and goes on when all is well."],
        EVIDENCE,
        ["Ask whoever runs this Barker.", "They may be restoring a backup, or somebody may be lying to you."],
      ],
      calm: "Nothing is sent until the check succeeds. Older messages stay safe.",
    },
  };
  return words[kind];
}

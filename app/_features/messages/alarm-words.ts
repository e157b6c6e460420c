import { messageKeys as sentences } from "@/app/_words/message-keys";
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

const EVIDENCE: [string, string] = [sentences.keepEvidence, sentences.itProvesWhatWasSent];

const RESET: AlarmWords = {
  title: sentences.keysToBeReplaced,
  seen: sentences.newStartUnsigned,
  steps: [
    [sentences.wasItYou, sentences.whoCanStartAgain],
    [sentences.ifNotStopItNow, sentences.thenChangePassword],
  ],
  calm: sentences.nothingChangesFor72Hours,
};

/** What a failed check means for the person who uses this device. */
export function alarmWords({ kind, code }: Pick<Alarm, "kind" | "code">, name: string | null): AlarmWords {
  if (kind === "own_keys" && code === "reset_pending") return RESET;
  const who = name === null ? "Somebody" : isolated(name);
  const them = name === null ? "them" : isolated(name);
  const words: Record<Alarm["kind"], AlarmWords> = {
    contact_reset: {
      title: sentences.startedAgainWithNewKeys(who),
      seen: sentences.allTheirDevicesNew,
      steps: [
        [sentences.askPersonAnotherWay(them), sentences.askAboutNewStart],
        [sentences.checkQrWhenYouMeet, sentences.whatQrShows],
        [sentences.acceptIfItWasThem, sentences.thenYouCanWriteAgain],
      ],
      calm: sentences.nothingSentToNewDevices,
    },
    roster: {
      title: sentences.keysChangedUnsigned(who),
      seen: sentences.deviceUnsignedByThem,
      steps: [
        [sentences.askPersonAnotherWay(them), sentences.askAboutDevice],
        [sentences.checkQrWhenYouMeet, sentences.whatQrShows],
        EVIDENCE,
      ],
      calm: sentences.nothingSentToThatDevice,
    },
    own_keys: {
      title: sentences.yourKeysChangedUnsigned,
      seen: sentences.changeUnsignedByYou,
      steps: [
        [sentences.lookAtYourOtherDevices, sentences.unknownDeviceThere],
        EVIDENCE,
        [sentences.askWhoeverRunsThisBarker, sentences.showEvidence],
      ],
      calm: sentences.nothingSentToUnsigned,
    },
    split_view: {
      title: sentences.differentKeysShown,
      seen: sentences.differentFromContact,
      steps: [
        [sentences.askThemAnotherWay, sentences.theirDeviceShowsSameAlarm],
        EVIDENCE,
        [sentences.askWhoeverRunsThisBarker, sentences.notYourMistake],
      ],
      calm: sentences.olderMessagesSafe,
    },
    log: {
      title: sentences.publicListOfKeysFailed,
      seen: sentences.listChangedOrUnsigned,
      steps: [
        [sentences.waitLittle, sentences.checksAgain],
        EVIDENCE,
        [sentences.askWhoeverRunsThisBarker, sentences.theyMayBeRestoringBackup],
      ],
      calm: sentences.nothingSentUntilCheck,
    },
  };
  return words[kind];
}

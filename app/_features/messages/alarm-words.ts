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
  title: sentences.somebodyWantsToReplaceYour,
  seen: sentences.newStartOfYourAccount,
  steps: [
    [sentences.wasItYou, sentences.somebodyWhoLostAllDevices],
    [sentences.ifNotStopItNow, sentences.thenChangeYourPasswordWhoever],
  ],
  calm: sentences.until72HoursAreOver,
};

/** What a failed check means for the person who uses this device. */
export function alarmWords({ kind, code }: Pick<Alarm, "kind" | "code">, name: string | null): AlarmWords {
  if (kind === "own_keys" && code === "reset_pending") return RESET;
  const who = name === null ? "Somebody" : isolated(name);
  const them = name === null ? "them" : isolated(name);
  const words: Record<Alarm["kind"], AlarmWords> = {
    contact_reset: {
      title: sentences.startedAgainWithNewKeys(who),
      seen: sentences.allOfTheirDevicesAre,
      steps: [
        [sentences.askPersonAnotherWay(them), sentences.callOrKnockStart],
        [sentences.checkQrCodeWhenYou, sentences.itSettlesItAtOnce],
        [sentences.acceptNewKeysIfIt, sentences.thenYouCanWriteAgain],
      ],
      calm: sentences.nothingWasSentToNew,
    },
    roster: {
      title: sentences.keysChangedUnsigned(who),
      seen: sentences.deviceThatNoneOfTheirs,
      steps: [
        [sentences.askPersonAnotherWay(them), sentences.callOrKnockDevice],
        [sentences.checkQrCodeWhenYou, sentences.itSettlesItAtOnce],
        EVIDENCE,
      ],
      calm: sentences.nothingWasSentToThat,
    },
    own_keys: {
      title: sentences.yourKeysChangedInWay,
      seen: sentences.changeOfYourAccountThat,
      steps: [
        [sentences.lookAtYourOtherDevices, sentences.doTheyShowDeviceThat],
        EVIDENCE,
        [sentences.askWhoeverRunsThisBarker, sentences.showThemEvidenceAndTell],
      ],
      calm: sentences.nothingWasSentToDevice,
    },
    split_view: {
      title: sentences.youAndPeopleYouWrite,
      seen: sentences.anotherLogThanOneContact,
      steps: [
        [sentences.askThemAnotherWay, sentences.theirDeviceShowsSameAlarm],
        EVIDENCE,
        [sentences.askWhoeverRunsThisBarker, sentences.twoDifferentLogsAreNever],
      ],
      calm: sentences.messagesThatWereSentBefore,
    },
    log: {
      title: sentences.publicListOfKeysFailed,
      seen: sentences.logThatIsNotWhat,
      steps: [
        [sentences.waitLittle, sentences.thisDeviceChecksAgainBy],
        EVIDENCE,
        [sentences.askWhoeverRunsThisBarker, sentences.theyMayBeRestoringBackup],
      ],
      calm: sentences.nothingIsSentUntilCheck,
    },
  };
  return words[kind];
}

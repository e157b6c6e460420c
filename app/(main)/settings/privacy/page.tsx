import { Ban, Filter, UserCheck, VolumeX } from "lucide-react";
import type { Metadata } from "next";
import { LinkRow, SettingsPage } from "@/app/(main)/settings/parts";
import { Rows } from "@/app/_ui/rows";
import { AccountSwitch } from "@/app/(main)/settings/privacy/account-switch";
import { placeOf, precisionOf } from "@/app/(main)/nearby/now";
import { BarkDefaultsRows } from "@/app/(main)/settings/privacy/bark-defaults";
import { HouseholdRows } from "@/app/(main)/settings/privacy/household-rows";
import { PlaceRows } from "@/app/(main)/settings/privacy/place-rows";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { settings as words } from "@/app/_words/settings";
import { barkDefaults, ownAccount } from "@/lib/account/reads";
import { householdOf } from "@/lib/household/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.pageTitle(words.privacy.title) };

/** Privacy settings: who may follow, find and see the viewer, and muted and blocked people. */
export default async function PrivacySettings() {
  const viewer = await settingsViewer(paths.privacySettings);
  const [account, defaults, place, household] = await Promise.all([
    ownAccount(viewer.id),
    barkDefaults(viewer.id),
    placeOf(viewer.id),
    householdOf(viewer.id),
  ]);
  const waiting = account.source.follow_requests_count;
  return (
    <SettingsPage title={words.privacy.title}>
      <Rows title={words.privacy.followers}>
        <AccountSwitch
          field="locked"
          title={words.privacy.approve}
          detail={words.privacy.approveDetail}
          initially={account.locked}
        />
        <LinkRow
          href={paths.requestSettings}
          icon={UserCheck}
          title={words.privacy.requests}
          detail={words.privacy.waiting(waiting)}
        />
        <AccountSwitch
          field="hide_collections"
          title={words.privacy.showFollows}
          detail={words.privacy.showFollowsDetail}
          initially={account.hide_collections !== true}
          reversed
        />
      </Rows>
      <Rows title={words.privacy.othersSee}>
        <AccountSwitch
          field="shows_likes"
          title={words.privacy.showLikes}
          detail={words.privacy.showLikesDetail}
          initially={account.shows_likes}
        />
        <AccountSwitch
          field="discoverable"
          title={words.privacy.suggest}
          detail={words.privacy.suggestDetail}
          initially={account.discoverable !== false}
        />
        <AccountSwitch
          field="indexable"
          title={words.privacy.search}
          detail={words.privacy.searchDetail}
          initially={account.indexable}
        />
      </Rows>
      <div id="place" className="scroll-mt-16">
        <Rows title={words.privacy.nearby}>
          <PlaceRows key={place?.precision_km} location={place} precision={place ? precisionOf(place) : 2} />
        </Rows>
      </div>
      <Rows title={words.privacy.household}>
        <HouseholdRows initially={household} />
      </Rows>
      <Rows title={words.privacy.newBarks}>
        <BarkDefaultsRows initially={defaults} />
      </Rows>
      <Rows title={words.privacy.mutedAndBlocked}>
        <LinkRow href={paths.muteSettings} icon={VolumeX} title={words.privacy.mutedPeople} />
        <LinkRow href={paths.blockSettings} icon={Ban} title={words.privacy.blockedPeople} />
        <LinkRow href={paths.wordSettings} icon={Filter} title={words.privacy.mutedWords} />
      </Rows>
    </SettingsPage>
  );
}

import { Ban, Filter, UserCheck, VolumeX } from "lucide-react";
import type { Metadata } from "next";
import { LinkRow, Rows, SettingsPage } from "@/app/(main)/settings/parts";
import { AccountSwitch } from "@/app/(main)/settings/privacy/account-switch";
import { placeOf, precisionOf } from "@/app/(main)/nearby/now";
import { BarkDefaultsRows } from "@/app/(main)/settings/privacy/bark-defaults";
import { HouseholdRows } from "@/app/(main)/settings/privacy/household-rows";
import { PlaceRows } from "@/app/(main)/settings/privacy/place-rows";
import { settingsViewer } from "@/app/(main)/settings/viewer";
import { barkDefaults, ownAccount } from "@/lib/account/reads";
import { householdOf } from "@/lib/household/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Privacy · Settings" };

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
    <SettingsPage title="Privacy">
      <Rows title="Followers">
        <AccountSwitch
          field="locked"
          title="Approve my followers"
          detail="Who wants to follow you asks first"
          initially={account.locked}
        />
        <LinkRow
          href={paths.requestSettings}
          icon={UserCheck}
          title="Requests to follow you"
          detail={waiting === 0 ? "Nobody waits" : waiting === 1 ? "1 waits" : `${waiting} wait`}
        />
        <AccountSwitch
          field="hide_collections"
          title="Show whom I follow"
          detail="And who follows me, on my page"
          initially={account.hide_collections !== true}
          reversed
        />
      </Rows>
      <Rows title="What others see">
        <AccountSwitch
          field="shows_likes"
          title="Show my likes"
          detail="A list of what you like, on your page"
          initially={account.shows_likes}
        />
        <AccountSwitch
          field="discoverable"
          title="Suggest me to others"
          detail="Among new people and in circles"
          initially={account.discoverable !== false}
        />
        <AccountSwitch
          field="indexable"
          title="Let my public barks be searched"
          detail="By everybody, not only your followers"
          initially={account.indexable}
        />
      </Rows>
      <div id="place" className="scroll-mt-16">
        <Rows title="Nearby">
          <PlaceRows key={place?.precision_km} location={place} precision={place ? precisionOf(place) : 2} />
        </Rows>
      </div>
      <Rows title="Household">
        <HouseholdRows initially={household} />
      </Rows>
      <Rows title="New barks">
        <BarkDefaultsRows initially={defaults} />
      </Rows>
      <Rows title="Muted and blocked">
        <LinkRow href={paths.muteSettings} icon={VolumeX} title="Muted people" />
        <LinkRow href={paths.blockSettings} icon={Ban} title="Blocked people" />
        <LinkRow href={paths.wordSettings} icon={Filter} title="Muted words" />
      </Rows>
    </SettingsPage>
  );
}

/**
 * The group protocol: MLS 1.0 (RFC 9420) in the profile of docs/protocol. Nothing else imports ts-mls, whose faults
 * are avoided here: see the tests of this folder.
 */
export { commit } from "@/lib/mls/commit";
export { MlsError } from "@/lib/mls/errors";
export {
  createGroup,
  decodeGroup,
  encodeGroup,
  exporter,
  groupInfo,
  isActive,
  members,
  ownLeafIndex,
  unauthorisedMembers,
  type MlsGroup,
} from "@/lib/mls/group";
export { credentialUri, parseCredentialUri, type Authorise, type DeviceIdentity } from "@/lib/mls/identity";
export { inspectMessage, type Inspected } from "@/lib/mls/inspect";
export { joinGroup } from "@/lib/mls/join";
export { createKeyPackage, inspectKeyPackage, type KeyPackageSummary } from "@/lib/mls/key-package";
export { encrypt, process, type ReceivedMessage } from "@/lib/mls/message";
export { groupIdOf } from "@/lib/mls/profile";
export type { ReceivedCommit } from "@/lib/mls/receive-commit";
export type { Signer } from "@/lib/mls/suite";

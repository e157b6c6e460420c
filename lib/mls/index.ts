/**
 * The group protocol: MLS 1.0 (RFC 9420) in the profile of docs/protocol. Nothing else imports ts-mls, whose faults
 * are avoided here: see the tests of this folder.
 */
export { commit, type Commit } from "./commit";
export { MlsError, type MlsErrorCode } from "./errors";
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
  type GroupSummary,
  type MlsGroup,
} from "./group";
export {
  credentialUri,
  parseCredentialUri,
  type Authorise,
  type DeviceIdentity,
  type DeviceName,
  type Member,
  type Role,
} from "./identity";
export { inspectMessage, type Inspected } from "./inspect";
export { joinGroup, type Joined } from "./join";
export { createKeyPackage, inspectKeyPackage, type KeyPackageSummary, type NewKeyPackage } from "./key-package";
export { encrypt, process, type ReceivedMessage } from "./message";
export { groupIdOf, type Conversation } from "./profile";
export type { ReceivedCommit } from "./receive-commit";
export { suite, type Signer } from "./suite";

import type { PublicMessage } from "ts-mls/publicMessage.js";
import type { Commit } from "ts-mls/commit.js";
import type { KeyPackage } from "ts-mls/keyPackage.js";
import { MlsError, refusing } from "@/lib/mls/errors";
import { checkKeyPackage, type KeyPackageSummary } from "@/lib/mls/key-package";
import { SUITE } from "@/lib/mls/suite";
import { decodeMessage } from "@/lib/mls/wire";

/** What everybody can see of a message, without keys. Signatures of KeyPackages are verified, no others. */
export type Inspected =
  | { kind: "message"; groupId: Uint8Array; epoch: bigint; aad: Uint8Array }
  | {
      kind: "commit";
      groupId: Uint8Array;
      /** The epoch that the commit ends. */
      epoch: bigint;
      senderLeafIndex: number;
      adds: KeyPackageSummary[];
      /** Indexes of leaves. */
      removes: number[];
    }
  | {
      kind: "welcome";
      /** The KeyPackageRefs to which it is addressed. */
      refs: Uint8Array[];
    }
  | ({ kind: "key_package" } & KeyPackageSummary);

/** A commit that is as the profile allows it. */
export interface AllowedCommit {
  epoch: bigint;
  senderLeafIndex: number;
  path: NonNullable<Commit["path"]>;
  commit: Commit;
  adds: KeyPackage[];
  removes: number[];
}

/**
 * The commit in a public message: from a member, of Adds and Removes by value, with a path. Throws MlsError
 * "forbidden_proposal" or "no_path".
 */
export function allowedCommit({ content, senderType }: PublicMessage): AllowedCommit {
  const forbidden = (what: string) => new MlsError("forbidden_proposal", `${what} is not allowed.`);
  const { sender } = content;
  if (sender.senderType !== "member" || senderType !== "member") throw forbidden("A sender who is no member");
  if (content.contentType !== "commit") throw forbidden("A proposal outside a commit");
  if (content.authenticatedData.length > 0) throw forbidden("Authenticated data of a commit");
  const { proposals, path } = content.commit;
  const adds: KeyPackage[] = [];
  const removes: number[] = [];
  for (const entry of proposals) {
    if (entry.proposalOrRefType !== "proposal") throw forbidden("A proposal by reference");
    const { proposal } = entry;
    if (proposal.proposalType === "add" && "add" in proposal) adds.push(proposal.add.keyPackage);
    else if (proposal.proposalType === "remove" && "remove" in proposal) removes.push(proposal.remove.removed);
    else throw forbidden(`A proposal of type ${proposal.proposalType}`);
  }
  if (new Set(removes).size !== removes.length || removes.includes(sender.leafIndex))
    throw new MlsError("invalid_commit", "The commit removes a leaf twice, or its sender.");
  if (path === undefined) throw new MlsError("no_path", "The commit has no path.");
  return { epoch: content.epoch, senderLeafIndex: sender.leafIndex, path, commit: content.commit, adds, removes };
}

/**
 * What a server needs to know of a message that it passes on. Refuses what the profile forbids. The time is not
 * compared: `adds` say until when they are valid. Throws MlsError.
 */
export async function inspectMessage(bytes: Uint8Array): Promise<Inspected> {
  const message = decodeMessage(bytes);
  switch (message.wireformat) {
    case "mls_private_message": {
      const { contentType, groupId, epoch, authenticatedData } = message.privateMessage;
      if (contentType !== "application")
        throw new MlsError("forbidden_proposal", "Handshakes must be public messages.");
      return { kind: "message", groupId, epoch, aad: authenticatedData };
    }
    case "mls_public_message": {
      const { epoch, senderLeafIndex, adds, removes } = allowedCommit(message.publicMessage);
      const summaries = await refusing("malformed", () => Promise.all(adds.map((add) => checkKeyPackage(add))));
      const { groupId } = message.publicMessage.content;
      return { kind: "commit", groupId, epoch, senderLeafIndex, adds: summaries, removes };
    }
    case "mls_welcome": {
      if (message.welcome.cipherSuite !== SUITE)
        throw new MlsError("wrong_suite", "The Welcome is of another cipher suite.");
      return { kind: "welcome", refs: message.welcome.secrets.map(({ newMember }) => newMember) };
    }
    case "mls_key_package":
      return { kind: "key_package", ...(await refusing("malformed", () => checkKeyPackage(message.keyPackage))) };
    case "mls_group_info":
      throw new MlsError("wrong_profile", "A GroupInfo is not sent by itself.");
  }
}

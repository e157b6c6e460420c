import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { HouseholdRow, type Household } from "@/lib/household/schema";
import { read } from "@/lib/neo4j";
import { listAccounts } from "@/lib/people/reads";

const Grid = z.object({ grid: z.string() });

/** The viewer's household, without people across a block even if they live in it. */
export async function householdOf(viewerId: string): Promise<Household> {
  const [row] = await read("household/of_person", { personId: viewerId }, HouseholdRow);
  if (!row) throw new ApiError("not_found");
  const [members, invitations, invited] = await Promise.all(
    [row.members, row.invitations, row.invited].map((ids) => listAccounts(viewerId, ids, "sought")),
  );
  return { members: members ?? [], invitations: invitations ?? [], invited: invited ?? [] };
}

/** The name of the grid by which somebody's places are rounded; a household shares one. */
export async function gridOf(personId: string): Promise<string> {
  return (await read("household/grid_of_person", { personId }, Grid))[0]?.grid ?? personId;
}

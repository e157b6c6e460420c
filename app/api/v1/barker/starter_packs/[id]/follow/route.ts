import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { peopleToFollow } from "@/lib/packs/reads";
import { FollowedPack } from "@/lib/packs/schema";
import { follow } from "@/lib/people/writes";

export const POST = route(
  {
    summary: "Follow everybody in a starter pack; who approves followers is asked. Repeated, it changes nothing",
    auth: "user",
    scope: "write:follows",
    params: IdParam,
    answers: FollowedPack,
    limit: "followAll",
  },
  async ({ viewer, params }) => {
    const people = await peopleToFollow(viewer.id, params.id);
    if (people === null) throw new ApiError("not_found");
    const done: FollowedPack = { followed: 0, requested: 0, failed: 0 };
    // One after the other: all of them lock the viewer.
    for (const id of people) {
      const relationship = await follow(viewer.id, id).catch((error: unknown) => {
        // Somebody blocked the viewer, or left, in this moment.
        if (error instanceof ApiError && error.code !== "away") return null;
        throw error;
      });
      if (relationship?.following) done.followed += 1;
      else if (relationship?.requested) done.requested += 1;
      else done.failed += 1;
    }
    return done;
  },
);

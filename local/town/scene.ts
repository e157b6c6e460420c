import type { TownBark } from "@/local/town/bark";
import { CAST } from "@/local/town/cast";
import { conditionsAt, MINUTE, type Clock } from "@/local/town/clock";
import { SCENE } from "@/local/town/scene-barks";

/** The cast's recent barks, answers and quotes, and those of them that have a name. */
export function sceneBarks(clock: Clock, size: number): { barks: TownBark[]; named: ReadonlyMap<string, TownBark> } {
  const holds = conditionsAt(clock.now, clock);
  const named = new Map<string, TownBark>();
  const barks = SCENE.filter(({ when }) => !when || holds.has(when)).flatMap((scene): TownBark[] => {
    const by = CAST.findIndex(({ handle }) => handle === scene.by);
    const [answers, quotes] = [scene.answers, scene.quotes].map((name) => named.get(name ?? ""));
    // In a town too small for the whole cast, barks that refer to a missing person are left out.
    if (by >= size || (scene.answers && !answers) || (scene.quotes && !quotes)) return [];
    const at = (age: number) => Math.floor(clock.now - age * MINUTE);
    const { text, about: subject, likes: appeal, picture, was } = scene;
    const bark: TownBark = { by, text, at: at(scene.age), subject, appeal };
    if (scene.emoji) bark.known = { rebarks: scene.rebarks ?? 0, emoji: scene.emoji };
    if (answers) bark.answers = answers;
    if (quotes) bark.quotes = quotes;
    if (picture) bark.picture = picture;
    if (was) bark.earlier = { text: was.text, until: at(was.age) };
    if (scene.name) named.set(scene.name, bark);
    return [bark];
  });
  return { barks, named };
}

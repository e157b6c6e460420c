"use client";

import { circles } from "@/app/_words/circles";
import { isolated } from "@/lib/text/isolate";
import { useMemo, useState } from "react";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import type { Level, Listed } from "@/app/_features/circles/level";
import { LevelChoice } from "@/app/_features/circles/level-choice";
import { ReachedList } from "@/app/_features/circles/reached-list";
import { Rings } from "@/app/_features/circles/rings";
import { picture } from "@/app/_features/circles/rings-model";
import { DiscoverBar } from "@/app/_features/discover/bar";
import { useToast } from "@/app/_ui/toast";

interface CirclesScreenProps {
  levels: Level[];
  you: { id: string; avatar: string };
}

/** Circles as a picture and as lists, one for each level. */
export function CirclesScreen({ levels, you }: CirclesScreenProps) {
  const say = useToast();
  const [asList, setAsList] = useState(false);
  const [hidden, setHidden] = useState<Set<string>>(new Set());
  const shown = useMemo(
    () => levels.map(({ people }) => people.filter(({ person }) => !hidden.has(person.id))),
    [levels, hidden],
  );
  const nodes = useMemo(() => picture(shown), [shown]);
  const [chosen, setChosen] = useState(() => firstIn(shown, nodes));
  const [degree, setDegree] = useState(2);
  const reasons = useMemo(() => new Map(shown.flat().map((one) => [one.person.id, one])), [shown]);
  const level = levels.find((one) => one.degree === degree);

  const choose = (id: string) => {
    setChosen(id);
    setDegree(reasons.get(id)?.degree ?? degree);
  };
  const dismiss = ({ id, name }: Listed["person"]) => {
    const show = () => setHidden((before) => new Set([...before].filter((other) => other !== id)));
    setHidden((before) => new Set([...before, id]));
    // Dismissing is permanent, so it is sent when the time for undoing is over.
    say(circles.hidden(isolated(name)), {
      undo: show,
      gone: () =>
        void send(`/api/v1/suggestions/${id}`, { method: "DELETE", keepalive: true }).then((outcome) => {
          if (outcome.ok) return;
          show();
          say(outcome.sentence);
        }),
    });
  };

  return (
    <>
      <DiscoverBar here="circles" title={circles.title} viewerId={you.id} />
      {nodes.length > 0 && (
        <div className="flex justify-end px-2">
          <Button look="ghost" className="text-small" onClick={() => setAsList(!asList)}>
            {asList ? circles.asPicture : circles.asList}
          </Button>
        </div>
      )}
      {!asList && nodes.length > 0 && (
        <Rings nodes={nodes} reasons={reasons} you={you} chosen={chosen} choose={choose} />
      )}
      <LevelChoice
        levels={levels.map(({ people, total, ...rest }, index) => ({
          ...rest,
          total: total - people.length + (shown[index]?.length ?? 0),
        }))}
        chosen={degree}
        choose={setDegree}
      />
      {level && <ReachedList key={degree} level={level} chosen={chosen} hidden={hidden} dismiss={dismiss} />}
    </>
  );
}

/** The strongest people of the second circle, which the picture shows. */
function firstIn([second = []]: Listed[][], nodes: { person: { id: string } }[]): string | null {
  return second.find(({ person }) => nodes.some((node) => node.person.id === person.id))?.person.id ?? null;
}

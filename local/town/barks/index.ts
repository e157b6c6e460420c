import { allotment } from "@/local/town/barks/allotment";
import { bees } from "@/local/town/barks/bees";
import { birds } from "@/local/town/barks/birds";
import { bread } from "@/local/town/barks/bread";
import { buses } from "@/local/town/barks/buses";
import { cats } from "@/local/town/barks/cats";
import { chess } from "@/local/town/barks/chess";
import { choir } from "@/local/town/barks/choir";
import { cinema } from "@/local/town/barks/cinema";
import { coffee } from "@/local/town/barks/coffee";
import { cycling } from "@/local/town/barks/cycling";
import { dogs } from "@/local/town/barks/dogs";
import { fishing } from "@/local/town/barks/fishing";
import { football } from "@/local/town/barks/football";
import { garden } from "@/local/town/barks/garden";
import { jam } from "@/local/town/barks/jam";
import { kitchen } from "@/local/town/barks/kitchen";
import { knitting } from "@/local/town/barks/knitting";
import { library } from "@/local/town/barks/library";
import { market } from "@/local/town/barks/market";
import { mushrooms } from "@/local/town/barks/mushrooms";
import { neighbours } from "@/local/town/barks/neighbours";
import { nightshift } from "@/local/town/barks/nightshift";
import { post } from "@/local/town/barks/post";
import { quiz } from "@/local/town/barks/quiz";
import { rain } from "@/local/town/barks/rain";
import { repairs } from "@/local/town/barks/repairs";
import { river } from "@/local/town/barks/river";
import { running } from "@/local/town/barks/running";
import { school } from "@/local/town/barks/school";
import { sea } from "@/local/town/barks/sea";
import { sky } from "@/local/town/barks/sky";
import { swimming } from "@/local/town/barks/swimming";
import { trains } from "@/local/town/barks/trains";
import { weather } from "@/local/town/barks/weather";
import type { Subject } from "@/local/town/subject";

/** All subjects that the town barks about. */
export const SUBJECTS = {
  allotment,
  bees,
  birds,
  bread,
  buses,
  cats,
  chess,
  choir,
  cinema,
  coffee,
  cycling,
  dogs,
  fishing,
  football,
  garden,
  jam,
  kitchen,
  knitting,
  library,
  market,
  mushrooms,
  neighbours,
  nightshift,
  post,
  quiz,
  rain,
  repairs,
  river,
  running,
  school,
  sea,
  sky,
  swimming,
  trains,
  weather,
} as const satisfies Record<string, Subject>;

export type SubjectName = keyof typeof SUBJECTS;

export const SUBJECT_NAMES = Object.keys(SUBJECTS) as readonly SubjectName[];

export const isSubject = (name: string): name is SubjectName => Object.hasOwn(SUBJECTS, name);

import { care } from './nl/care.ts';
import { entrance } from './nl/entrance.ts';
import { keys } from './nl/keys.ts';
import { log } from './nl/log.ts';
import { opportunity } from './nl/opportunity.ts';
import { person } from './nl/person.ts';
import { persons } from './nl/persons.ts';
import { plan } from './nl/plan.ts';
import { problem } from './nl/problem.ts';
import { promise } from './nl/promise.ts';
import { quickAdd } from './nl/quick-add.ts';
import { shell } from './nl/shell.ts';
import { stop } from './nl/stop.ts';
import { time } from './nl/time.ts';
import { timeline } from './nl/timeline.ts';
import { today } from './nl/today.ts';
import { ui } from './nl/ui.ts';
import { why } from './nl/why.ts';
import { words } from './nl/words.ts';
import { worth } from './nl/worth.ts';

/** One line a namespace. The web loads a language as one file; the server has both (resources.ts). */
export const dutch = {
  care,
  entrance,
  keys,
  log,
  opportunity,
  person,
  persons,
  plan,
  problem,
  promise,
  quickAdd,
  shell,
  stop,
  time,
  timeline,
  today,
  ui,
  why,
  words,
  worth,
};

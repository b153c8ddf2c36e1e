import { palette } from './nl/palette.ts';
import { list } from './nl/list.ts';
import { fields } from './nl/fields.ts';
import { duplicates } from './nl/duplicates.ts';
import { board } from './nl/board.ts';
import { calendar } from './nl/calendar.ts';
import { care } from './nl/care.ts';
import { entrance } from './nl/entrance.ts';
import { figures } from './nl/figures.ts';
import { focus } from './nl/focus.ts';
import { imports } from './nl/import.ts';
import { keys } from './nl/keys.ts';
import { lesson } from './nl/lesson.ts';
import { log } from './nl/log.ts';
import { mirror } from './nl/mirror.ts';
import { missed } from './nl/missed.ts';
import { mail } from './nl/mail.ts';
import { notice } from './nl/notice.ts';
import { offline } from './nl/offline.ts';
import { opener } from './nl/opener.ts';
import { opportunity } from './nl/opportunity.ts';
import { organisation } from './nl/organisation.ts';
import { composer } from './nl/composer.ts';
import { outbox } from './nl/outbox.ts';
import { outlook } from './nl/outlook.ts';
import { pace } from './nl/pace.ts';
import { permission } from './nl/permission.ts';
import { person } from './nl/person.ts';
import { persons } from './nl/persons.ts';
import { phone } from './nl/phone.ts';
import { plan } from './nl/plan.ts';
import { practice } from './nl/practice.ts';
import { problem } from './nl/problem.ts';
import { promise } from './nl/promise.ts';
import { prospecting } from './nl/prospecting.ts';
import { publicPage } from './nl/public-page.ts';
import { quickAdd } from './nl/quick-add.ts';
import { reject } from './nl/reject.ts';
import { relationship } from './nl/relationship.ts';
import { revive } from './nl/revive.ts';
import { rights } from './nl/rights.ts';
import { settings } from './nl/settings.ts';
import { shell } from './nl/shell.ts';
import { spent } from './nl/spent.ts';
import { stop } from './nl/stop.ts';
import { stories } from './nl/stories.ts';
import { time } from './nl/time.ts';
import { timeline } from './nl/timeline.ts';
import { today } from './nl/today.ts';
import { ui } from './nl/ui.ts';
import { whatIf } from './nl/what-if.ts';
import { why } from './nl/why.ts';
import { words } from './nl/words.ts';
import { worth } from './nl/worth.ts';

/** One line a namespace. The web loads a language as one file; the server has both (resources.ts). */
export const dutch = {
  board,
  calendar,
  duplicates,
  fields,
  list,
  palette,
  care,
  entrance,
  figures,
  focus,
  imports,
  keys,
  lesson,
  log,
  mirror,
  missed,
  mail,
  notice,
  offline,
  opener,
  opportunity,
  organisation,
  composer,
  outbox,
  outlook,
  pace,
  permission,
  person,
  persons,
  phone,
  plan,
  practice,
  problem,
  promise,
  prospecting,
  publicPage,
  quickAdd,
  reject,
  relationship,
  revive,
  rights,
  settings,
  shell,
  spent,
  stop,
  stories,
  time,
  timeline,
  today,
  ui,
  whatIf,
  why,
  words,
  worth,
};

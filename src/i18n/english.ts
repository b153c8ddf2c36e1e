import { palette } from './en/palette.ts';
import { list } from './en/list.ts';
import { fields } from './en/fields.ts';
import { duplicates } from './en/duplicates.ts';
import { board } from './en/board.ts';
import { calendar } from './en/calendar.ts';
import { care } from './en/care.ts';
import { entrance } from './en/entrance.ts';
import { figures } from './en/figures.ts';
import { focus } from './en/focus.ts';
import { imports } from './en/import.ts';
import { keys } from './en/keys.ts';
import { lesson } from './en/lesson.ts';
import { log } from './en/log.ts';
import { mirror } from './en/mirror.ts';
import { missed } from './en/missed.ts';
import { mail } from './en/mail.ts';
import { notice } from './en/notice.ts';
import { offline } from './en/offline.ts';
import { opener } from './en/opener.ts';
import { opportunity } from './en/opportunity.ts';
import { organisation } from './en/organisation.ts';
import { composer } from './en/composer.ts';
import { outbox } from './en/outbox.ts';
import { outlook } from './en/outlook.ts';
import { pace } from './en/pace.ts';
import { permission } from './en/permission.ts';
import { person } from './en/person.ts';
import { persons } from './en/persons.ts';
import { phone } from './en/phone.ts';
import { plan } from './en/plan.ts';
import { practice } from './en/practice.ts';
import { problem } from './en/problem.ts';
import { promise } from './en/promise.ts';
import { prospecting } from './en/prospecting.ts';
import { publicPage } from './en/public-page.ts';
import { quickAdd } from './en/quick-add.ts';
import { reject } from './en/reject.ts';
import { relationship } from './en/relationship.ts';
import { revive } from './en/revive.ts';
import { rights } from './en/rights.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { spent } from './en/spent.ts';
import { stop } from './en/stop.ts';
import { stories } from './en/stories.ts';
import { time } from './en/time.ts';
import { timeline } from './en/timeline.ts';
import { today } from './en/today.ts';
import { ui } from './en/ui.ts';
import { whatIf } from './en/what-if.ts';
import { why } from './en/why.ts';
import { words } from './en/words.ts';
import { worth } from './en/worth.ts';

/** One line a namespace. The web loads a language as one file; the server has both (resources.ts). */
export const english = {
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

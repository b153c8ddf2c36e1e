import { addDays, type Day, toDay } from '#core/day/day';

const monthsToAnswer = 1;
const monthsLonger = 2;
/** How long an erasure can be taken back. */
export const holdDays = 30;

/** The same day so many months later; the last of that month where it has no such day (Regulation 1182/71, article 3(2)(c)). */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  // Day 0 of the month after is the last of this one.
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const two = (n: number) => String(n).padStart(2, '0');
  return toDay(`${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(Math.min(date, last))}`);
}

/** One month to answer a request, two more when that was said in time (AVG, article 12(3)). A weekend does not lengthen it: the strict reading. */
export function dueDay(receivedOn: Day, extended: boolean): Day {
  return addMonths(receivedOn, monthsToAnswer + (extended ? monthsLonger : 0));
}

/** Only once, and said within the first month. */
export function mayExtend(request: { receivedOn: Day; extended: boolean; open: boolean }, today: Day): boolean {
  return request.open && !request.extended && today <= dueDay(request.receivedOn, false);
}

/** The day on which somebody is erased: 30 days to take it back, or fewer when the request must be answered earlier. Never today. */
export function eraseDay(today: Day, dueOn: Day | null): Day {
  const held = addDays(today, holdDays);
  const wanted = dueOn !== null && dueOn < held ? dueOn : held;
  const tomorrow = addDays(today, 1);
  return wanted < tomorrow ? tomorrow : wanted;
}

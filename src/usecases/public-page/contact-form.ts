import { dayIn } from '#core/day/day';
import { parseEmail } from '#core/import/parse-email';
import { oneLine } from '#core/public-page/one-line';
import { AppError } from '#contract/app-error';
import {
  type ContactRequestRow,
  contactRequestWasHandled,
  insertContactRequest,
  nextContactRequest,
  opportunityToAnswer,
} from '#db/contact-request';
import type { PublicPageRow } from '#db/public-page';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember } from '#db/workspace';
import { siteWord, type SiteLanguage } from '#i18n/site/words';
import type { Context } from '../context.ts';
import { createOpportunityIn } from '../opportunity/create-opportunity.ts';
import { receiveInboundIn } from '../opportunity/receive-inbound.ts';
import { findOrMakeOrganisation } from '../organisation/find-or-make-organisation.ts';
import { findOrMakePerson } from '../person/find-or-make-person.ts';
import { phoneColumn } from '../person/person-fields.ts';
import { pageIn, type ShownPage } from './open-page.ts';
import { inNameOf, type PublicWorld } from './public-world.ts';

export type ContactForm = {
  name: string;
  organisation: string;
  email: string;
  phone: string;
  message: string;
  language: SiteLanguage;
};

/** Which field is missing or wrong; the order is that of the form. */
export type ContactFault = 'contactNameMissing' | 'emailWrong' | 'contactReachMissing' | 'contactMessageMissing';

/** Writes it down. Whether they are known is looked at after the answer. Answers what is missing, or null. */
export async function askContact(world: PublicWorld, page: ShownPage, form: ContactForm): Promise<ContactFault | null> {
  const name = oneLine(form.name).slice(0, 200);
  const typed = form.email.trim();
  const email = parseEmail(typed);
  const phone = oneLine(form.phone).slice(0, 60);
  const message = cleanText(form.message).slice(0, 5000);
  if (name === '') return 'contactNameMissing';
  if (typed !== '' && !email.ok) return 'emailWrong';
  if (!email.ok && phone.replaceAll(/\D/g, '').length < 6) return 'contactReachMissing';
  if (message === '') return 'contactMessageMissing';
  await inWorkspace(world.databases, page.workspaceId, (tx) =>
    insertContactRequest(tx, {
      id: world.newId(),
      name,
      email: email.ok ? email.value.address : null,
      phone: phone || null,
      organisation: oneLine(form.organisation).slice(0, 200) || null,
      message,
      language: form.language,
      created_at: world.now(),
    }),
  );
  return null;
}

/** Lines stay, other control characters go. */
const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim();

/**
 * Each becomes "waiting for you" on an opportunity, in the transaction that says so: once, whatever happens. One that cannot be placed is
 * left to the owner to read, and holds up no other. Answers how many.
 */
export async function handleContactRequests(world: PublicWorld, workspaceId: string): Promise<number> {
  const failures: unknown[] = [];
  for (let handled = 0; ; handled += 1) {
    let busy: string | null = null;
    try {
      const one = await inWorkspace(world.databases, workspaceId, async (tx) => {
        const found = await pageIn(tx);
        const row = found && (await nextContactRequest(tx));
        if (!row) return false;
        busy = row.id;
        const place = await placeOf(tx, inNameOf(world, workspaceId, found.page.member_id), row, found);
        await contactRequestWasHandled(tx, row.id, world.now(), place);
        return true;
      });
      if (one) continue;
    } catch (error) {
      if (busy === null) throw error;
      const id: string = busy;
      failures.push(error);
      await inWorkspace(world.databases, workspaceId, (tx) =>
        contactRequestWasHandled(tx, id, world.now(), { personId: null, opportunityId: null }),
      );
      continue;
    }
    if (failures.length > 0) throw failures[0];
    return handled;
  }
}

type Place = { personId: string | null; opportunityId: string | null };

async function placeOf(
  tx: Tx,
  context: Context,
  row: ContactRequestRow,
  {
    page,
    workspace,
    shown,
  }: { page: PublicPageRow; workspace: { country: string; time_zone: string }; shown: ShownPage },
): Promise<Place> {
  const organisation = row.organisation === null ? null : await findOrMakeOrganisation(tx, context, row.organisation);
  const { person } = await findOrMakePerson(
    tx,
    context,
    { name: row.name, email: row.email, phone: readablePhone(row, workspace.country), basis: 'request' },
    { today: dayIn(context.now(), workspace.time_zone), country: workspace.country, organisation },
  );
  const inbound = { channel: row.email === null ? ('call' as const) : ('email' as const), note: noteOf(row) };
  // On hold, or no contact wanted and nothing to answer on: the owner sees the message itself, and decides.
  if (person.restricted_on !== null) return { personId: person.id, opportunityId: null };
  const present = await opportunityToAnswer(tx, person.id);
  if (present === null && person.objected_on !== null) return { personId: person.id, opportunityId: null };
  const id = present ?? (await newOpportunity(tx, context, page, shown, person.id, row));
  await receiveInboundIn(tx, context, id, inbound);
  return { personId: person.id, opportunityId: id };
}

/** Due within the hour: an appointment with oneself to answer, on its clock time. */
async function newOpportunity(
  tx: Tx,
  context: Context,
  { member_id: assigneeId }: PublicPageRow,
  { slug, timeZone }: ShownPage,
  personId: string,
  row: ContactRequestRow,
): Promise<string> {
  const now = context.now();
  const zone = (await findMember(tx, assigneeId))?.time_zone ?? timeZone;
  const due = new Date(Math.ceil((now.getTime() + 55 * 60_000) / 300_000) * 300_000);
  const made = await createOpportunityIn(tx, context, {
    personId,
    assigneeId,
    source: slug,
    keen: row.message.slice(0, 1000),
    next: {
      on: dayIn(now, zone),
      channel: row.phone === null ? 'email' : 'call',
      ...(dayIn(due, zone) === dayIn(now, zone) ? { at: due.toISOString() } : {}),
    },
  });
  return made.id;
}

/** A number that we cannot read stays in the note. */
function readablePhone(row: ContactRequestRow, country: string): string | null {
  if (row.phone === null) return null;
  try {
    return phoneColumn(row.phone, country);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function noteOf(row: ContactRequestRow): string {
  const reach = [row.email, row.phone].filter((one) => one !== null).join(', ');
  return `${siteWord(row.language, 'contact')} (${reach}): ${row.message}`;
}

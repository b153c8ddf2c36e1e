import { dayIn } from '#core/day/day';
import type { DocumentQuery } from '#contract/privacy';
import { countErasures } from '#db/erase/erasure';
import { countBases, countPeople, findPrivacy } from '#db/privacy';
import { countSuppressions } from '#db/suppression';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember, loadWorkspace } from '#db/workspace';
import { registerDocuments } from '#i18n/documents/register';
import type { RegisterFacts } from '#i18n/documents/register-facts';
import { words as english } from '#i18n/en/words';
import { words as dutch } from '#i18n/nl/words';
import { fullDate } from '#i18n/format';
import type { Context } from '../context.ts';
import { type Block, htmlOf, markdownOf } from './document.ts';

export type MadeDocument = { fileName: string; type: string; content: string };

const startMonths = 24;
const wordsOf = { en: english, nl: dutch } as const;

/** The record of processing (AVG, article 30), or the template of a legitimate interest assessment, from the settings as they are now. */
export function makeDocument(
  context: Context,
  which: keyof typeof registerDocuments,
  { format = 'html', language: wished }: DocumentQuery,
): Promise<MadeDocument> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const language = wished ?? (await findMember(tx, context.actor.memberId))?.language ?? 'nl';
      const facts = await factsOf(tx, context, language);
      const words = registerDocuments[which][language];
      const blocks = words
        .parts(facts)
        .flatMap((part): Block[] => [
          { kind: 'heading', text: part.heading },
          ...(part.texts ?? []).map((text): Block => ({ kind: 'text', text })),
          ...(part.rows ? [{ kind: 'table', head: words.head, rows: part.rows } as const] : []),
          ...(part.items ? [{ kind: 'list', items: part.items } as const] : []),
        ]);
      const page = { title: words.title(facts), language, blocks };
      const name = {
        register: { en: 'record-of-processing', nl: 'register' },
        assessment: { en: 'assessment', nl: 'afweging' },
      }[which][language];
      return format === 'markdown'
        ? { fileName: `${name}.md`, type: 'text/markdown; charset=utf-8', content: markdownOf(page) }
        : { fileName: `${name}.html`, type: 'text/html; charset=utf-8', content: htmlOf(page) };
    },
    { readOnly: true },
  );
}

async function factsOf(tx: Tx, context: Context, language: 'nl' | 'en'): Promise<RegisterFacts> {
  const [workspace, privacy, suppressed, erased, people, bases] = await Promise.all([
    loadWorkspace(tx),
    findPrivacy(tx),
    countSuppressions(tx),
    countErasures(tx),
    countPeople(tx),
    countBases(tx),
  ]);
  return {
    company: workspace.name,
    day: fullDate(language, dayIn(context.now(), workspace.time_zone)),
    contact: privacy?.contact ?? null,
    months: privacy?.retention_months ?? startMonths,
    ...people,
    bases: bases.map((one) => `${wordsOf[language].basis[one.basis]}: ${one.count}`),
    objections: suppressed.people,
    erased,
  };
}

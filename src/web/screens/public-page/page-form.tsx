import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isReadable } from '#core/colour/contrast';
import { isSlug } from '#core/public-page/slug';
import type { PublicPage } from '#contract/public-page';
import { publicPageActs } from '../../data/public-page.ts';
import { membersQuery } from '../../data/settings.ts';
import { useAct } from '../../data/use-act.ts';
import { Check, Field, Select, TextArea } from '../../ui/field.tsx';
import { SaveRow } from '../settings/save-row.tsx';
import { Section } from '../settings/section.tsx';

const draftOf = (page: PublicPage) => ({
  slug: page.slug,
  name: page.name ?? '',
  introNl: page.introNl ?? '',
  introEn: page.introEn ?? '',
  sender: page.sender ?? '',
  colour: page.colour,
  assigneeId: page.assignee.id,
  everyDays: String(page.everyDays),
  makesOpportunity: page.makesOpportunity,
});

/** Address, name, texts and colour of the page, and what it does with who comes in. */
export function PageForm({ page }: { page: PublicPage }) {
  const { t } = useTranslation('publicPage');
  const members = useQuery(membersQuery);
  const before = draftOf(page);
  const [draft, setDraft] = useState(before);
  const set = (change: Partial<typeof before>) => setDraft({ ...draft, ...change });
  const days = Number(draft.everyDays);
  const wrong = {
    slug: !isSlug(draft.slug),
    colour: !isReadable(draft.colour),
    days: !Number.isInteger(days) || days < 1 || days > 30,
  };
  const save = useAct({
    run: () =>
      publicPageActs.save({
        version: page.version,
        ...draft,
        name: draft.name.trim() || null,
        introNl: draft.introNl.trim() || null,
        introEn: draft.introEn.trim() || null,
        sender: draft.sender.trim() || null,
        everyDays: days,
      }),
    says: () => t('saved'),
  });
  const workers = members.data?.items.filter(({ role }) => role !== 'viewer') ?? [];
  return (
    <Section id="looks" title={t('settings')}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong.slug && !wrong.colour && !wrong.days) save.mutate(undefined);
        }}
      >
        <Field
          label={t('slug')}
          hint={t('slugHint', { url: `${page.url.slice(0, page.url.lastIndexOf('/'))}/${draft.slug}` })}
          error={wrong.slug ? t('slugWrong') : undefined}
          value={draft.slug}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          onChange={(event) => set({ slug: event.target.value.toLowerCase() })}
        />
        <Field
          label={t('name')}
          hint={t('nameHint')}
          maxLength={100}
          value={draft.name}
          optional
          onChange={(event) => set({ name: event.target.value })}
        />
        <TextArea
          label={t('introNl')}
          hint={t('introHint')}
          maxLength={1000}
          value={draft.introNl}
          optional
          onChange={(event) => set({ introNl: event.target.value })}
        />
        <TextArea
          label={t('introEn')}
          hint={t('introHint')}
          maxLength={1000}
          value={draft.introEn}
          optional
          onChange={(event) => set({ introEn: event.target.value })}
        />
        <TextArea
          label={t('sender')}
          hint={t('senderHint')}
          maxLength={1000}
          value={draft.sender}
          onChange={(event) => set({ sender: event.target.value })}
        />
        <Field
          label={t('colour')}
          type="color"
          hint={t('colourHint')}
          error={wrong.colour ? t('colourWrong') : undefined}
          value={draft.colour}
          onChange={(event) => set({ colour: event.target.value.toLowerCase() })}
        />
        {workers.length > 0 && (
          <Select
            label={t('assignee')}
            value={draft.assigneeId}
            onChange={(event) => set({ assigneeId: event.target.value })}
          >
            {workers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <Field
          label={t('everyDays')}
          hint={t('everyDaysHint')}
          error={wrong.days ? t('everyDaysWrong') : undefined}
          inputMode="numeric"
          value={draft.everyDays}
          onChange={(event) => set({ everyDays: event.target.value })}
        />
        <Check
          label={t('makesOpportunity')}
          checked={draft.makesOpportunity}
          onChange={(event) => set({ makesOpportunity: event.target.checked })}
        />
        <SaveRow
          changed={JSON.stringify(draft) !== JSON.stringify(before)}
          busy={save.isPending}
          onDiscard={() => setDraft(before)}
        />
      </form>
    </Section>
  );
}

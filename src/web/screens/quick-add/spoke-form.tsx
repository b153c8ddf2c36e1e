import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonHit } from '#contract/person';
import { type Basis, bases, channels, type Channel } from '#core/opportunity/vocabulary';
import { codeOf } from '../../data/api-problem.ts';
import { newId } from '../../data/new-id.ts';
import { opportunityQuery } from '../../data/opportunities.ts';
import { personsFound } from '../../data/persons.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { When } from '../plan/when.tsx';
import { useSheets } from '../shell/sheets.tsx';
import { useGo } from '../shell/use-go.ts';
import { createSpoken } from './create-spoken.ts';
import { KnownPersons } from './known-persons.tsx';
import { readPersonLine } from './read-person-line.ts';
import { readShared } from './read-shared.ts';
import { Unreadable } from './unreadable.tsx';

type Outcome = 'spoke' | 'interested' | 'not';

function freshForm(given = '') {
  const shared = readShared(given);
  return {
    who: shared?.line ?? given,
    more: shared?.more ?? '',
    about: '',
    keen: '',
    nextOn: null as string | null,
    outcome: 'spoke' as Outcome,
    channel: 'call' as Channel,
    basis: 'unverified' as Basis,
    createKey: newId(),
    momentId: newId(),
  };
}

/** Only "who" is required; Enter saves. */
export function SpokeForm({ who: given, onClose }: { who: string; onClose: () => void }) {
  const { t } = useTranslation(['quickAdd', 'words', 'ui', 'problem']);
  const format = useFormat();
  const sheets = useSheets();
  const client = useQueryClient();
  const go = useGo();
  const [form, setForm] = useState(() => freshForm(given));
  const [asked, setAsked] = useState(false);
  const fill = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const who = readPersonLine(form.who);
  const needle = useDeferredValue(who?.email ?? who?.phone ?? who?.name ?? '');
  const found = useQuery({ ...personsFound(needle, 3), enabled: needle.length >= 2 });

  const save = useAct({
    run: createSpoken,
    says: ({ opportunity }) => {
      const name = opportunity.person?.name ?? opportunity.title;
      const day = opportunity.nextMoment ? format.planned(opportunity.nextMoment.on) : '';
      return t(opportunity.held > 0 ? 'quickAdd:savedSpoke' : 'quickAdd:saved', { name, day });
    },
    change: (out) => out.changeId,
    quiet: true,
  });

  const submit = (event: FormEvent, another: boolean) => {
    event.preventDefault();
    if (!who) return setAsked(true);
    if (save.isPending) return;
    const { outcome } = form;
    save.mutate(
      { ...form, who, outcome: outcome === 'not' ? null : outcome },
      {
        onSuccess: () => {
          if (!another) return onClose();
          setForm(freshForm());
          document.querySelector<HTMLElement>('.spoke input[data-first]')?.focus();
        },
      },
    );
  };

  /** Somebody we know: log on their open opportunity, else open their page. */
  const choose = async (hit: PersonHit) => {
    if (hit.openOpportunityId === null) {
      onClose();
      go(`/persons/${hit.id}`);
      return;
    }
    const opportunity = await client.fetchQuery(opportunityQuery(hit.openOpportunityId));
    sheets.open({ kind: 'log', opportunity, draft: { channel: form.channel, nextOn: form.nextOn } });
  };

  return (
    <form className="spoke" onSubmit={(event) => submit(event, false)}>
      <Field
        label={t('quickAdd:who')}
        hint={t('quickAdd:whoHint')}
        placeholder={t('quickAdd:whoPlaceholder')}
        error={asked && !who ? t('quickAdd:whoMissing') : undefined}
        data-first=""
        autoComplete="off"
        autoCapitalize="words"
        value={form.who}
        onChange={(event) => fill({ who: event.target.value })}
        onPaste={(event) => {
          // A field of one line would run the lines of a signature together.
          const shared = readShared(event.clipboardData.getData('text'));
          if (!shared) return;
          event.preventDefault();
          fill({ who: shared.line, more: shared.more });
        }}
      />
      {who && (who.phone ?? who.email ?? who.organisation ?? who.linkedin) && (
        <p className="spoke__reads muted small">
          {t('quickAdd:reads')}:{' '}
          {[who.name, who.organisation, who.phone, who.email, who.linkedin].filter(Boolean).join(' · ')}
        </p>
      )}
      {form.more !== '' && (
        <p className="muted small">
          {t('quickAdd:more')}: {form.more}
        </p>
      )}
      {who && <Unreadable line={who} />}
      <KnownPersons persons={found.data?.items ?? []} onChoose={(hit) => void choose(hit)} />
      <div className="spoke__pair">
        <Field
          label={t('quickAdd:about')}
          placeholder={t('quickAdd:aboutPlaceholder')}
          maxLength={1000}
          value={form.about}
          onChange={(event) => fill({ about: event.target.value })}
          optional
        />
        <Field
          label={t('quickAdd:keen')}
          value={form.keen}
          onChange={(event) => fill({ keen: event.target.value })}
          optional
        />
      </div>
      <Chips
        shown
        legend={t('quickAdd:spoke')}
        value={form.outcome}
        options={[
          { value: 'spoke', label: t('quickAdd:spokeYes') },
          { value: 'interested', label: t('quickAdd:spokeInterested') },
          { value: 'not', label: t('quickAdd:spokeNot') },
        ]}
        onChange={(outcome) => fill({ outcome })}
      />
      {form.outcome !== 'not' && (
        <Chips
          look="row"
          legend={t('quickAdd:channel')}
          value={form.channel}
          options={channels.map((channel) => ({ value: channel, label: t(`words:channel.${channel}`) }))}
          onChange={(channel) => fill({ channel })}
        />
      )}
      {form.outcome === 'not' && (
        <Select
          label={t('quickAdd:basis')}
          hint={t('quickAdd:basisHint')}
          value={form.basis}
          onChange={(event) => fill({ basis: bases.find((one) => one === event.target.value) ?? form.basis })}
        >
          {bases.map((one) => (
            <option key={one} value={one}>
              {t(`words:basis.${one}`)}
            </option>
          ))}
        </Select>
      )}
      <When rhythm legend={t('quickAdd:when')} value={form.nextOn} onChange={(nextOn) => fill({ nextOn })} />
      {save.error && (
        <p className="field__error" role="alert">
          {t(`problem:${codeOf(save.error)}`)}
        </p>
      )}
      <div className="step__acts">
        <Button busy={save.isPending} onClick={(event) => submit(event, true)}>
          {t('quickAdd:another')}
        </Button>
        <Button kind="primary" size="large" type="submit" busy={save.isPending}>
          {t('quickAdd:save')}
        </Button>
      </div>
    </form>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailSettings } from '#contract/outbox';
import { mailActs, mailSettingsQuery } from '../../data/mail.ts';
import { useAct } from '../../data/use-act.ts';
import { Check, Field, TextArea } from '../../ui/field.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { SaveRow } from './save-row.tsx';
import { Section } from './section.tsx';

/** By which server one's mail goes, when it is quiet, how much goes, and what stands under it. */
export function MailSection({ leads }: { leads: boolean }) {
  const { t } = useTranslation('outbox');
  const query = useQuery(mailSettingsQuery);
  return (
    <Section id="mail" title={t('settings')} about={t('settingsBody')}>
      {query.isPending && <Skeleton height={60} rows={3} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <p>{t(`route.${query.data.route.by}`, { from: query.data.route.from ?? '' })}</p>
          {query.data.companyRoute.by === 'nothing' && <p className="muted small">{t('noServerBody')}</p>}
          <MailForm key={`mine ${query.data.mine.version}`} of="mine" choice={query.data.mine} />
          {leads && (
            <details className="fold">
              <summary>{t('company')}</summary>
              <p className="muted small">{t('companyBody')}</p>
              <MailForm key={`company ${query.data.company.version}`} of="company" choice={query.data.company} />
            </details>
          )}
        </>
      )}
    </Section>
  );
}

type Choice = MailSettings['company'] & { signature?: string };

function MailForm({ of, choice }: { of: 'mine' | 'company'; choice: Choice }) {
  const { t } = useTranslation(['outbox', 'ui']);
  const client = useQueryClient();
  const { version, ...before } = choice;
  const [draft, setDraft] = useState(before);
  const fill = (part: Partial<typeof before>) => setDraft((now) => ({ ...now, ...part }));
  const save = useAct({
    run: () =>
      of === 'mine' ? mailActs.mine({ ...draft, version }) : mailActs.company({ ...companyOf(draft), version }),
    says: (saved) => {
      client.setQueryData(mailSettingsQuery.queryKey, saved);
      return t('ui:saved');
    },
  });
  const limit = (name: 'perMinute' | 'perDay', text: string) =>
    fill({ [name]: text === '' ? null : Math.max(1, Math.trunc(Number(text))) });
  return (
    <form
      className="settings__form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      {draft.signature !== undefined && (
        <TextArea
          label={t('outbox:signature')}
          hint={t('outbox:signatureHint')}
          rows={3}
          maxLength={2000}
          value={draft.signature}
          onChange={(event) => fill({ signature: event.target.value })}
        />
      )}
      <div>
        <Check
          label={t('outbox:quietOn')}
          checked={draft.quietFrom !== null}
          onChange={(event) =>
            fill(
              event.target.checked ? { quietFrom: 21 * 60, quietUntil: 8 * 60 } : { quietFrom: null, quietUntil: null },
            )
          }
        />
        <p className="muted small">{t('outbox:quietBody')}</p>
      </div>
      {draft.quietFrom !== null && draft.quietUntil !== null && (
        <div className="settings__minutes">
          <Field
            label={t('outbox:quietFrom')}
            type="time"
            required
            value={clockOf(draft.quietFrom)}
            onChange={(event) => event.target.value !== '' && fill({ quietFrom: minutesOf(event.target.value) })}
          />
          <Field
            label={t('outbox:quietUntil')}
            type="time"
            required
            value={clockOf(draft.quietUntil)}
            onChange={(event) => event.target.value !== '' && fill({ quietUntil: minutesOf(event.target.value) })}
          />
        </div>
      )}
      <div className="settings__minutes">
        {(['perMinute', 'perDay'] as const).map((name) => (
          <Field
            key={name}
            label={t(`outbox:${name}`)}
            hint={t('outbox:limitHint')}
            type="number"
            inputMode="numeric"
            min={1}
            value={draft[name] ?? ''}
            onChange={(event) => limit(name, event.target.value)}
          />
        ))}
      </div>
      <SaveRow
        changed={JSON.stringify(draft) !== JSON.stringify(before)}
        busy={save.isPending}
        onDiscard={() => setDraft(before)}
      />
    </form>
  );
}

const companyOf = ({ signature: _, ...choice }: Omit<Choice, 'version'>) => choice;
const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

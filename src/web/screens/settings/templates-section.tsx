import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailTemplate } from '#contract/composer';
import { fieldNames, mergeFields } from '#core/composer/merge-fields';
import { mailActs, templatesQuery } from '../../data/mail.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { SaveRow } from './save-row.tsx';
import { Section } from './section.tsx';

type Kind = 'nl je' | 'nl u' | 'en je';

/** The mails of the twelve contacts: one's own, or those that come with the program. */
export function TemplatesSection({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation(['outbox', 'composer', 'settings']);
  const format = useFormat();
  const query = useQuery(templatesQuery);
  const [kind, setKind] = useState<Kind>(format.language === 'en' ? 'en je' : 'nl je');
  const [step, setStep] = useState(1);
  const shown = query.data?.items.filter((one) => `${one.language} ${one.form}` === kind) ?? [];
  const template = shown.find((one) => one.step === step);
  const language = kind === 'en je' ? 'en' : 'nl';
  const names = mergeFields.map((field) => `{{${fieldNames[language][field]}}}`);
  return (
    <Section
      id="templates"
      title={t('outbox:templates')}
      about={t('outbox:templatesBody', { names: format.list(names) })}
    >
      {!mayChange && <p className="muted">{t('settings:onlyManagers')}</p>}
      {query.isPending && <Skeleton height={44} rows={3} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <Chips
            shown
            legend={t('composer:language')}
            value={kind}
            options={[
              { value: 'nl je', label: `${t('composer:nl')}, ${t('composer:je')}` },
              { value: 'nl u', label: `${t('composer:nl')}, ${t('composer:u')}` },
              { value: 'en je', label: t('composer:en') },
            ]}
            onChange={setKind}
          />
          <Select label={t('outbox:template')} value={step} onChange={(event) => setStep(Number(event.target.value))}>
            {shown.map((one) => (
              <option key={one.step} value={one.step}>
                {t('outbox:templateFor', { step: one.step })} · {one.subject}
                {one.own ? ` (${t('outbox:own')})` : ''}
              </option>
            ))}
          </Select>
          {template && (
            <TemplateForm key={`${kind} ${step} ${template.version}`} template={template} mayChange={mayChange} />
          )}
        </>
      )}
    </Section>
  );
}

function TemplateForm({ template, mayChange }: { template: MailTemplate; mayChange: boolean }) {
  const { t } = useTranslation(['outbox', 'composer', 'ui']);
  const { language, form, step, version } = template;
  const before = { subject: template.subject, body: template.body };
  const [draft, setDraft] = useState(before);
  const save = useAct({
    run: () => mailActs.saveTemplate({ language, form, step, version, ...draft }),
    says: () => t('ui:saved'),
  });
  const drop = useAct({
    run: () => mailActs.dropTemplate({ language, form, step }),
    says: () => t('outbox:dropped'),
  });
  return (
    <form
      className="settings__form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <fieldset className="settings__workspace" disabled={!mayChange}>
        <legend className="only-read">{t('outbox:templateFor', { step })}</legend>
        <Field
          label={t('composer:subject')}
          required
          maxLength={200}
          value={draft.subject}
          onChange={(event) => setDraft({ ...draft, subject: event.target.value })}
        />
        <TextArea
          label={t('composer:text')}
          required
          rows={12}
          value={draft.body}
          onChange={(event) => setDraft({ ...draft, body: event.target.value })}
        />
      </fieldset>
      <SaveRow
        changed={draft.subject !== before.subject || draft.body !== before.body}
        busy={save.isPending}
        onDiscard={() => setDraft(before)}
      />
      {template.own && mayChange && (
        <div>
          <Button size="small" busy={drop.isPending} onClick={() => drop.mutate(undefined)}>
            {t('outbox:dropTemplate')}
          </Button>
        </div>
      )}
    </form>
  );
}

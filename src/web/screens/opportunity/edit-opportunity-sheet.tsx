import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { codeOf } from '../../data/api-problem.ts';
import { opportunityActs } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { termsDraft, termsOf } from './terms-draft.ts';
import { TermsFields } from './terms-fields.tsx';

export function EditOpportunitySheet({ opportunity, onClose }: { opportunity: Opportunity; onClose: () => void }) {
  const { t } = useTranslation(['opportunity', 'ui', 'problem']);
  const format = useFormat();
  const [form, setForm] = useState({
    title: opportunity.title,
    value: opportunity.value === null ? '' : format.money(opportunity.value),
    source: opportunity.source ?? '',
  });
  const [saved] = useState(() => termsDraft(opportunity, format));
  const [terms, setTerms] = useState(saved);
  const [asked, setAsked] = useState(false);
  const won = opportunity.state === 'won';
  const fill = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const save = useAct({
    run: (body: object) => opportunityActs.update(opportunity.id, { ...body, version: opportunity.version }),
    says: () => t('ui:saved'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const changed = termsOf(terms, saved, format.readMoney(form.value), won, format);
    if (save.isPending || !changed) return;
    save.mutate({ title: form.title.trim(), source: form.source.trim() || null, ...changed }, { onSuccess: onClose });
  };
  return (
    <Sheet title={t('opportunity:edit')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={t('opportunity:title')}
          required
          maxLength={1000}
          data-first=""
          value={form.title}
          onChange={(event) => fill({ title: event.target.value })}
        />
        {terms.pays === 'once' && (
          <Field
            label={t('opportunity:value')}
            inputMode="decimal"
            value={form.value}
            onChange={(event) => fill({ value: event.target.value })}
            optional
          />
        )}
        <Field
          label={t('opportunity:source')}
          maxLength={1000}
          value={form.source}
          onChange={(event) => fill({ source: event.target.value })}
          optional
        />
        <TermsFields
          draft={terms}
          won={won}
          asked={asked}
          onFill={(part) => setTerms((present) => ({ ...present, ...part }))}
        />
        {save.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(save.error)}`)}
          </p>
        )}
        <div className="form__acts">
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" size="large" type="submit" busy={save.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

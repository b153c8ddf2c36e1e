import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { opportunityActs } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';

/** Imported without a number of contacts: one answer puts it into the curves (definition 6). */
export function HeldQuestion({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation(['opportunity', 'ui']);
  const [text, setText] = useState('');
  const save = useAct({
    run: (openingHeld: number) => opportunityActs.update(opportunity.id, { version: opportunity.version, openingHeld }),
    says: () => t('ui:saved'),
    change: (out) => out.changeId,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text !== '' && !save.isPending) save.mutate(Math.trunc(Number(text)));
  };
  return (
    <form className="opportunity__held" onSubmit={submit}>
      <Field
        label={t('opportunity:heldAsk')}
        hint={t('opportunity:heldUnknown')}
        type="number"
        inputMode="numeric"
        min={0}
        max={1000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" busy={save.isPending}>
        {t('ui:save')}
      </Button>
    </form>
  );
}

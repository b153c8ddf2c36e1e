import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { needKinds, type NeedKind } from '#core/outlook/need';
import { outlookActs } from '../../data/outlook.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';

/** Nothing is needed yet: one amount, and the screen begins to say something. */
export function FirstNeed() {
  const { t } = useTranslation(['outlook', 'ui']);
  const format = useFormat();
  const [kind, setKind] = useState<NeedKind>('wages');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const amount = format.readMoney(text);
  const add = useAct({ run: outlookActs.addNeed, says: () => t('outlook:added'), change: (out) => out.changeId });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (amount && !add.isPending) add.mutate({ kind, amount });
  };
  return (
    <section className="card outlook__first" aria-labelledby="first-need">
      <h2 id="first-need">{t('outlook:emptyTitle')}</h2>
      <p className="muted">{t('outlook:emptyBody')}</p>
      <form className="form" onSubmit={submit}>
        <Chips
          legend={t('outlook:fieldKind')}
          value={kind}
          options={needKinds
            .filter((one) => one !== 'next_step')
            .map((one) => ({ value: one, label: t(`outlook:kind.${one}`) }))}
          onChange={setKind}
        />
        <Field
          label={`${t('outlook:fieldAmount')} ${t('outlook:perMonth')}`}
          hint={t('outlook:emptyHint')}
          inputMode="decimal"
          autoComplete="off"
          error={asked && !amount ? t('outlook:amountWrong') : undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div>
          <Button kind="primary" size="large" type="submit" busy={add.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </section>
  );
}

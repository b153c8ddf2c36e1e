import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import { channels, type Channel } from '#core/opportunity/vocabulary';
import { codeOf } from '../../data/api-problem.ts';
import { useMayWrite } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { firstNameOf } from '../opportunity/who-is.ts';
import { When } from '../plan/when.tsx';
import { RhythmButton } from '../relationship/rhythm-line.tsx';
import { CareRhythm } from '../relationship/relationship-cards.tsx';
import { CareSheet } from './care-sheet.tsx';
import { useUpdatePerson } from './use-update-person.ts';

/** Keeping in touch, before and after a sale. */
export function CareCard({ person }: { person: Person }) {
  const { t } = useTranslation(['care', 'words']);
  const format = useFormat();
  const mayWrite = useMayWrite();
  const [sheet, setSheet] = useState<'log' | 'plan' | null>(null);
  const close = () => setSheet(null);
  if (person.objectedOn || person.restrictedOn) return null;
  return (
    <section aria-labelledby="care-card">
      <h2 id="care-card">{t('care:heading')}</h2>
      <p className="muted small">{t('care:headingAbout')}</p>
      <p className="person__care">
        {person.careOn
          ? person.careChannel
            ? t('care:planned', {
                day: format.planned(person.careOn),
                channel: t(`words:channel.${person.careChannel}`),
              })
            : format.planned(person.careOn)
          : t('care:none')}
      </p>
      <CareRhythm person={person} />
      {mayWrite && (
        <div className="state__acts">
          <Button size="small" onClick={() => setSheet('plan')}>
            {t('care:plan')}
          </Button>
          <Button size="small" onClick={() => setSheet('log')}>
            {t('care:log')}
          </Button>
          <RhythmButton person={person} />
        </div>
      )}
      {sheet === 'log' && (
        <CareSheet personId={person.id} name={person.name} channel={person.careChannel} onClose={close} />
      )}
      {sheet === 'plan' && <CarePlanSheet person={person} onClose={close} />}
    </section>
  );
}

const far = ['next_week', 'month', 'quarter', 'half_year'] as const;

function CarePlanSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['care', 'words', 'ui', 'problem']);
  const [day, setDay] = useState<string | null>(person.careOn);
  const [channel, setChannel] = useState<Channel>(person.careChannel ?? 'call');
  const update = useUpdatePerson(person, () => t('care:saved'));
  const off = useUpdatePerson(person, () => t('care:savedOff'));
  const error = update.error ?? off.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day !== null && !update.isPending) update.mutate({ careOn: day, careChannel: channel }, { onSuccess: onClose });
  };
  return (
    <Sheet title={t('care:planTitle', { name: firstNameOf(person.name) })} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <When legend={t('care:again')} value={day} onChange={setDay} names={far} />
        <Chips
          look="row"
          legend={t('care:channel')}
          value={channel}
          options={channels.map((one) => ({ value: one, label: t(`words:channel.${one}`) }))}
          onChange={setChannel}
        />
        {error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(error)}`)}
          </p>
        )}
        <div className="form__acts">
          {person.careOn && (
            <Button
              busy={off.isPending}
              onClick={() => off.mutate({ careOn: null, careChannel: null }, { onSuccess: onClose })}
            >
              {t('care:off')}
            </Button>
          )}
          <Button kind="primary" size="large" type="submit" busy={update.isPending} disabled={day === null}>
            {t('care:plan')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

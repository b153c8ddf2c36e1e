import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileText } from 'lucide-react';
import type { Person } from '#contract/person';
import { useMe } from '../../data/me.ts';
import { personRightsQuery, privacyActs } from '../../data/privacy.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Check, Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { firstNameOf } from '../opportunity/who-is.ts';
import { Mentions } from './mentions.tsx';
import { RecordRequest } from './record-request.tsx';
import { saveFile } from './save-file.ts';
import './rights.css';

const files = [
  { format: 'html', label: 'page' },
  { format: 'json', label: 'json' },
  { format: 'vcard', label: 'card' },
] as const;

/** What a person may ask for, one block each: hand over, restrict, erase, and take an objection back. */
export function RightsSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['rights', 'ui']);
  const name = firstNameOf(person.name);
  return (
    <Sheet
      title={t('rights:sheetTitle', { name: person.name })}
      width="wide"
      onClose={onClose}
      foot={
        <Button data-first="" onClick={onClose}>
          {t('ui:close')}
        </Button>
      }
    >
      <div className="rights">
        <HandOver person={person} />
        {person.objectedOn !== null && <Withdraw person={person} name={name} onDone={onClose} />}
        {person.restrictedOn === null && <Restrict person={person} name={name} onDone={onClose} />}
        {person.eraseOn === null && <Erase person={person} name={name} />}
        <Mentions person={person} onGo={onClose} />
        <section>
          <h3>{t('rights:recordFor')}</h3>
          <RecordRequest personId={person.id} />
        </section>
      </div>
    </Sheet>
  );
}

function HandOver({ person }: { person: Person }) {
  const { t } = useTranslation('rights');
  const { language } = useMe().member;
  const give = useAct({
    run: async (format: (typeof files)[number]['format']) =>
      saveFile(await privacyActs.handOver(person.id, format, language)),
  });
  return (
    <section>
      <h3>{t('handOver')}</h3>
      <p className="muted">{t('handOverBody')}</p>
      <div className="rights__acts">
        {files.map(({ format, label }) => (
          <Button
            key={format}
            icon={<FileText size={18} aria-hidden="true" />}
            disabled={give.isPending}
            onClick={() => give.mutate(format)}
          >
            {t(label)}
          </Button>
        ))}
      </div>
    </section>
  );
}

type Part = { person: Person; name: string; onDone: () => void };

function Restrict({ person, name, onDone }: Part) {
  const { t } = useTranslation('rights');
  const restrict = useAct({ run: () => privacyActs.restrict(person.id), says: () => t('restrictDone', { name }) });
  return (
    <section>
      <h3>{t('restrict')}</h3>
      <p className="muted">{t('restrictBody')}</p>
      <div>
        <Button busy={restrict.isPending} onClick={() => restrict.mutate(undefined, { onSuccess: onDone })}>
          {t('restrictAct')}
        </Button>
      </div>
    </section>
  );
}

function Erase({ person, name }: Omit<Part, 'onDone'>) {
  const { t } = useTranslation('rights');
  const format = useFormat();
  const query = useQuery(personRightsQuery(person.id));
  const [objects, setObjects] = useState(false);
  const erase = useAct({
    run: () => privacyActs.erase(person.id, objects),
    says: (after) => t('eraseDone', { name, day: format.shortDay(after.eraseOn ?? '') }),
  });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <Skeleton height={120} />;
  const { onErase, wouldEraseOn } = query.data;
  const day = format.fullDate(wouldEraseOn);
  return (
    <section>
      <h3>{t('erase')}</h3>
      <p className="muted">
        {t('eraseBody', {
          day,
          promises: onErase.promises,
          attention: onErase.attention,
          numbered: onErase.numbered,
          opportunities: onErase.opportunities,
        })}{' '}
        {onErase.open > 0 && t('eraseOpen', { count: onErase.open })}{' '}
        {onErase.organisations.length > 0 && t('eraseOrganisations', { names: onErase.organisations.join(', ') })}
      </p>
      {person.objectedOn === null && (
        <Check label={t('eraseObjects')} checked={objects} onChange={(event) => setObjects(event.target.checked)} />
      )}
      <div>
        <Button kind="danger" busy={erase.isPending} onClick={() => erase.mutate(undefined)}>
          {t('eraseAct', { day })}
        </Button>
      </div>
    </section>
  );
}

function Withdraw({ person, name, onDone }: Part) {
  const { t } = useTranslation('rights');
  const [reason, setReason] = useState('');
  const withdraw = useAct({
    run: () => privacyActs.withdraw(person.id, reason.trim()),
    says: () => t('withdrawDone', { name }),
  });
  return (
    <section>
      <h3>{t('withdraw')}</h3>
      <p className="muted">{t('withdrawBody')}</p>
      <form
        className="rights__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim().length >= 3) withdraw.mutate(undefined, { onSuccess: onDone });
        }}
      >
        <Field
          label={t('withdrawReason')}
          required
          minLength={3}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div>
          <Button type="submit" busy={withdraw.isPending}>
            {t('withdrawAct')}
          </Button>
        </div>
      </form>
    </section>
  );
}

import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Plus, X } from 'lucide-react';
import { Link } from 'wouter';
import type { Person, PersonHit } from '#contract/person';
import type { Connection, CreateConnection, Relationship } from '#contract/relationship';
import { codeOf } from '../../data/api-problem.ts';
import { useMayWrite } from '../../data/me.ts';
import { relationshipActs } from '../../data/relationship.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { firstNameOf } from '../opportunity/who-is.ts';
import { ChoosePerson } from '../person/choose-person.tsx';

const labels = { brought: 'brought', brought_by: 'broughtBy', knows: 'knows' } as const;
const kinds = ['brought_by', 'brought', 'knows'] as const;

type Props = { person: Person; connections: readonly Connection[]; brought: Relationship['brought'] };

/** Who introduced this person, whom they brought and what came of it, and whom they know. */
export function ConnectionsCard({ person, connections, brought }: Props) {
  const { t } = useTranslation('relationship');
  const format = useFormat();
  const mayWrite = useMayWrite();
  const [adding, setAdding] = useState(false);
  const remove = useAct({
    run: (id: string) => relationshipActs.disconnect(id),
    says: () => t('connectionRemoved'),
    change: (out) => out.changeId,
  });
  return (
    <section className="card relation" aria-labelledby="connections">
      <header className="relation__head">
        <h2 id="connections">{t('connections')}</h2>
        {mayWrite && (
          <Button
            kind="quiet"
            size="small"
            icon={<Plus size={16} aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {t('connectionAdd')}
          </Button>
        )}
      </header>
      {brought.people > 0 && (
        <p className="number">
          {[
            t('broughtPeople', { count: brought.people }),
            t('broughtSales', { count: brought.sales }),
            ...(brought.value > 0 ? [format.money(brought.value)] : []),
            ...(brought.unvalued > 0 ? [t('broughtUnvalued', { count: brought.unvalued })] : []),
          ].join(' · ')}
        </p>
      )}
      {connections.length === 0 && <p className="muted">{t('connectionsNone')}</p>}
      {connections.length > 0 && (
        <ul>
          {connections.map((one) => (
            <li key={one.id} className="relation__line">
              <div className="relation__what">
                <Link href={`/persons/${one.person.id}`}>{one.person.name}</Link>
                <p className="muted small">
                  {t(labels[one.kind])}
                  {one.note && ` · ${one.note}`}
                </p>
              </div>
              {mayWrite && (
                <Button
                  kind="quiet"
                  size="small"
                  aria-label={t('connectionRemove', { name: one.person.name })}
                  onClick={() => remove.mutate(one.id)}
                >
                  <X size={18} aria-hidden="true" />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && <ConnectionSheet person={person} onClose={() => setAdding(false)} />}
    </section>
  );
}

function ConnectionSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['relationship', 'person', 'ui', 'problem']);
  const [other, setOther] = useState<PersonHit | null>(null);
  const [kind, setKind] = useState<Connection['kind']>('brought_by');
  const save = useAct({
    run: (wish: CreateConnection) => relationshipActs.connect(person.id, wish),
    says: () => t('relationship:connectionSaved'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const name = firstNameOf(person.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (other && !save.isPending) save.mutate({ kind, personId: other.id }, { onSuccess: onClose });
  };
  return (
    <Sheet title={t('relationship:connectionTitle', { name })} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <ChoosePerson
          label={t('relationship:connectionSearch')}
          start=""
          none={t('person:mergeNone')}
          except={person.id}
          chosen={other}
          onChoose={setOther}
        />
        <Chips
          shown
          legend={t('relationship:connectionKind')}
          value={kind}
          options={kinds.map((one) => ({ value: one, label: t(`relationship:connection.${one}`, { name }) }))}
          onChange={setKind}
        />
        {save.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(save.error)}`)}
          </p>
        )}
        <div className="form__acts">
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" size="large" type="submit" busy={save.isPending} disabled={other === null}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

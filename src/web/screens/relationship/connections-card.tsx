import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Plus, X } from 'lucide-react';
import { Link } from 'wouter';
import { readablePhone } from '#i18n/phone';
import type { Person, PersonHit } from '#contract/person';
import type { Connection, CreateConnection, Relationship } from '#contract/relationship';
import { codeOf } from '../../data/api-problem.ts';
import { useMayWrite } from '../../data/me.ts';
import { personsFound } from '../../data/persons.ts';
import { relationshipActs } from '../../data/relationship.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';
import { useFormat } from '../../ui/use-format.ts';
import { firstNameOf } from '../opportunity/who-is.ts';

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
  const [q, setQ] = useState('');
  const [other, setOther] = useState<PersonHit | null>(null);
  const [kind, setKind] = useState<Connection['kind']>('brought_by');
  const needle = useDelayed(q.trim(), 150);
  const found = useQuery({ ...personsFound(needle, 8), enabled: needle.length >= 2 });
  const hits = (found.data?.items ?? []).filter((hit) => hit.id !== person.id);
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
        <Field
          label={t('relationship:connectionSearch')}
          type="search"
          autoComplete="off"
          data-first=""
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        {needle.length >= 2 && found.data && hits.length === 0 && <p className="muted">{t('person:mergeNone')}</p>}
        {hits.length > 0 && (
          <Chips
            legend={t('relationship:connectionSearch')}
            value={other?.id ?? null}
            options={hits.map((hit) => ({
              value: hit.id,
              label: [hit.name, hit.organisation ?? hit.email ?? (hit.phone && readablePhone(hit.phone))]
                .filter(Boolean)
                .join(' · '),
            }))}
            onChange={(id) => setOther(hits.find((hit) => hit.id === id) ?? null)}
          />
        )}
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

import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import type { KeepInTouch } from '#contract/relationship';
import { channels, type Channel } from '#core/opportunity/vocabulary';
import { codeOf } from '../../data/api-problem.ts';
import { useMe } from '../../data/me.ts';
import { relationshipActs } from '../../data/relationship.ts';
import { membersQuery } from '../../data/settings.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { firstNameOf } from '../opportunity/who-is.ts';

/** How often one keeps in touch, and where that comes from; below it what this time may be for. The button stands among the acts. */
export function RhythmLine({
  person,
  act,
  tagged,
}: {
  person: Person;
  act: 'thank' | 'referral' | 'catch_up';
  tagged: boolean;
}) {
  const { t } = useTranslation('relationship');
  const format = useFormat();
  const { careEveryWeeks: weeks } = person;
  return (
    <div className="relation">
      <p>
        {weeks === null ? t('rhythmNone') : t(person.careFrom === 'tag' ? 'rhythmTag' : 'rhythmOwn', { count: weeks })}{' '}
        {person.carePausedUntil &&
          person.carePausedUntil > format.today &&
          t('pausedUntil', { day: format.fullDate(person.carePausedUntil) })}
      </p>
      {tagged && !person.careOn && !person.phone && !person.email && !person.linkedin && (
        <p className="muted small">{t('unreachable')}</p>
      )}
      {person.careOn && <p className="muted small">{t(`act.${act}`)}</p>}
    </div>
  );
}

export function RhythmButton({ person }: { person: Person }) {
  const { t } = useTranslation('relationship');
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setEditing(true)}>
        {t('rhythmEdit')}
      </Button>
      {editing && <RhythmSheet person={person} onClose={() => setEditing(false)} />}
    </>
  );
}

const usual = [1, 2, 4, 6, 8, 13, 26, 52];

export function WeeksOptions({ present }: { present: number | null }) {
  const { t } = useTranslation('relationship');
  return [...new Set([...usual, ...(present === null ? [] : [present])])]
    .toSorted((a, b) => a - b)
    .map((count) => (
      <option key={count} value={count}>
        {t('weeks', { count })}
      </option>
    ));
}

function RhythmSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['relationship', 'care', 'words', 'ui', 'problem']);
  const me = useMe();
  const members = useQuery(membersQuery);
  const own = person.careFrom === 'tag' ? null : person.careEveryWeeks;
  const [weeks, setWeeks] = useState(own === null ? '' : String(own));
  const [channel, setChannel] = useState<Channel | null>(person.careChannel);
  const [member, setMember] = useState(person.careMemberId ?? me.member.id);
  const [paused, setPaused] = useState(person.carePausedUntil ?? '');
  const [wrong, setWrong] = useState(false);
  const save = useAct({
    run: (wish: KeepInTouch) => relationshipActs.keepInTouch(person.id, wish),
    says: () => t('relationship:rhythmSaved'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changed = paused !== (person.carePausedUntil ?? '');
    setWrong(changed && paused !== '' && paused <= me.today);
    if (save.isPending || (changed && paused !== '' && paused <= me.today)) return;
    save.mutate(
      {
        version: person.version,
        everyWeeks: weeks === '' ? null : Number(weeks),
        memberId: member,
        ...(channel && { channel }),
        ...(changed && { pausedUntil: paused || null }),
      },
      { onSuccess: onClose },
    );
  };
  const others = members.data?.items ?? [];
  return (
    <Sheet
      title={t('relationship:rhythmTitle', { name: firstNameOf(person.name) })}
      about={t('relationship:rhythmAbout')}
      onClose={onClose}
    >
      <form className="form" onSubmit={submit}>
        <Select
          label={t('relationship:rhythmEvery')}
          data-first=""
          value={weeks}
          onChange={(event) => setWeeks(event.target.value)}
        >
          <option value="">{t('relationship:rhythmOff')}</option>
          <WeeksOptions present={own} />
        </Select>
        <Chips
          look="row"
          legend={t('care:channel')}
          value={channel}
          options={channels.map((one) => ({ value: one, label: t(`words:channel.${one}`) }))}
          onChange={setChannel}
        />
        {others.length > 1 && (
          <Select label={t('relationship:by')} value={member} onChange={(event) => setMember(event.target.value)}>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        )}
        <Field
          label={t('relationship:pause')}
          hint={t('relationship:pauseHint')}
          type="date"
          value={paused}
          error={wrong ? t('relationship:pauseWrong') : undefined}
          onChange={(event) => setPaused(event.target.value)}
          optional
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

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readablePhone } from '#i18n/phone';
import type { PersonHit } from '#contract/person';
import { personsFound } from '../../data/persons.ts';
import { Chips } from '../../ui/chips.tsx';
import { Field } from '../../ui/field.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';

const most = 10;

/** Looks somebody up by a part of their name, for a sheet in which one is chosen. Who types on has chosen nobody. */
export function ChoosePerson({
  label,
  start,
  none,
  except,
  chosen,
  onChoose,
}: {
  label: string;
  /** What is looked for to begin with. */
  start: string;
  /** Said when nobody is found. */
  none: string;
  /** The id of somebody who cannot be chosen. */
  except?: string;
  chosen: PersonHit | null;
  onChoose: (hit: PersonHit | null) => void;
}) {
  const [q, setQ] = useState(start);
  const needle = useDelayed(q.trim(), 150);
  const found = useQuery({ ...personsFound(needle, most), enabled: needle.length >= 2 });
  const hits = (found.data?.items ?? []).filter((hit) => hit.id !== except);
  return (
    <>
      <Field
        label={label}
        type="search"
        autoComplete="off"
        data-first=""
        value={q}
        onChange={(event) => {
          setQ(event.target.value);
          onChoose(null);
        }}
      />
      {found.data && hits.length === 0 && <p className="muted">{none}</p>}
      {hits.length > 0 && (
        <Chips
          legend={label}
          value={chosen?.id ?? null}
          options={hits.map((hit) => ({
            value: hit.id,
            label: [hit.name, hit.organisation, hit.email ?? (hit.phone && readablePhone(hit.phone))]
              .filter(Boolean)
              .join(' · '),
          }))}
          onChange={(id) => onChoose(hits.find((hit) => hit.id === id) ?? null)}
        />
      )}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readablePhone } from '#i18n/phone';
import type { PersonHit } from '#contract/person';
import type { RightsRequest } from '#contract/privacy';
import { personsFound } from '../../data/persons.ts';
import { privacyActs } from '../../data/privacy.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';

/** Whom a request of a name is about. Nobody here: then the answer is that nothing is kept. */
export function LinkSheet({ request, onClose }: { request: RightsRequest; onClose: () => void }) {
  const { t } = useTranslation(['rights', 'ui']);
  const [q, setQ] = useState(request.who ?? '');
  const [chosen, setChosen] = useState<PersonHit | null>(null);
  const needle = useDelayed(q.trim(), 150);
  const found = useQuery({ ...personsFound(needle, 8), enabled: needle.length >= 2 });
  const hits = found.data?.items ?? [];
  const link = useAct({
    run: (personId: string) => privacyActs.change(request.id, { version: request.version, personId }),
    says: (after) => t('rights:linked', { name: after.person?.name ?? '' }),
  });
  return (
    <Sheet
      title={t('rights:linkTitle', { who: request.who ?? '' })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button
            kind="primary"
            busy={link.isPending}
            disabled={chosen === null}
            onClick={() => chosen && link.mutate(chosen.id, { onSuccess: onClose })}
          >
            {t('rights:linkAct')}
          </Button>
        </>
      }
    >
      <Field
        label={t('rights:linkSearch')}
        type="search"
        autoComplete="off"
        data-first=""
        value={q}
        onChange={(event) => {
          setQ(event.target.value);
          setChosen(null);
        }}
      />
      {needle.length >= 2 && found.data && hits.length === 0 && <p>{t('rights:linkNone')}</p>}
      {hits.length > 0 && (
        <>
          <Chips
            legend={t('rights:linkSearch')}
            value={chosen?.id ?? null}
            options={hits.map((hit) => ({
              value: hit.id,
              label: [hit.name, hit.organisation ?? hit.email ?? (hit.phone && readablePhone(hit.phone))]
                .filter(Boolean)
                .join(' · '),
            }))}
            onChange={(id) => setChosen(hits.find((hit) => hit.id === id) ?? null)}
          />
          <p className="muted small">{t('rights:linkNone')}</p>
        </>
      )}
    </Sheet>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus } from 'lucide-react';
import type { Continuity, CoveredNeed } from '#contract/outlook';
import { settingsQuery } from '../../data/settings.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { CashForm } from './cash-form.tsx';
import { NeedSheet } from './need-sheet.tsx';
import { useOutlookWords } from './use-outlook-words.ts';

/** What is needed, in the order in which it is covered, each until when; and the step one dreams of. */
export function NeedsList({ outlook, leads }: { outlook: Continuity; leads: boolean }) {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const settings = useQuery({ ...settingsQuery, enabled: leads });
  const [sheet, setSheet] = useState<'need' | 'next_step' | CoveredNeed | null>(null);
  const needs = outlook.needs.filter((need) => need.kind !== 'next_step');
  const steps = outlook.needs.filter((need) => need.kind === 'next_step');
  return (
    <section className="card outlook__list" aria-labelledby="needs">
      <header>
        <h2 id="needs">{t('needsTitle')}</h2>
        {leads && needs.length > 0 && (
          <Button icon={<Plus size={18} aria-hidden="true" />} onClick={() => setSheet('need')}>
            {t('needsAdd')}
          </Button>
        )}
      </header>
      {needs.length > 0 && <Rows needs={needs} leads={leads} onEdit={setSheet} />}
      {needs.length > 0 && <p className="muted small">{t('order')}</p>}
      {settings.data ? (
        <CashForm cash={settings.data.cash} version={settings.data.version} />
      ) : (
        <p>
          {outlook.cash
            ? t('cashOn', { amount: format.wholeMoney(outlook.cash.amount), day: format.shortDay(outlook.cash.on) })
            : t('cashNone')}
        </p>
      )}
      {(steps.length > 0 || leads) && (
        <div className="outlook__step">
          <h3>{t('needsStep')}</h3>
          {steps.length > 0 ? (
            <Rows needs={steps} leads={leads} onEdit={setSheet} />
          ) : (
            <p className="muted">{t('needsStepAbout')}</p>
          )}
          {leads && (
            <Button icon={<Plus size={18} aria-hidden="true" />} onClick={() => setSheet('next_step')}>
              {t('needsAdd')}
            </Button>
          )}
        </div>
      )}
      {sheet !== null && (
        <NeedSheet
          need={typeof sheet === 'string' ? null : sheet}
          kind={typeof sheet === 'string' ? (sheet === 'need' ? 'rent' : 'next_step') : sheet.kind}
          onClose={() => setSheet(null)}
        />
      )}
    </section>
  );
}

function Rows({
  needs,
  leads,
  onEdit,
}: {
  needs: readonly CoveredNeed[];
  leads: boolean;
  onEdit: (need: CoveredNeed) => void;
}) {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const words = useOutlookWords();
  return (
    <ul className="outlook__rows">
      {needs.map((need) => (
        <li key={need.id}>
          <div>
            <p>
              <strong>{words.nameOf(need)}</strong> · <span className="number">{format.money(need.amount)}</span>{' '}
              {t(need.every === 'month' ? 'perMonth' : 'once')}
            </p>
            <p className="muted small">
              {need.every === 'once'
                ? t('onDay', { day: format.shortDay(need.fromOn) })
                : need.untilOn
                  ? t('fromUntil', { from: format.shortDay(need.fromOn), until: format.shortDay(need.untilOn) })
                  : t('from', { day: format.shortDay(need.fromOn) })}
            </p>
          </div>
          <CoverText need={need} />
          {leads && (
            <button
              type="button"
              className="menu__button"
              aria-label={t('edit', { name: words.nameOf(need) })}
              onClick={() => onEdit(need)}
            >
              <Pencil size={18} aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function CoverText({ need: { covered } }: { need: CoveredNeed }) {
  const { t } = useTranslation('outlook');
  const words = useOutlookWords();
  const { cautious, certain, mean } = covered;
  const more =
    mean === null
      ? t('coveredMeanAll')
      : mean === 'not' || mean === cautious
        ? null
        : t('coveredMean', { until: words.rough(mean) });
  const sure =
    certain === 'not'
      ? null
      : certain === null
        ? t('coveredCertainAll')
        : t('coveredCertain', { until: words.rough(certain) });
  return (
    <div className="outlook__cover">
      <p className={cautious === null ? 'badge badge--green' : 'badge badge--gold'}>
        {cautious === null
          ? t('coveredAll')
          : cautious === 'not'
            ? t('coveredNot')
            : t('coveredUntil', { until: words.rough(cautious) })}
      </p>
      <p className="muted small">{[cautious === null ? null : more, sure].filter(Boolean).join('; ')}</p>
    </div>
  );
}

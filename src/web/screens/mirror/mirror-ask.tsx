import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guessMirror } from '../../data/mirror.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { columnNumbers } from './chart-scale.ts';

/** What one thinks before one looks: two taps. Whoever does not want to, skips. */
export function MirrorAsk({ onSkip }: { onSkip: () => void }) {
  const { t } = useTranslation('mirror');
  const [stops, setStops] = useState<string | null>(null);
  const [sales, setSales] = useState<string | null>(null);
  const guess = useAct({ run: guessMirror });
  const options = columnNumbers.map((number) => ({
    value: String(number),
    label: number === 13 ? t('askMore') : String(number),
    spoken: number === 13 ? t('askSpokenMore') : t('askSpoken', { number }),
  }));
  return (
    <section className="ask card">
      <div>
        <h2>{t('askTitle')}</h2>
        <p className="muted">{t('askBody')}</p>
      </div>
      <Chips legend={t('askStops')} shown options={options} value={stops} onChange={setStops} />
      <Chips legend={t('askSales')} shown options={options} value={sales} onChange={setSales} />
      <div className="ask__acts">
        <Button
          kind="primary"
          size="large"
          busy={guess.isPending}
          disabled={stops === null || sales === null}
          onClick={() => guess.mutate({ stopsAfter: Number(stops), salesAt: Number(sales) }, { onSuccess: onSkip })}
        >
          {t('askAct')}
        </Button>
        <Button kind="quiet" size="large" onClick={onSkip}>
          {t('askSkip')}
        </Button>
      </div>
    </section>
  );
}

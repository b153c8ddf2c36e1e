import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Mirror } from '#contract/mirror';
import { Button } from '../../ui/button.tsx';
import { halfwayOf, peakOf } from './curve-facts.ts';

/** What one thought beside how it is; and one thing to try. `mirror`: the whole one, whatever is chosen on the screen. */
export function MirrorAside({ mirror, onGuess }: { mirror: Mirror; onGuess: () => void }) {
  const { t } = useTranslation('mirror');
  const stops = halfwayOf(mirror.stops);
  const sales = peakOf(mirror.sales);
  const said = (number: number) => (number > 12 ? t('beyond') : String(number));
  return (
    <div className="mirror__aside">
      {mirror.guess && (
        <section>
          <h2>{t('guessTitle')}</h2>
          <dl className="mirror__guess">
            <dt>{t('guessStops', { guess: said(mirror.guess.stopsAfter) })}</dt>
            {stops !== null && <dd>{t('guessStopsReal', { real: said(stops) })}</dd>}
            <dt>{t('guessSales', { guess: said(mirror.guess.salesAt) })}</dt>
            {sales !== null && <dd>{t('guessSalesReal', { real: said(sales) })}</dd>}
          </dl>
          <Button kind="quiet" className="mirror__again" onClick={onGuess}>
            {t('askAgain')}
          </Button>
        </section>
      )}
      {mirror.ownStops > 0 && (
        <section>
          <h2>{t('tryTitle')}</h2>
          <p>{t('tryBody')}</p>
          <p className="mirror__links">
            <Link href="/revive">{t('tryAct')}</Link>
            <Link href="/still-to-gain">{t('toGain')}</Link>
          </p>
        </section>
      )}
    </div>
  );
}

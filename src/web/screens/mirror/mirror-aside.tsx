import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Mirror } from '#contract/mirror';
import { Button } from '../../ui/button.tsx';
import { FiguresLink } from '../figures/figures-link.tsx';
import { halfwayOf, peakOf } from './curve-facts.ts';

/** What one thought beside how it is; and one thing to try. `mirror`: the whole one, whatever is chosen on the screen. */
export function MirrorAside({ mirror, onGuess }: { mirror: Mirror; onGuess: () => void }) {
  const { t } = useTranslation('mirror');
  // Under 20 ended nothing is concluded: what one thought stands there alone.
  const stops = mirror.enough ? halfwayOf(mirror.stops) : null;
  const sales = mirror.enough ? peakOf(mirror.sales) : null;
  const said = (number: number) => (number > 12 ? t('beyond') : String(number));
  return (
    <div className="mirror__aside">
      {mirror.guess && (
        <section>
          <h2>{t('guessTitle')}</h2>
          <ul className="mirror__guess">
            <li>
              {t('guessStops', { guess: said(mirror.guess.stopsAfter) })}
              {stops !== null && <strong>{t('guessStopsReal', { real: said(stops) })}</strong>}
            </li>
            <li>
              {t('guessSales', { guess: said(mirror.guess.salesAt) })}
              {sales !== null && <strong>{t('guessSalesReal', { real: said(sales) })}</strong>}
            </li>
          </ul>
          {!mirror.enough && <p className="muted">{t('guessLater')}</p>}
          <Button kind="quiet" className="mirror__again" onClick={onGuess}>
            {t('askAgain')}
          </Button>
        </section>
      )}
      {mirror.ownStops > 0 && (
        <section>
          {mirror.enough && (
            <>
              <h2>{t('tryTitle')}</h2>
              <p>{t('tryBody')}</p>
            </>
          )}
          <p className="mirror__links">
            <Link href="/revive">{t('tryAct')}</Link>
            <Link href="/still-to-gain">{t('toGain')}</Link>
          </p>
        </section>
      )}
      <FiguresLink />
    </div>
  );
}

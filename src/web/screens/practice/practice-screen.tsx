import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { toDay } from '#core/day/day';
import type { Outcome } from '#core/opportunity/vocabulary';
import { useMe } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { Trail } from '../../ui/trail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ChannelIcon } from '../log/channel-icon.tsx';
import { OutcomeGrid } from '../log/outcome-grid.tsx';
import { useSheets } from '../shell/sheets.tsx';
import { freshPractice, practise, type Practised } from './practice.ts';
import { keepPractice, usePractice } from './practice-store.ts';
import '../today/today.css';
import '../log/log-sheet.css';
import './practice-screen.css';

/** These ask for a day, an amount or a confirmation: to be met with somebody real. */
const notHere: readonly Outcome[] = ['appointment', 'not_now', 'do_not_contact'];

/** A place to try logging with people who do not exist. One tap clears it all. */
export function PracticeScreen() {
  const { t } = useTranslation(['practice', 'words', 'log', 'ui']);
  const format = useFormat();
  const me = useMe();
  const sheets = useSheets();
  const [, navigate] = useLocation();
  const today = toDay(me.today);
  const people = usePractice() ?? freshPractice(today);
  const [logging, setLogging] = useState<Practised | null>(null);
  const due = people.filter((one) => one.moments.length === 0);
  const done = people.filter((one) => one.moments.length > 0);

  const log = (person: Practised, outcome: Outcome) => {
    setLogging(null);
    const calendar = { workingDays: me.member.workingDays, daysOff: [], holidays: new Set<never>() };
    const after = practise(person, outcome, today, calendar);
    keepPractice(people.map((one) => (one.name === person.name ? after : one)));
    showToast(said(after), { undo: () => keepPractice(people) });
  };
  const said = (after: Practised) => {
    const number = after.held;
    const outcome = t(`words:outcome.${after.moments.at(-1)?.outcome ?? 'spoke'}`).toLowerCase();
    if (after.state === 'won') return t('log:won', { number });
    if (!after.next) return t('log:refused', { number });
    const next =
      after.next.channel === 'wait'
        ? ''
        : t('log:next', { day: format.planned(after.next.on), channel: t(`words:channel.${after.next.channel}`) });
    return t('log:logged', { number, outcome, next });
  };
  const leave = () => {
    keepPractice(null);
    navigate('/');
  };

  return (
    <Page
      title={t('practice:title')}
      about={t('practice:about')}
      acts={<Button onClick={leave}>{t('practice:clear')}</Button>}
    >
      {due.map((person, index) => (
        <article key={person.name} className="card practice" aria-label={t(`practice:who.${person.name}`)}>
          <h2>{t(`practice:who.${person.name}`)}</h2>
          <p className="muted">{t(`practice:what.${person.name}`)}</p>
          <Trail size="large" held={person.held} next={person.held + 1} worded />
          {index === 0 && <p>{t('practice:hint')}</p>}
          <div className="state__acts">
            {person.next && person.next.channel !== 'wait' && (
              <Button
                kind={index === 0 ? 'primary' : 'plain'}
                icon={<ChannelIcon channel={person.next.channel} />}
                onClick={() => setLogging(person)}
              >
                {t(`words:act.${person.next.channel}`)}
              </Button>
            )}
            <Button
              aria-label={t('practice:logFor', { name: t(`practice:who.${person.name}`) })}
              onClick={() => setLogging(person)}
            >
              {t('practice:log')}
            </Button>
          </div>
        </article>
      ))}
      {due.length === 0 && (
        <section className="card">
          <h2>{t('practice:ready')}</h2>
          <p>{t('practice:readyBody')}</p>
          <div className="state__acts">
            <Button
              kind="primary"
              onClick={() => {
                leave();
                sheets.open({ kind: 'add', tab: 'paste' });
              }}
            >
              {t('practice:begin')}
            </Button>
          </div>
        </section>
      )}
      {done.length > 0 && (
        <section aria-labelledby="practised">
          <header className="section__head">
            <h2 id="practised">{t('practice:later')}</h2>
          </header>
          <ul>
            {done.map((person) => (
              <li key={person.name} className="line">
                <div className="line__what">
                  <strong>{t(`practice:who.${person.name}`)}</strong>
                  <p className="muted small">{said(person)}</p>
                </div>
                <Trail held={person.held} next={person.next ? person.held + 1 : null} worded />
              </li>
            ))}
          </ul>
        </section>
      )}
      {logging && (
        <Sheet
          title={t('log:title', { name: t(`practice:who.${logging.name}`) })}
          about={t('practice:sheetAbout')}
          onClose={() => setLogging(null)}
        >
          <OutcomeGrid without={notHere} onTap={(outcome) => log(logging, outcome)} />
        </Sheet>
      )}
    </Page>
  );
}

import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Command, Ellipsis, Keyboard, Plus, Search } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { forgetSeen } from '../../offline/connection.ts';
import { takeShared } from '../../offline/share-target.ts';
import { useUndo } from '../../data/use-act.ts';
import { recentChanges } from '../../data/recent-changes.ts';
import { useMailCount } from '../../data/mail.ts';
import { useMayWrite, useMe } from '../../data/me.ts';
import { fetchAllWords } from '../../start/language.ts';
import { Caught } from '../../ui/caught.tsx';
import { toastsToNextPage, undoNewestToast } from '../../ui/toasts.tsx';
import { isMac, useKeys } from '../../ui/use-keys.ts';
import { useWide } from '../../ui/use-wide.ts';
import { PendingCall } from '../log/pending-call.tsx';
import { OfflineBar } from '../offline/offline-bar.tsx';
import { useTodayCount } from '../today/use-today-count.ts';
import { Mark } from './mark.tsx';
import { isIn, placesOf } from './places.ts';
import { SheetHost, SheetsProvider, useSheets, warmSheets } from './sheets.tsx';
import './shell.css';

export function Shell({ children }: { children: ReactNode }) {
  return (
    <SheetsProvider>
      <Frame>{children}</Frame>
      <SheetHost />
    </SheetsProvider>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell');
  const [path, navigate] = useLocation();
  const wide = useWide();
  useShellKeys(navigate);
  const shownPath = useRef(path);
  useEffect(() => {
    if (shownPath.current !== path) {
      toastsToNextPage();
      forgetSeen();
    }
    shownPath.current = path;
  }, [path]);
  useShortcut();
  useEffect(() => {
    const timer = setTimeout(() => {
      fetchAllWords().catch(() => undefined);
      warmSheets();
    }, 1500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="shell">
      <a className="shell__skip" href="#content">
        {t('skip')}
      </a>
      {/* One of the two: making the other costs as much as if it were seen. */}
      {wide && <SideMenu path={path} />}
      <main id="content" className="shell__content" tabIndex={-1}>
        <OfflineBar />
        <Caught at={path}>{children}</Caught>
      </main>
      <PendingCall />
      {!wide && <BottomBar path={path} />}
    </div>
  );
}

/**
 * "Net iemand gesproken", from the icon of the installed app, or a contact that another app shared (manifest.webmanifest): the sheet opens,
 * once.
 */
function useShortcut(): void {
  const sheets = useSheets();
  const mayWrite = useMayWrite();
  useEffect(() => {
    const add = new URLSearchParams(window.location.search).get('add');
    if (!mayWrite || (add !== 'spoke' && add !== 'shared')) return;
    window.history.replaceState(null, '', '/');
    if (add === 'spoke') sheets.open({ kind: 'add' });
    else void takeShared().then((text) => sheets.open({ kind: 'add', ...(text && { who: text }) }));
  }, [mayWrite, sheets]);
}

function useShellKeys(navigate: (to: string) => void): void {
  const sheets = useSheets();
  const undo = useUndo();
  const mayWrite = useMayWrite();
  const { role } = useMe().member;
  usePaletteKey(() => sheets.open({ kind: 'palette' }));
  useKeys({
    ...Object.fromEntries(placesOf(role).map((place) => [`g ${place.key}`, () => navigate(place.to)])),
    n: mayWrite ? () => sheets.open({ kind: 'add' }) : undefined,
    '/': role === 'viewer' ? undefined : () => navigate('/persons?search=1'),
    '?': () => sheets.open({ kind: 'keys' }),
    z: () => {
      if (undoNewestToast()) return;
      const [last] = recentChanges();
      if (last) void undo(last.changeId);
    },
  });
}

/** With a key held down, so it works while typing too, and with single keys switched off (WCAG 2.1.4). */
function usePaletteKey(open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function SideMenu({ path }: { path: string }) {
  const { t } = useTranslation('shell');
  const sheets = useSheets();
  const mayWrite = useMayWrite();
  const count = useTodayCount();
  const mails = useMailCount(mayWrite);
  const { role } = useMe().member;
  return (
    <nav className="side" aria-label={t('menu')}>
      <Link href="/" className="side__brand">
        <Mark /> Aanhouder
      </Link>
      {mayWrite && (
        <button type="button" className="side__add" onClick={() => sheets.open({ kind: 'add' })}>
          <Plus size={18} aria-hidden="true" /> <span>{t('add')}</span> <kbd aria-hidden="true">n</kbd>
        </button>
      )}
      <ul>
        {placesOf(role).map((place) => {
          const here = isIn(place, path);
          return (
            <li key={place.name} className={place.name === 'settings' ? 'side__last' : undefined}>
              <Link href={place.to} className="side__link" aria-current={here ? 'page' : undefined}>
                <place.icon size={18} aria-hidden="true" />
                <span>{t(place.name)}</span>
                {place.name === 'today' && count > 0 ? (
                  <span className="side__count number">{count}</span>
                ) : place.name === 'outbox' && mails > 0 ? (
                  <span className="side__count number" title={t('outboxCount', { count: mails })}>
                    {mails}
                  </span>
                ) : (
                  <kbd aria-hidden="true">g {place.key}</kbd>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
      <button type="button" className="side__link" onClick={() => sheets.open({ kind: 'palette' })}>
        <Command size={18} aria-hidden="true" />
        <span>{t('palette')}</span>
        <kbd aria-hidden="true">{isMac() ? '⌘' : 'Ctrl'} K</kbd>
      </button>
      <button type="button" className="side__link side__keys" onClick={() => sheets.open({ kind: 'keys' })}>
        <Keyboard size={18} aria-hidden="true" />
        <span>{t('keys')}</span>
        <kbd aria-hidden="true">?</kbd>
      </button>
    </nav>
  );
}

function BottomBar({ path }: { path: string }) {
  const { t } = useTranslation('shell');
  const sheets = useSheets();
  const mayWrite = useMayWrite();
  const { role } = useMe().member;
  const [first, second] = placesOf(role);
  return (
    <nav className="bar" aria-label={t('menu')}>
      {[first, second].map(
        (place) =>
          place && (
            <Link
              key={place.name}
              href={place.to}
              className="bar__link"
              aria-current={isIn(place, path) ? 'page' : undefined}
            >
              <place.icon size={22} aria-hidden="true" />
              {t(place.name)}
            </Link>
          ),
      )}
      {mayWrite && (
        <button type="button" className="bar__add" aria-label={t('add')} onClick={() => sheets.open({ kind: 'add' })}>
          <Plus size={26} aria-hidden="true" />
        </button>
      )}
      {role !== 'viewer' && (
        <Link href="/persons?search=1" className="bar__link">
          <Search size={22} aria-hidden="true" />
          {t('search')}
        </Link>
      )}
      <Link href="/more" className="bar__link" aria-current={path === '/more' ? 'page' : undefined}>
        <Ellipsis size={22} aria-hidden="true" />
        {t('more')}
      </Link>
    </nav>
  );
}

import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../data/client.ts';
import { useMayWrite, useMe } from '../../data/me.ts';
import { recentChanges } from '../../data/recent-changes.ts';
import { useUndo } from '../../data/use-act.ts';
import { chooseTheme } from '../../start/theme.ts';
import { isMac, keysAreOn, switchKeys } from '../../ui/use-keys.ts';
import { placesOf } from '../shell/places.ts';
import { useSheets } from '../shell/sheets.tsx';

export type Command = { id: string; group: 'acts' | 'places'; label: string; key?: string; run: () => void };

/** Everything that can be done and where one can go from anywhere, each with its own key where it has one. */
export function useCommands(go: (to: string) => void): Command[] {
  const { t } = useTranslation(['palette', 'shell']);
  const sheets = useSheets();
  const undo = useUndo();
  const client = useQueryClient();
  const mayWrite = useMayWrite();
  const { role } = useMe().member;
  const act = (id: string, label: string, run: () => void, key?: string): Command => ({
    id,
    group: 'acts',
    label,
    run,
    ...(key && { key }),
  });
  const place = (id: string, label: string, to: string): Command => ({
    id,
    group: 'places',
    label,
    run: () => go(to),
  });
  const [last] = recentChanges();
  const on = keysAreOn();
  return [
    ...(mayWrite
      ? [
          act('add', t('palette:add'), () => sheets.open({ kind: 'add' }), 'n'),
          act('paste', t('palette:paste'), () => sheets.open({ kind: 'add', tab: 'paste' })),
        ]
      : []),
    ...(mayWrite && last
      ? [
          act(
            'undo',
            last.label ? t('palette:undo', { what: last.label }) : t('palette:undoLast'),
            () => void undo(last.changeId),
            'z',
          ),
        ]
      : []),
    ...placesOf(role).map((one): Command => ({
      id: one.name,
      group: 'places',
      label: t(`shell:${one.name}`),
      key: `g ${one.key}`,
      run: () => go(one.to),
    })),
    ...(mayWrite
      ? [
          place('done', t('palette:done'), '/done'),
          place('later', t('palette:later'), '/later'),
          place('practice', t('palette:practice'), '/practice'),
          place('time', t('palette:time'), '/mirror/time'),
          place('letLie', t('palette:letLie'), '/revive/let-lie'),
          place('duplicates', t('palette:duplicates'), '/duplicates'),
          place('stages', t('palette:stages'), '/settings#stages'),
          place('fields', t('palette:fields'), '/settings#fields'),
          place('rhythm', t('palette:rhythm'), '/settings#rhythm'),
        ]
      : []),
    act('keys', t('palette:keys'), () => sheets.open({ kind: 'keys' }), '?'),
    act('switch', t(on ? 'palette:keysOff' : 'palette:keysOn'), () => switchKeys(!on)),
    act('light', t('palette:light'), () => chooseTheme('light')),
    act('dark', t('palette:dark'), () => chooseTheme('dark')),
    act('system', t('palette:system'), () => chooseTheme('system')),
    act('signOut', t('palette:signOut'), () => {
      void api.post('/sign-out').finally(() => {
        client.clear();
        window.location.assign('/');
      });
    }),
  ];
}

export const paletteKey = (): string => (isMac() ? '⌘ K' : 'Ctrl K');

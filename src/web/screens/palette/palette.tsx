import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Building2, NotebookPen, Search, User } from 'lucide-react';
import { searchQuery } from '../../data/board.ts';
import { useMayWrite } from '../../data/me.ts';
import { useDelayed } from '../../ui/use-delayed.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useGo } from '../shell/use-go.ts';
import { type Command, useCommands } from './commands.ts';
import { fitOf } from './match.ts';
import './palette.css';

type Row = Omit<Command, 'group'> & { about?: string; icon?: 'person' | 'organisation' | 'note' };
type Group = { id: string; title: string; rows: Row[] };

const icons = { person: User, organisation: Building2, note: NotebookPen } as const;

/**
 * Everything by keyboard: what one can do and where one can go, and people, organisations and notes by a part of a word. A combobox with a
 * list, as the ARIA pattern asks: the focus stays in the box, arrows walk, Enter does it.
 */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette');
  const format = useFormat();
  const mayWrite = useMayWrite();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  const [q, setQ] = useState('');
  const [at, setAt] = useState(0);
  const needle = useDelayed(q.trim(), 90);
  const go = useGo();
  const commands = useCommands(go);
  const found = useQuery({ ...searchQuery(needle), enabled: mayWrite && needle.length > 1 });
  useEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    // The veil belongs to the dialog itself.
    const onVeil = (event: MouseEvent) => event.target === shown && close.current();
    shown?.addEventListener('mousedown', onVeil);
    return () => {
      shown?.removeEventListener('mousedown', onVeil);
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const fitting = commands
    .map((command) => ({ command, fit: fitOf(command.label, q) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
    .map(({ command }) => command);
  const results = needle.length > 1 && q.trim().length > 1 ? found.data : undefined;
  const groups: Group[] = [
    {
      id: 'people',
      title: t('people'),
      rows: (results?.persons ?? []).map((person) => ({
        id: person.id,
        label: person.name,
        about: [person.organisation, person.nextOn && format.planned(person.nextOn)].filter(Boolean).join(' · '),
        icon: 'person' as const,
        run: () => go(`/persons/${person.id}`),
      })),
    },
    { id: 'acts', title: t('acts'), rows: fitting.filter((one) => one.group === 'acts') },
    { id: 'places', title: t('places'), rows: fitting.filter((one) => one.group === 'places') },
    {
      id: 'organisations',
      title: t('organisations'),
      rows: (results?.organisations ?? []).map((one) => ({
        id: one.id,
        label: one.name,
        icon: 'organisation' as const,
        run: () => go(`/organisations/${one.id}`),
      })),
    },
    {
      id: 'notes',
      title: t('notes'),
      rows: (results?.notes ?? []).map((note) => ({
        id: note.id,
        label: [note.name, format.day(note.on)].filter(Boolean).join(' · '),
        about: note.excerpt,
        icon: 'note' as const,
        run: () => go(note.personId ? `/persons/${note.personId}` : `/opportunities/${note.opportunityId}`),
      })),
    },
  ].filter((group) => group.rows.length > 0);
  const rows = groups.flatMap((group) => group.rows);
  const here = Math.min(at, Math.max(0, rows.length - 1));
  const optionId = (place: number) => `${id}-${place}`.replaceAll(/[^\w-]/g, '');

  const choose = (row: Row | undefined) => {
    if (!row) return;
    // Closed first: what is chosen may open a sheet of its own.
    onClose();
    row.run();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key];
    if (step !== undefined && rows.length > 0) {
      event.preventDefault();
      const to = here + step;
      const next = Math.abs(step) === 1 ? (to + rows.length) % rows.length : Math.min(rows.length - 1, Math.max(0, to));
      setAt(next);
      list.current?.querySelector(`#${optionId(next)}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(rows[here]);
    }
  };
  let place = -1;
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('title')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="palette__body">
        <div className="palette__box">
          <Search size={20} aria-hidden="true" />
          <input
            role="combobox"
            aria-label={t('label')}
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={rows.length > 0 ? optionId(here) : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            placeholder={t('title')}
            value={q}
            onChange={(event) => {
              setQ(event.target.value);
              setAt(0);
            }}
            onKeyDown={press}
          />
          <kbd aria-hidden="true">Esc</kbd>
        </div>
        {results?.typing && <p className="palette__say muted small">{t('typing')}</p>}
        {rows.length === 0 && !found.isFetching && <p className="palette__say muted">{t('none', { q: q.trim() })}</p>}
        <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('label')} className="palette__list">
          {groups.map((group) => (
            <div key={group.id} role="group" aria-label={group.title}>
              <p className="palette__group muted small" aria-hidden="true">
                {group.title}
              </p>
              {group.rows.map((row) => {
                place += 1;
                const mine = place;
                const Icon = row.icon && icons[row.icon];
                return (
                  <div
                    key={row.id}
                    id={optionId(mine)}
                    role="option"
                    tabIndex={-1}
                    aria-selected={mine === here}
                    className="palette__row"
                    onMouseMove={() => setAt(mine)}
                    onClick={() => choose(row)}
                    onKeyDown={press}
                  >
                    {Icon && <Icon size={18} aria-hidden="true" />}
                    <span className="palette__label">
                      {row.label}
                      {row.about && <span className="muted small palette__about">{row.about}</span>}
                    </span>
                    {row.key && <kbd>{row.key}</kbd>}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        <output className="only-read">{t('results', { count: rows.length })}</output>
      </div>
    </dialog>
  );
}

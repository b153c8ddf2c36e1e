import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Link } from 'wouter';
import type { Opportunity } from '#contract/opportunity';
import { countQuery, fieldsQuery } from '../../data/board.ts';
import { useMayWrite } from '../../data/me.ts';
import { opportunitiesQuery } from '../../data/opportunities.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { Money } from '../../ui/texts.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useWide } from '../../ui/use-wide.ts';
import { useWindow } from '../../ui/use-window.ts';
import { aboutOf, nameOf, pageOf } from '../opportunity/who-is.ts';
import { useRememberList } from '../shell/neighbours.ts';
import { useSheets } from '../shell/sheets.tsx';
import { BulkSheet } from './bulk-sheet.tsx';
import { columnWords } from './columns-sheet.tsx';
import type { FilterName, SortName } from './filters.ts';
import { filterAsJson } from './list-address.ts';
import { ListCell } from './list-cell.tsx';

type Props = {
  asked: Readonly<Record<string, string | boolean>>;
  filter: Exclude<FilterName, 'everyone'>;
  sort: SortName;
  turned: boolean;
  columns: readonly string[];
  onSort: (sort: SortName, turned: boolean) => void;
};

const emptyTexts = {
  open: 'noneOpen',
  won: 'noneWon',
  stopped: 'noneStopped',
  toComplete: 'noneToComplete',
  letLie: 'noneLetLie',
} as const;
/** The columns that can be sorted by, and by what. */
const sortOfColumn: Readonly<Record<string, SortName>> = { next: 'next', value: 'value', created: 'newest' };
const pageRows = 100;

/** Opportunities as rows of one height, of which only those that are seen are in the page; the next ones come before they are needed. */
export function OpportunityListing({ asked, filter, sort, turned, columns, onSort }: Props) {
  const { t } = useTranslation(['persons', 'list', 'ui', 'shell']);
  const sheets = useSheets();
  const mayWrite = useMayWrite();
  const wide = useWide();
  const format = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [allOf, setAllOf] = useState(false);
  const [acting, setActing] = useState(false);
  // Another list, nothing chosen; what is shown stays until the next is there.
  const askedText = JSON.stringify(asked);
  const [chosenOf, setChosenOf] = useState(askedText);
  if (chosenOf !== askedText) {
    setChosenOf(askedText);
    setChosen(new Set());
    setAllOf(false);
  }
  const query = useInfiniteQuery(opportunitiesQuery({ ...asked, sort, turned, limit: pageRows }));
  const count = useQuery(countQuery(asked));
  const fields = useQuery(fieldsQuery);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const height = wide ? 60 : 88;
  useRememberList(() => items.map(pageOf));
  const { from, to } = useWindow(list, items.length, height);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && to > items.length - pageRows / 2) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, to, items.length]);
  const toggle = (id: string) => {
    setAllOf(false);
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  };
  useListKeys(list, mayWrite ? toggle : undefined);
  if (query.isPending) return <Skeleton height={60} rows={6} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (items.length === 0) {
    const q = typeof asked['q'] === 'string' ? asked['q'] : '';
    const offersAdd = q === '' && filter === 'open' && Object.keys(asked).length === 1;
    return (
      <EmptyState
        title={q === '' ? t(`persons:${emptyTexts[filter]}`) : t('persons:none', { q })}
        acts={
          offersAdd && (
            <Button kind="primary" onClick={() => sheets.open({ kind: 'add' })}>
              {t('shell:add')}
            </Button>
          )
        }
      >
        {offersAdd && t('persons:noneOpenBody')}
      </EmptyState>
    );
  }
  const unselect = () => {
    setChosen(new Set());
    setAllOf(false);
  };
  const total = count.data?.count ?? items.length;
  const many = allOf ? total : chosen.size;
  const own = fields.data?.items ?? [];
  const shown = wide ? columns : columns.filter((column) => column === 'trail' || column === 'next');
  const template = `${mayWrite ? '44px ' : ''}minmax(160px, 1fr) ${shown.map((column) => (column === 'trail' ? 'minmax(0, 216px)' : column === 'next' ? '170px' : 'minmax(0, 130px)')).join(' ')}`;
  const isNumber = (column: string) =>
    column === 'value' || own.some((field) => field.kind === 'number' && column === `field:${field.id}`);
  return (
    <section
      className={shown.length > 3 ? 'listing--many' : undefined}
      aria-label={t('persons:list')}
      aria-busy={query.isPlaceholderData || undefined}
    >
      <div className="listing__top">
        {mayWrite && (
          <label className="check listing__all">
            <input
              type="checkbox"
              checked={many > 0 && items.every((one) => allOf || chosen.has(one.id))}
              onChange={(event) => (event.target.checked ? setChosen(new Set(items.map((one) => one.id))) : unselect())}
            />
            <span className="only-read">{t('list:selectAll')}</span>
          </label>
        )}
        <p className="muted small number">
          {count.data &&
            (count.data.more
              ? t('list:countMore')
              : t('list:count', { count: count.data.count, formatted: format.number(count.data.count) }))}
        </p>
      </div>
      {wide && (
        <div className="listing__head small" style={{ gridTemplateColumns: template }}>
          {mayWrite && <span />}
          <SortButton label={t('list:columnName')} by="name" sort={sort} turned={turned} onSort={onSort} />
          {shown.map((column) => {
            const label =
              column in columnWords
                ? t(`list:${columnWords[column as keyof typeof columnWords]}`)
                : (own.find((field) => column === `field:${field.id}`)?.name ?? '');
            const by = sortOfColumn[column];
            return by ? (
              <SortButton
                key={column}
                label={label}
                by={by}
                sort={sort}
                turned={turned}
                onSort={onSort}
                number={isNumber(column)}
              />
            ) : (
              <span key={column} className={isNumber(column) ? 'listing__number' : undefined}>
                {label}
              </span>
            );
          })}
        </div>
      )}
      <ul ref={list} className="listing" style={{ height: items.length * height }}>
        {items.slice(from, to).map((opportunity, place) => (
          <li
            key={opportunity.id}
            className="listing__row"
            data-row={opportunity.id}
            aria-setsize={total >= items.length && !count.data?.more ? total : -1}
            aria-posinset={from + place + 1}
            style={{ top: (from + place) * height, height, ...(wide && { gridTemplateColumns: template }) }}
          >
            {mayWrite && (
              <label className="listing__pick">
                <input
                  type="checkbox"
                  checked={allOf || chosen.has(opportunity.id)}
                  onChange={() => toggle(opportunity.id)}
                />
                <span className="only-read">{t('list:select', { name: nameOf(opportunity) })}</span>
              </label>
            )}
            <Who opportunity={opportunity} withValue={!columns.includes('value')} />
            {shown.map((column) => (
              <div
                key={column}
                className={`listing__cell listing__cell--${column.startsWith('field:') ? 'field' : column} ${isNumber(column) ? 'listing__number' : ''}`.trim()}
              >
                <ListCell column={column} opportunity={opportunity} fields={own} />
              </div>
            ))}
          </li>
        ))}
      </ul>
      {many > 0 && (
        <div className="listing__bar" role="group" aria-label={t('list:bulk')}>
          <span role="status" className="number">
            {allOf ? t('list:allChosen', { number: format.number(total) }) : t('list:selected', { count: many })}
          </span>
          {!allOf && chosen.size === items.length && total > items.length && !count.data?.more && (
            <Button size="small" kind="quiet" onClick={() => setAllOf(true)}>
              {t('list:allOf', { number: format.number(total) })}
            </Button>
          )}
          <Button size="small" kind="quiet" onClick={unselect}>
            {t('list:unselect')}
          </Button>
          <Button kind="primary" onClick={() => setActing(true)}>
            {t('list:bulk')}
          </Button>
        </div>
      )}
      {acting && (
        <BulkSheet
          whom={allOf ? { filter: filterAsJson(asked) } : { opportunityIds: [...chosen] }}
          count={many}
          onDone={() => {
            setActing(false);
            unselect();
          }}
          onClose={() => setActing(false)}
        />
      )}
    </section>
  );
}

function Who({ opportunity, withValue }: { opportunity: Opportunity; withValue: boolean }) {
  const about = aboutOf(opportunity);
  return (
    <div className="listing__who">
      <Link href={pageOf(opportunity)} className="person-row__link">
        {nameOf(opportunity)}
      </Link>
      <p className="muted small">
        {about}
        {withValue && about && ' · '}
        {withValue && <Money minor={opportunity.value} />}
      </p>
    </div>
  );
}

type SortButtonProps = Pick<Props, 'sort' | 'turned' | 'onSort'> & { label: string; by: SortName; number?: boolean };

function SortButton({ label, by, sort, turned, onSort, number = false }: SortButtonProps) {
  const { t } = useTranslation('list');
  const here = sort === by;
  const down = (by === 'newest' || by === 'value') !== turned;
  const Arrow = down ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      className={`listing__sort ${number ? 'listing__number' : ''}`.trim()}
      aria-pressed={here}
      aria-label={t('sortBy', { column: label })}
      onClick={() => onSort(by, here && !turned)}
    >
      {label} {here && <Arrow size={14} aria-hidden="true" />}
    </button>
  );
}

/** j and k walk from name to name, x chooses. */
function useListKeys(list: { current: HTMLElement | null }, toggle: ((id: string) => void) | undefined): void {
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const here = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;
  const walk = (step: 1 | -1) => () => {
    const all = rows();
    const row = here();
    const link = (row ? all[all.indexOf(row) + step] : all[0])?.querySelector('a');
    link?.focus();
    link?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: walk(1),
    k: walk(-1),
    x: toggle && (() => here()?.dataset['row'] && toggle(here()?.dataset['row'] ?? '')),
  });
}

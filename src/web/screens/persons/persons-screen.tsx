import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Columns3, ListFilter, Search, X } from 'lucide-react';
import { useSearchParams } from 'wouter';
import { fieldsQuery } from '../../data/board.ts';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Page } from '../../ui/page.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';
import { ColumnsSheet } from './columns-sheet.tsx';
import { EveryoneList } from './everyone-list.tsx';
import { FilterSheet } from './filter-sheet.tsx';
import { filterNames, isFilter, sortOf, sortsOf, type FilterName } from './filters.ts';
import { columnsOf, countFilters, filterOfAddress, firstColumns } from './list-address.ts';
import { OpportunityListing } from './opportunity-list.tsx';
import { ViewsBar } from './views-bar.tsx';
import { TagFilter } from './tag-filter.tsx';
import '../../ui/field.css';
import '../../ui/menu.css';
import './persons.css';
import './listing.css';

/**
 * Everybody and every opportunity. Filter, order, columns and search are in the address, so that "back" comes back here and a view can be
 * saved. Typing searches everyone unless a filter is chosen.
 */
export function PersonsScreen() {
  const { t } = useTranslation(['persons', 'list', 'duplicates']);
  const [params, setParams] = useSearchParams();
  const [sheet, setSheet] = useState<'filter' | 'columns' | null>(null);
  const fields = useQuery(fieldsQuery);
  const input = useRef<HTMLInputElement>(null);
  const q = params.get('q') ?? '';
  const chosen = params.get('filter');
  const filtered = countFilters(params);
  const filter: FilterName = isFilter(chosen) ? chosen : q === '' || filtered > 0 ? 'open' : 'everyone';
  const sort = sortOf(filter, params.get('sort'));
  const turned = params.get('turned') === 'true';
  // Words and a tag are not asked together: whoever types looks among everybody.
  const tagId = q === '' ? params.get('tag') : null;
  const needle = useDelayed(q.trim(), 120);
  const columns = columnsOf(
    params.get('columns'),
    (fields.data?.items ?? []).map((field) => field.id),
  );

  const change = (part: Readonly<Record<string, string | null>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(part)) {
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );

  // "/" and the bar come here with ?search=1: straight into the search box.
  const wantsSearch = params.has('search');
  useEffect(() => {
    if (!wantsSearch) return;
    input.current?.focus();
    input.current?.select();
    change({ search: null });
  });

  const asked = { ...filterOfAddress(params) };
  if (needle === '') delete asked['q'];
  else asked['q'] = needle;
  return (
    <Page
      title={t('persons:title')}
      acts={
        <ButtonTo to="/duplicates" kind="quiet" size="small">
          {t('duplicates:link')}
        </ButtonTo>
      }
    >
      <search className="find">
        <Search className="find__icon" size={20} aria-hidden="true" />
        <input
          ref={input}
          className="field__control find__input"
          type="search"
          aria-label={t('persons:search')}
          placeholder={t('persons:search')}
          autoComplete="off"
          enterKeyHint="search"
          value={q}
          onChange={(event) => change({ q: event.target.value })}
        />
        {q !== '' && (
          <button
            type="button"
            className="menu__button find__clear"
            aria-label={t('persons:clear')}
            onClick={() => {
              change({ q: null });
              input.current?.focus();
            }}
          >
            <X size={18} aria-hidden="true" />
          </button>
        )}
      </search>
      <div className="find__choices">
        <Chips
          look="row"
          legend={t('persons:filter')}
          value={filter}
          options={filterNames.map((name) => ({ value: name, label: t(`persons:${filterLabels[name]}`) }))}
          onChange={(name) => change({ filter: name })}
        />
        {filter === 'everyone' && <TagFilter value={tagId} onChange={(tag) => change({ tag, q: null })} />}
      </div>
      <div className="find__more">
        {filter !== 'everyone' && (
          <>
            <label className="find__sort find__sort--short">
              <span className="muted small">{t('persons:sort')}</span>
              <select
                className="field__control"
                value={sort}
                onChange={(event) => change({ sort: event.target.value, turned: null })}
              >
                {sortsOf(filter).map((name) => (
                  <option key={name} value={name}>
                    {t(`persons:${sortLabels[name]}`)}
                  </option>
                ))}
              </select>
            </label>
            <Button size="small" icon={<ListFilter size={16} aria-hidden="true" />} onClick={() => setSheet('filter')}>
              {filtered === 0 ? t('list:filters') : t('list:filtersOn', { count: filtered })}
            </Button>
            <Button size="small" icon={<Columns3 size={16} aria-hidden="true" />} onClick={() => setSheet('columns')}>
              {t('list:columns')}
            </Button>
          </>
        )}
        <ViewsBar params={params} onChoose={(query) => setParams(new URLSearchParams(query), { replace: true })} />
      </div>
      {filter === 'everyone' ? (
        <EveryoneList q={needle} tagId={tagId} />
      ) : (
        <OpportunityListing
          asked={asked}
          filter={filter}
          sort={sort}
          turned={turned}
          columns={columns}
          onSort={(by, round) => change({ sort: by, turned: round ? 'true' : null })}
        />
      )}
      {sheet === 'filter' && (
        <FilterSheet
          params={params}
          onDone={(values) => {
            change({ ...values, filter });
            setSheet(null);
          }}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet === 'columns' && (
        <ColumnsSheet
          columns={columns}
          onChange={(names) =>
            change({ columns: names.join(',') === firstColumns.join(',') ? null : names.join(',') || 'none' })
          }
          onClose={() => setSheet(null)}
        />
      )}
    </Page>
  );
}

const filterLabels = {
  open: 'filterOpen',
  won: 'filterWon',
  stopped: 'filterStopped',
  toComplete: 'filterToComplete',
  letLie: 'filterLetLie',
  everyone: 'filterEveryone',
} as const;

const sortLabels = { next: 'sortNext', name: 'sortName', newest: 'sortNewest', value: 'sortValue' } as const;

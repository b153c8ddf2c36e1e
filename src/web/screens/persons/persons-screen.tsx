import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Search, X } from 'lucide-react';
import { useSearchParams } from 'wouter';
import { Chips } from '../../ui/chips.tsx';
import { Page } from '../../ui/page.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';
import { EveryoneList } from './everyone-list.tsx';
import { filterNames, isFilter, sortOf, sortsOf, type FilterName } from './filters.ts';
import { OpportunityRows } from './opportunity-rows.tsx';
import { TagFilter } from './tag-filter.tsx';
import '../../ui/field.css';
import '../../ui/menu.css';
import './persons.css';

/**
 * Everybody and every opportunity. Filter, order and search are in the address, so that "back" comes back here. Typing
 * searches everyone unless a filter is chosen.
 */
export function PersonsScreen() {
  const { t } = useTranslation('persons');
  const [params, setParams] = useSearchParams();
  const input = useRef<HTMLInputElement>(null);
  const q = params.get('q') ?? '';
  const chosen = params.get('filter');
  const filter: FilterName = isFilter(chosen) ? chosen : q === '' ? 'open' : 'everyone';
  const sort = sortOf(filter, params.get('sort'));
  // Words and a tag are not asked together: whoever types looks among everybody.
  const tagId = q === '' ? params.get('tag') : null;
  const needle = useDelayed(q.trim(), 120);

  const change = (part: Record<string, string | null>) =>
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

  return (
    <Page title={t('title')}>
      <search className="find">
        <Search className="find__icon" size={20} aria-hidden="true" />
        <input
          ref={input}
          className="field__control find__input"
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          autoComplete="off"
          enterKeyHint="search"
          value={q}
          onChange={(event) => change({ q: event.target.value })}
        />
        {q !== '' && (
          <button
            type="button"
            className="menu__button find__clear"
            aria-label={t('clear')}
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
          legend={t('filter')}
          value={filter}
          options={filterNames.map((name) => ({ value: name, label: t(filterLabels[name]) }))}
          onChange={(name) => change({ filter: name })}
        />
        {filter === 'everyone' && <TagFilter value={tagId} onChange={(tag) => change({ tag, q: null })} />}
        {filter !== 'everyone' && (
          <label className="find__sort">
            <span className="muted small">{t('sort')}</span>
            <select className="field__control" value={sort} onChange={(event) => change({ sort: event.target.value })}>
              {sortsOf(filter).map((name) => (
                <option key={name} value={name}>
                  {t(sortLabels[name])}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {filter === 'everyone' ? (
        <EveryoneList q={needle} tagId={tagId} />
      ) : (
        <OpportunityRows q={needle} filter={filter} sort={sort} />
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

import type { OpportunityListQuery } from '#contract/opportunity';

export const filterNames = ['open', 'won', 'stopped', 'toComplete', 'letLie', 'everyone'] as const;
export type FilterName = (typeof filterNames)[number];
export const sortNames = ['next', 'name', 'newest', 'value'] as const;
export type SortName = (typeof sortNames)[number];

export function isFilter(text: string | null): text is FilterName {
  return filterNames.some((name) => name === text);
}

export function isSort(text: string | null): text is SortName {
  return sortNames.some((name) => name === text);
}

/** Ended ones have no next contact to sort by: only where everybody is open it is offered, and comes first. */
export function sortsOf(filter: FilterName): readonly SortName[] {
  return filter === 'open' || filter === 'letLie' ? sortNames : ['newest', 'name', 'value'];
}

/** The order that was chosen, as far as this filter has it; else its first. */
export function sortOf(filter: FilterName, chosen: string | null): SortName {
  const [first = 'newest', ...more] = sortsOf(filter);
  return isSort(chosen) && more.includes(chosen) ? chosen : first;
}

/** A chip as a question to the API. "everyone" is asked of the persons instead. */
export function queryOf(
  filter: Exclude<FilterName, 'everyone'>,
): Pick<OpportunityListQuery, 'state' | 'toComplete' | 'letLie'> {
  switch (filter) {
    case 'open':
    case 'won':
    case 'stopped':
      return { state: filter };
    case 'toComplete':
      return { toComplete: true };
    case 'letLie':
      return { letLie: true };
  }
}

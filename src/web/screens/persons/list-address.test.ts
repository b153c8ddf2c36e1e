import { describe, expect, test } from 'vitest';
import { columnsOf, countFilters, filterAsJson, filterOfAddress } from './list-address.ts';

describe('the address of a list', () => {
  test('without a chip it is about what is open; a chip and filters hold together', () => {
    expect(filterOfAddress(new URLSearchParams(''))).toEqual({ state: 'open' });
    expect(filterOfAddress(new URLSearchParams('filter=won&source=beurs&q= oven &sort=name'))).toEqual({
      state: 'won',
      source: 'beurs',
      q: 'oven',
    });
  });

  test('a field and its bounds count as one filter', () => {
    expect(countFilters(new URLSearchParams('field=a&fieldFrom=1&fieldTo=2&stage=quote&q=x'))).toBe(2);
  });

  test('in a body numbers are numbers', () => {
    expect(filterAsJson({ state: 'open', heldFrom: '2', noValue: 'true' })).toEqual({
      state: 'open',
      heldFrom: 2,
      noValue: true,
    });
  });

  test('columns that are not there any more are left out', () => {
    expect(columnsOf('value,nonsense,field:a,field:b', ['b'])).toEqual(['value', 'field:b']);
    expect(columnsOf(null, [])).toEqual(['trail', 'next']);
  });
});

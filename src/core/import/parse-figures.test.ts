import { describe, expect, it } from 'vitest';
import { parseHeld } from './parse-held.ts';
import { parseMinutes } from './parse-minutes.ts';
import { parseYesNo } from './parse-yes-no.ts';

describe('how many contacts were held', () => {
  it.each([
    ['5', 5],
    ['5x', 5],
    ['4+', 4],
    ['3 contacten', 3],
    ['2 keer', 2],
    ['5,0', 5],
    ['drie', 3],
    ['één', 1],
    ['geen', 0],
    ['twelve', 12],
    ['1000', 1000],
  ])('%s is %i', (text, held) => {
    expect(parseHeld(text)).toEqual({ ok: true, value: held });
  });

  it.each(['1001', '-1', '2,5', 'een paar', '3-9-2025'])('%s is no count', (text) => {
    expect(parseHeld(text)).toEqual({ ok: false, problem: 'not_a_count' });
  });
});

describe('the minutes of a contact', () => {
  it.each([
    ['12', 12],
    ['12 min', 12],
    ['1,5 uur', 90],
    ['0,7 uur', 42],
    ['0:12', 12],
    ['0:12:30', 13],
    ['20 sec', 1],
    ['0', 0],
  ])('%s is %i', (text, minutes) => {
    expect(parseMinutes(text)).toEqual({ ok: true, value: minutes });
  });

  it.each(['lang', '25 uur', '-3'])('%s is none', (text) => {
    expect(parseMinutes(text)).toEqual({ ok: false, problem: 'not_a_count' });
  });
});

describe('a yes or a no', () => {
  it.each(['ja', 'J', 'Yes', 'TRUE', 'WAAR', 'x', '1', '✓'])('%s is yes', (text) => {
    expect(parseYesNo(text)).toEqual({ ok: true, value: true });
  });

  it.each(['nee', 'N', 'false', 'ONWAAR', '0', '-'])('%s is no', (text) => {
    expect(parseYesNo(text)).toEqual({ ok: true, value: false });
  });

  it('is neither for "misschien"', () => {
    expect(parseYesNo('misschien')).toEqual({ ok: false, problem: 'not_yes_no' });
  });
});

import { describe, expect, it } from 'vitest';
import { stateCases } from './parse-state.cases.ts';
import { parseSaidNo, parseState, readEnding } from './parse-state.ts';

describe('the state of an opportunity by words', () => {
  it.each(stateCases)('%j is %s', (words, expected) => {
    const parsed = parseState(words);
    const shown = parsed.ok ? `${parsed.value.state}${parsed.value.saidNo ? ', said no' : ''}` : parsed.problem;
    expect(shown).toBe(expected);
  });
});

describe('whether they said no', () => {
  it.each([
    ['ja', true],
    ['nee', false],
    ['te duur', true],
    ['Chose competitor', true],
    ['geen reactie', false],
    ['no budget', false],
  ])('%j as an answer or reason is %s', (words, expected) => {
    expect(parseSaidNo(words)).toEqual({ ok: true, value: expected });
  });
});

describe('how it ended according to a note', () => {
  it('is told by its last words first', () => {
    expect(readEnding('3/9 zei nee. 1 okt toch gekocht')).toEqual({ state: 'won', saidNo: false });
  });

  it('is silence when nothing more was heard', () => {
    expect(readEnding('3/9 vm, 12/9 mail, niets meer gehoord')).toEqual({ state: 'stopped', saidNo: false });
  });

  it('is not told by one attempt that reached nobody', () => {
    expect(readEnding('3/9 vm, 12/9 gebeld, niet bereikt')).toBeNull();
    expect(readEnding('12/9 mail, geen reactie')).toBeNull();
  });

  it('is not told by a note about something else', () => {
    expect(readEnding('belt liever na vijven')).toBeNull();
  });
});

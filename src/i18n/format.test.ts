import { describe, expect, test } from 'vitest';
import { clock, estimate, longDay, money, percent, percentTenths, readMoney, shortDay, weekNumber } from './format.ts';

const plain = (text: string) => text.replace(/\u00a0|\u202f/g, ' ');

describe('days', () => {
  test('a short day is weekday, day and month without marks', () => {
    expect(shortDay('nl', '2026-11-24')).toBe('di 24 nov');
    expect(shortDay('en', '2026-11-24')).toBe('Tue 24 Nov');
  });
  test('a day of another year says its year', () => {
    expect(shortDay('nl', '2027-01-05', '2026-11-24')).toBe('di 5 jan 2027');
    expect(shortDay('nl', '2026-01-05', '2026-11-24')).toBe('ma 5 jan');
  });
  test('a long day has no capitals in Dutch', () => {
    expect(longDay('nl', '2026-11-23')).toBe('maandag 23 november');
    expect(longDay('en', '2026-11-23')).toBe('Monday 23 November');
  });
  test('weeks follow ISO: 29 December 2025 is in week 1, 3 January 2027 in week 53', () => {
    expect(weekNumber('2026-11-23')).toBe(48);
    expect(weekNumber('2025-12-29')).toBe(1);
    expect(weekNumber('2027-01-03')).toBe(53);
    expect(weekNumber('2027-01-04')).toBe(1);
  });
  test('a clock time is that of the zone, 24 hours', () => {
    expect(clock('nl', '2026-11-23T15:40:00Z', 'Europe/Amsterdam')).toBe('16:40');
    expect(clock('en', '2026-07-01T22:05:00Z', 'Europe/Amsterdam')).toBe('00:05');
  });
});

describe('money', () => {
  test('minor units with the marks of the language', () => {
    expect(plain(money('nl', 123_450, 'EUR'))).toBe('€ 1.234,50');
    expect(plain(money('en', 123_450, 'EUR'))).toBe('€1,234.50');
  });
  test('whole amounts have no decimals, nor has a list', () => {
    expect(plain(money('nl', 1_850_000, 'EUR'))).toBe('€ 18.500');
    expect(plain(money('nl', 123_450, 'EUR', true))).toBe('€ 1.235');
  });
  test('an estimate has three figures that count', () => {
    expect([91_616_900, 136_600, 81_368, 99_960, 4_563, 0].map((minor) => plain(estimate('nl', minor, 'EUR')))).toEqual(
      ['€ 916.000', '€ 1.370', '€ 814', '€ 1.000', '€ 46', '€ 0'],
    );
  });
  test('a currency without minor units stays whole', () => {
    expect(plain(money('en', 1500, 'JPY'))).toContain('1,500');
  });
  test('a typed amount is read in either notation', () => {
    expect(readMoney('1.234,50', 'EUR')).toBe(123_450);
    expect(readMoney('1,234.5', 'EUR')).toBe(123_450);
    expect(readMoney('€ 18.500', 'EUR')).toBe(1_850_000);
    expect(readMoney('18500', 'EUR')).toBe(1_850_000);
    expect(readMoney('0,99', 'EUR')).toBe(99);
  });
  test('no amount is null', () => {
    expect(readMoney('veel', 'EUR')).toBeNull();
    expect(readMoney('', 'EUR')).toBeNull();
    expect(readMoney('-5', 'EUR')).toBeNull();
  });
});

test('a share is a percentage', () => {
  expect(plain(percent('nl', 0.345, 1))).toBe('34,5%');
  expect(plain(percentTenths('nl', 0.02))).toBe('2,0%');
  expect(plain(percentTenths('en', 0.0213))).toBe('2.1%');
});

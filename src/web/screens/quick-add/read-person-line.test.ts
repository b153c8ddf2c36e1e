import { describe, expect, test } from 'vitest';
import { readPersonLine, readPersonLines, unreadableIn } from './read-person-line.ts';

const nobody = { organisation: null, phone: null, email: null, linkedin: null };

describe('one field takes what you have', () => {
  test('a name', () => {
    expect(readPersonLine('Jan de Vries')).toEqual({ ...nobody, name: 'Jan de Vries' });
  });
  test('a name with a number behind it, however it is written', () => {
    for (const phone of ['06 12345678', '06-12345678', '+31 6 1234 5678', '0031612345678', '(030) 123 45 67']) {
      const line = readPersonLine(`Jan de Vries ${phone}`);
      expect(line?.name).toBe('Jan de Vries');
      expect(line?.phone?.replace(/\D/g, '')).toBe(phone.replace(/\D/g, ''));
    }
  });
  test('a name with a mail address, also as a mail program copies it', () => {
    expect(readPersonLine('Jan de Vries <jan@bakker.nl>')).toEqual({
      ...nobody,
      name: 'Jan de Vries',
      email: 'jan@bakker.nl',
    });
  });
  test('name, company, number and address in one line', () => {
    expect(readPersonLine('Marieke van den Berg, Berg Interieurs bv, 06 12345678, marieke@berg.nl')).toEqual({
      ...nobody,
      name: 'Marieke van den Berg',
      organisation: 'Berg Interieurs bv',
      phone: '06 12345678',
      email: 'marieke@berg.nl',
    });
  });
  test('columns pasted from a sheet', () => {
    expect(readPersonLine('Tom Bakker\tBakker & Zn\t0301234567')).toEqual({
      ...nobody,
      name: 'Tom Bakker',
      organisation: 'Bakker & Zn',
      phone: '0301234567',
    });
  });
  test('a hyphen inside a name is part of the name', () => {
    expect(readPersonLine('Anne-Marie Jansen-Smit')?.name).toBe('Anne-Marie Jansen-Smit');
  });
});

describe('without a name', () => {
  test('a mail address that is a name gives the name, particles small and IJ as one letter', () => {
    expect(readPersonLine('jan.de.vries@bakker.nl')).toEqual({
      ...nobody,
      name: 'Jan de Vries',
      email: 'jan.de.vries@bakker.nl',
    });
    expect(readPersonLine('anneke.ijsbrandy@houten.nl')?.name).toBe('Anneke IJsbrandy');
  });
  test('an address that is no name stays the address', () => {
    expect(readPersonLine('info@bakker.nl')?.name).toBe('info@bakker.nl');
  });
  test('a number stands for the name until it is known', () => {
    expect(readPersonLine('06 12345678')).toEqual({ ...nobody, name: '06 12345678', phone: '06 12345678' });
  });
  test('a LinkedIn profile is recognised', () => {
    expect(readPersonLine('Ruben https://www.linkedin.com/in/ruben-p')).toEqual({
      ...nobody,
      name: 'Ruben',
      linkedin: 'https://www.linkedin.com/in/ruben-p',
    });
  });
});

test('empty lines and lines of marks say nobody', () => {
  expect(readPersonLines('Jan\n\n  \n--\nPiet, 06 12345678\r\n').map((line) => line.name)).toEqual(['Jan', 'Piet']);
});

test('a year or a house number is no phone number', () => {
  expect(readPersonLine('Jan 2026')?.phone).toBeNull();
});

test('a number or address that cannot be read is told, as it stays in the name', () => {
  const unreadable = (line: string) => {
    const read = readPersonLine(line);
    return read && unreadableIn(read);
  };
  expect(unreadable('Jan 06-abc')).toBe('06-abc');
  expect(unreadable('Jan de Vries, 06 1234')).toBe('06 1234');
  expect(unreadable('Jan 0612')).toBe('0612');
  expect(unreadable('Jan jan@bakker')).toBe('jan@bakker');
  for (const line of ['Jan de Vries', 'Jan 2026', '06 12345678', 'info@bakker.nl', 'Jan, 06 12345678'])
    expect(unreadable(line)).toBeNull();
});

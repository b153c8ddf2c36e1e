import { expect, test } from 'vitest';
import { addressInOne, addressLines, isPlace, tidyPostcode } from './postal-address.ts';

test('a Dutch postcode is written as the post writes it; of another country it stays', () => {
  expect(tidyPostcode('1234ab')).toBe('1234 AB');
  expect(tidyPostcode(' 1234-AB ')).toBe('1234 AB');
  expect(tidyPostcode('SW1A  1AA')).toBe('SW1A 1AA');
  expect(tidyPostcode('10115')).toBe('10115');
});

test('a whole address in one cell is taken apart', () => {
  const dorp = { street: 'Dorpsstraat 1', postcode: '1234 AB', city: 'Dorp' };
  expect(addressInOne('Dorpsstraat 1, 1234ab Dorp')).toEqual(dorp);
  expect(addressInOne('Dorpsstraat 1\n1234 AB  Dorp\nNederland')).toEqual(dorp);
  expect(addressInOne('Invalidenstraße 116, 10115 Berlin, Deutschland')).toEqual({
    street: 'Invalidenstraße 116',
    postcode: '10115',
    city: 'Berlin',
  });
});

test('a street alone stays a street, whatever its number', () => {
  for (const street of ['Dorpsstraat 1', 'Plein 1944 12', 'Kerkweg 1234a', 'Postbus 4620'])
    expect(addressInOne(street)).toEqual({ street, postcode: null, city: null });
});

test('a country alone is no place; lines leave out what is not known', () => {
  expect(isPlace({ street: null, postcode: null, city: null })).toBe(false);
  expect(isPlace({ street: null, postcode: null, city: 'Dorp' })).toBe(true);
  expect(addressLines({ street: null, postcode: '1234 AB', city: 'Dorp' })).toEqual(['1234 AB Dorp']);
  expect(addressLines({ street: 'Dorpsstraat 1', postcode: null, city: null })).toEqual(['Dorpsstraat 1']);
});

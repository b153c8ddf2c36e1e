import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { onThePhone } from './on-the-phone.ts';

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
});

test('where only this computer reaches it, the addresses in the own network are told, and no others', () => {
  const interfaces = {
    lo: [at('127.0.0.1', true)],
    eth: [at('192.168.1.20'), at('81.4.3.2')],
    tun: [at('172.32.0.1')],
  };
  expect(onThePhone('http://localhost:4620', interfaces)).toEqual({
    appUrl: 'http://localhost:4620',
    onlyHere: true,
    addresses: ['http://192.168.1.20:4620'],
  });
  expect(onThePhone('https://follow-up.example.com', interfaces)).toEqual({
    appUrl: 'https://follow-up.example.com',
    onlyHere: false,
    addresses: [],
  });
});

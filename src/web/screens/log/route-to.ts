import { addressLines } from '#core/person/postal-address';
import type { Address } from '#contract/address';

/**
 * The way to an address, in the maps app of the device. `geo:` opens nothing on an iPhone and wants coordinates, which we do not have and ask
 * nobody for; these are plain links that each platform hands to its own app: Apple's on Apple's devices, Google's on Android, and
 * OpenStreetMap in a browser elsewhere. Nothing is asked of them until somebody taps (docs/decisions/0029-addresses-and-files.md).
 */
export function routeTo(address: Address, device: string = globalThis.navigator?.userAgent ?? ''): string {
  const place = encodeURIComponent([...addressLines(address), countryName(address.country)].filter(Boolean).join(', '));
  if (/iPhone|iPad|iPod|Macintosh/.test(device)) return `https://maps.apple.com/?daddr=${place}`;
  if (/Android/.test(device)) return `https://www.google.com/maps/dir/?api=1&destination=${place}`;
  return `https://www.openstreetmap.org/directions?to=${place}`;
}

/** In English, which every map reads; a code that is none (ZZ) says nothing. */
function countryName(code: string | null): string | null {
  if (code === null || code === 'ZZ') return null;
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) ?? null;
}

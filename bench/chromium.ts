import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** With what is around a window, as people have it. Throws where there is none. */
export function chromiumPath(): string {
  const path = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((place) => existsSync(place));
  if (path === undefined) throw new Error('Pages are measured in Chromium: apt-get install chromium');
  return path;
}

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });

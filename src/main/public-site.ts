import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { addSite } from '#site/site';
import { tendPage } from '#usecases/public-page/tend-page';
import type { PublicWorld } from '#usecases/public-page/public-world';

export type PublicSite = {
  add(app: FastifyInstance): Promise<void>;
  /** Waits for what came in just before the end. */
  settled(): Promise<void>;
};

type Options = {
  world: PublicWorld;
  webFolder: string;
  readOnly: boolean;
  failed: (error: unknown, workspaceId: string) => void;
};

/** The public pages, and the work that a visitor sets going: after their answer, not in it. */
export function publicSite({ world, webFolder, readOnly, failed }: Options): PublicSite {
  const running = new Set<Promise<void>>();
  const tend = (workspaceId: string): void => {
    const work = tendPage(world, workspaceId)
      .catch((error: unknown) => failed(error, workspaceId))
      .finally(() => running.delete(work));
    running.add(work);
  };
  return {
    add: (app) => addSite(app, { world, font: fontIn(webFolder), readOnly, tend }),
    settled: async () => void (await Promise.all(running)),
  };
}

/** The letter as the app was built with it. */
function fontIn(webFolder: string): Buffer | null {
  try {
    const assets = join(webFolder, 'assets');
    const name = readdirSync(assets).find((file) => /^figtree-latin-wght-normal.*\.woff2$/.test(file));
    return name === undefined ? null : readFileSync(join(assets, name));
  } catch {
    // Only the API is served.
    return null;
  }
}

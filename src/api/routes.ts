import type { Route } from './route.ts';
import { importRoutes } from './routes/import.ts';
import { mirrorRoutes } from './routes/mirror.ts';
import { sessionRoutes } from './routes/session.ts';
import { settingsRoutes } from './routes/settings.ts';
import { todayRoutes } from './routes/today.ts';
import { tokenRoutes } from './routes/token.ts';

/** One list a noun. */
export const routes: readonly Route[] = [...todayRoutes, ...importRoutes, ...mirrorRoutes, ...sessionRoutes, ...settingsRoutes, ...tokenRoutes];

import type { Route } from './route.ts';
import { boardRoutes } from './routes/board.ts';
import { composerRoutes } from './routes/composer.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { exportRoutes } from './routes/export.ts';
import { figuresRoutes } from './routes/figures.ts';
import { importRoutes } from './routes/import.ts';
import { mailboxRoutes } from './routes/mailbox.ts';
import { personFileRoutes } from './routes/person-file.ts';
import { mirrorRoutes } from './routes/mirror.ts';
import { opportunityRoutes } from './routes/opportunity.ts';
import { outboxRoutes } from './routes/outbox.ts';
import { outlookRoutes } from './routes/outlook.ts';
import { paceRoutes } from './routes/pace.ts';
import { permissionRoutes } from './routes/permission.ts';
import { personRoutes } from './routes/person.ts';
import { publicPageRoutes } from './routes/public-page.ts';
import { pushRoutes } from './routes/push.ts';
import { prospectingRoutes } from './routes/prospecting.ts';
import { relationshipRoutes } from './routes/relationship.ts';
import { rightsRoutes } from './routes/rights.ts';
import { sessionRoutes } from './routes/session.ts';
import { settingsRoutes } from './routes/settings.ts';
import { storyRoutes } from './routes/story.ts';
import { timeRoutes } from './routes/time.ts';
import { todayRoutes } from './routes/today.ts';
import { tokenRoutes } from './routes/token.ts';

/** One list a noun. */
export const routes: readonly Route[] = [
  ...todayRoutes,
  ...opportunityRoutes,
  ...importRoutes,
  ...exportRoutes,
  ...figuresRoutes,
  ...mirrorRoutes,
  ...outlookRoutes,
  ...personRoutes,
  ...prospectingRoutes,
  ...relationshipRoutes,
  ...sessionRoutes,
  ...settingsRoutes,
  ...tokenRoutes,
  ...paceRoutes,
  ...timeRoutes,
  ...boardRoutes,
  ...storyRoutes,
  ...permissionRoutes,
  ...rightsRoutes,
  ...pushRoutes,
  ...mailboxRoutes,
  ...personFileRoutes,
  ...publicPageRoutes,
  ...outboxRoutes,
  ...composerRoutes,
  ...calendarRoutes,
];

import { onDark } from '#core/colour/contrast';
import { findPage, type PublicPageRow, workspaceOfSlug } from '#db/public-page';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace, type WorkspaceRow } from '#db/workspace';
import type { ShownLesson, SiteLanguage } from './lesson-text.ts';
import { lessonsNow } from './lesson-text.ts';
import { isSame } from './links.ts';
import { previewToken } from './page-settings.ts';
import type { PublicWorld } from './public-world.ts';

/** What a visitor sees of a company. */
export type ShownPage = {
  workspaceId: string;
  slug: string;
  isOn: boolean;
  name: string;
  intro: Readonly<Record<SiteLanguage, string | null>>;
  sender: string | null;
  colour: string;
  colourOnDark: string;
  currency: string;
  language: SiteLanguage;
  timeZone: string;
};

export function shownPage(page: PublicPageRow, workspace: WorkspaceRow): ShownPage {
  return {
    workspaceId: workspace.id,
    slug: page.slug ?? '',
    isOn: page.is_on,
    name: page.name ?? workspace.name,
    intro: { nl: page.intro_nl, en: page.intro_en },
    sender: page.sender,
    colour: page.colour,
    colourOnDark: onDark(page.colour),
    currency: workspace.currency,
    language: workspace.language,
    timeZone: workspace.time_zone,
  };
}

export async function pageIn(
  tx: Tx,
): Promise<{ page: PublicPageRow; workspace: WorkspaceRow; shown: ShownPage } | null> {
  const [page, workspace] = await Promise.all([findPage(tx), loadWorkspace(tx)]);
  return page ? { page, workspace, shown: shownPage(page, workspace) } : null;
}

/** The page at this address. Null: there is none, or it is off and this is no preview of its owner. `offToo`: for its looks alone. */
export async function openPage(
  world: PublicWorld,
  slug: string,
  preview: unknown,
  offToo = false,
): Promise<ShownPage | null> {
  const workspaceId = await workspaceOfSlug(world.databases, slug);
  if (workspaceId === null) return null;
  const found = await inWorkspace(world.databases, workspaceId, pageIn, { readOnly: true });
  if (!found) return null;
  return offToo || found.shown.isOn || isPreview(world, workspaceId, preview) ? found.shown : null;
}

function isPreview({ links, now }: PublicWorld, workspaceId: string, preview: unknown): boolean {
  if (typeof preview !== 'string') return false;
  const yesterday = new Date(now().getTime() - 86_400_000);
  return [now(), yesterday].some((day) => isSame(preview, previewToken(links, workspaceId, day)));
}

export function lessonsOfPage(
  world: PublicWorld,
  { workspaceId }: ShownPage,
  language: SiteLanguage,
): Promise<ShownLesson[]> {
  return inWorkspace(world.databases, workspaceId, (tx) => lessonsNow(tx, language), { readOnly: true });
}

import { isReadable, onDark } from '#core/colour/contrast';
import { oneLine } from '#core/public-page/one-line';
import { isSlug, slugFrom } from '#core/public-page/slug';
import { AppError } from '#contract/app-error';
import type { PublicPage, UpdatePublicPage } from '#contract/public-page';
import { findPage, type PublicPageRow, savePage, workspaceOfSlug } from '#db/public-page';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember, loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import type { PublicLinks } from './links.ts';

type PageColumns = Omit<PublicPageRow, 'workspace_id'>;

const asItBegins = (memberId: string): PageColumns => ({
  is_on: false,
  slug: null,
  name: null,
  intro_nl: null,
  intro_en: null,
  sender: null,
  colour: '#0e5a4a',
  member_id: memberId,
  every_days: 3,
  makes_opportunity: false,
  version: 1,
});

export function getPage(context: Context, links: PublicLinks): Promise<PublicPage> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => view(tx, context, links, await pageOrNew(tx, context)),
    { readOnly: true },
  );
}

async function pageOrNew(tx: Tx, { actor }: Context): Promise<PageColumns> {
  return (await findPage(tx)) ?? asItBegins(actor.memberId);
}

const blankToNull = (text: string | null): string | null => text?.trim() || null;

export async function changePage(
  context: Context,
  links: PublicLinks,
  { version, ...wish }: UpdatePublicPage,
): Promise<PublicPage> {
  const { databases, actor } = context;
  if (wish.slug !== undefined) {
    if (!isSlug(wish.slug)) throw new AppError('invalid_request', { at: 'slug' });
    const whose = await workspaceOfSlug(databases, wish.slug);
    if (whose !== null && whose !== actor.workspaceId) throw new AppError('slug_taken', { at: 'slug' });
  }
  if (wish.colour !== undefined && !isReadable(wish.colour)) throw new AppError('colour_unreadable', { at: 'colour' });
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const before = await pageOrNew(tx, context);
    if (wish.assigneeId !== undefined) {
      const member = await findMember(tx, wish.assigneeId);
      if (!member || member.role === 'viewer') throw new AppError('assignee_missing', { at: 'assigneeId' });
    }
    const { version: _, ...columns } = before;
    const workspace = await loadWorkspace(tx);
    const after = await savePage(tx, version, {
      ...columns,
      // What was proposed is what is saved, when nothing else was said.
      slug: wish.slug ?? columns.slug ?? (await freeSlug(context, slugFrom(workspace.name))),
      ...(wish.isOn === undefined ? {} : { is_on: wish.isOn }),
      ...(wish.name === undefined ? {} : { name: wish.name === null ? null : oneLine(wish.name) || null }),
      ...(wish.introNl === undefined ? {} : { intro_nl: blankToNull(wish.introNl) }),
      ...(wish.introEn === undefined ? {} : { intro_en: blankToNull(wish.introEn) }),
      ...(wish.sender === undefined ? {} : { sender: blankToNull(wish.sender) }),
      ...(wish.colour === undefined ? {} : { colour: wish.colour }),
      ...(wish.assigneeId === undefined ? {} : { member_id: wish.assigneeId }),
      ...(wish.everyDays === undefined ? {} : { every_days: wish.everyDays }),
      ...(wish.makesOpportunity === undefined ? {} : { makes_opportunity: wish.makesOpportunity }),
    });
    if (!after) {
      throw new AppError('version_conflict', { facts: { publicPage: await view(tx, context, links, before) } });
    }
    return view(tx, context, links, after);
  });
}

async function freeSlug({ databases, actor }: Context, slug: string): Promise<string> {
  const whose = await workspaceOfSlug(databases, slug);
  return whose === null || whose === actor.workspaceId ? slug : `${slug.slice(0, 31)}-${actor.workspaceId.slice(-8)}`;
}

async function view(tx: Tx, context: Context, links: PublicLinks, page: PageColumns): Promise<PublicPage> {
  const [workspace, member] = await Promise.all([loadWorkspace(tx), findMember(tx, page.member_id)]);
  const slug = page.slug ?? slugFrom(workspace.name);
  const url = `${links.appUrl}/p/${slug}`;
  return {
    version: page.version,
    isOn: page.is_on,
    slug,
    url,
    previewUrl: page.slug === null ? null : `${url}?preview=${previewToken(links, tx.workspaceId, context.now())}`,
    name: page.name,
    introNl: page.intro_nl,
    introEn: page.intro_en,
    sender: page.sender,
    colour: page.colour,
    colourOnDark: onDark(page.colour),
    assignee: { id: page.member_id, name: member?.name ?? '' },
    everyDays: page.every_days,
    makesOpportunity: page.makes_opportunity,
  };
}

/** Works on the UTC day it was made, and on the next. */
export function previewToken(links: PublicLinks, workspaceId: string, now: Date): string {
  return links.token('preview', workspaceId, now.toISOString().slice(0, 10));
}

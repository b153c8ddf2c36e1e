import type { FastifyInstance, FastifyReply } from 'fastify';
import { AppError } from '#contract/app-error';
import { confirm, lookAtConfirm } from '#usecases/public-page/confirm';
import { actOnCourse, type CourseAct, courseOf, namesFile } from '#usecases/public-page/course';
import { leave, lookAtLeave } from '#usecases/public-page/leave';
import type { ShownPage } from '#usecases/public-page/open-page';
import { field, type Form, formOf } from '../form.ts';
import type { Html } from '../html.ts';
import { coursePage } from '../pages/course-page.ts';
import { type Answered, confirmedPage, confirmPage, leavePage, leftPage } from '../pages/link-pages.ts';
import type { Site } from '../visit.ts';
import { type SiteKey, type SiteLanguage, wordsIn } from '../words.ts';
import { send } from './page-routes.ts';

type Place = { Params: { token: string } };
const open = { openToAll: true } as const;
const always = { openToAll: true, whileReadOnly: true } as const;

/** What the links in mails lead to. A GET looks, a POST does: whoever scans mail opens every link in it. */
export function addLinkRoutes(part: FastifyInstance, site: Site): void {
  part.get<Place>('/c/:token', { config: open }, async ({ params }, reply) => {
    const state = await lookAtConfirm(site.world, params.token);
    if (state.kind === 'unknown') return unknownLink();
    if (state.kind === 'ready') {
      const { page, language } = state.asked;
      return sendPrivate(site, reply, page, language, 'confirm', confirmPage(state.asked, params.token));
    }
    return showConfirmed(site, reply, { kind: state.kind, asked: state.asked });
  });
  part.post<Place>('/c/:token', { config: open }, async (request, reply) => {
    const state = await confirm(site.world, request.params.token);
    if (state.kind === 'confirmed') {
      request.tends = state.asked.page.workspaceId;
      return showConfirmed(site, reply, state);
    }
    if (state.kind === 'unknown' || state.kind === 'ready') return unknownLink();
    return showConfirmed(site, reply, { kind: state.kind, asked: state.asked });
  });
  part.get<Place>('/u/:token', { config: open }, async ({ params }, reply) => {
    const leaving = (await lookAtLeave(site.world, params.token)) ?? unknownLink();
    return sendPrivate(site, reply, leaving.page, leaving.language, 'leave', leavePage(leaving, params.token));
  });
  part.post<Place>('/u/:token', { config: always }, async ({ params, body }, reply) => {
    const all = field(formOf(body), 'all') !== '';
    const leaving = (await leave(site.world, params.token, all)) ?? unknownLink();
    return sendPrivate(site, reply, leaving.page, leaving.language, 'left', leftPage(leaving, all));
  });
  addCourseRoutes(part, site);
}

function addCourseRoutes(part: FastifyInstance, site: Site): void {
  part.get<Place>('/m/:token', { config: open }, async ({ params }, reply) => {
    const course = (await courseOf(site.world, params.token)) ?? unknownLink();
    return sendPrivate(site, reply, course.page, course.language, 'course', coursePage(course, params.token));
  });
  part.post<Place>('/m/:token', { config: always }, async (request, reply) => {
    const { token } = request.params;
    const act = actIn(formOf(request.body));
    if (act === null) throw new AppError('not_found');
    const leaves = act.kind === 'leave_module' || act.kind === 'leave_tips';
    if (site.readOnly && !leaves) throw new AppError('read_only');
    const page = (await actOnCourse(site.world, token, act)) ?? unknownLink();
    request.tends = site.readOnly ? null : page.workspaceId;
    // Opened again, not sent again, when the page is renewed.
    return reply.redirect(
      `/p/m/${token}${act.kind === 'names' ? '#names' : act.kind === 'done' ? `#lesson-${act.number}` : ''}`,
      303,
    );
  });
  part.get<Place>('/m/:token/names.csv', { config: open }, async ({ params }, reply) => {
    const course = (await courseOf(site.world, params.token)) ?? unknownLink();
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="three-names.csv"')
      .send(namesFile(course));
  });
}

function unknownLink(): never {
  throw new AppError('link_unknown');
}

function showConfirmed(site: Site, reply: FastifyReply, state: Answered): unknown {
  const { page, language } = state.asked;
  return sendPrivate(site, reply, page, language, 'confirm', confirmedPage(state));
}

function sendPrivate(
  site: Site,
  reply: FastifyReply,
  page: ShownPage,
  language: SiteLanguage,
  title: SiteKey,
  content: Html,
): unknown {
  void reply.header('x-robots-tag', 'noindex').header('referrer-policy', 'no-referrer');
  return send(site, reply, { page, language, title: wordsIn(language)(title), isPrivate: true }, content);
}

/** What the buttons of the page send; anything else is nothing. */
function actIn(form: Form): CourseAct | null {
  const number = (name: string): number => Number.parseInt(field(form, name), 10);
  const kind = field(form, 'act');
  switch (kind) {
    case 'pause':
    case 'go_on':
    case 'now':
    case 'leave_module':
    case 'leave_tips':
      return { kind };
    case 'pace':
      return Number.isInteger(number('days')) ? { kind, everyDays: number('days') } : null;
    case 'done':
      return number('number') >= 1 && number('number') <= 12 ? { kind, number: number('number') } : null;
    case 'names':
      return { kind, names: [1, 2, 3].map((n) => ({ name: field(form, `name${n}`), keen: field(form, `keen${n}`) })) };
    default:
      return null;
  }
}

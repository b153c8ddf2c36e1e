import { Type } from 'typebox';
import {
  ContactRequestList,
  CreateTip,
  LessonList,
  LessonPlace,
  LessonText,
  NamesTaken,
  PlanTip,
  Preview,
  PreviewMarkdown,
  PublicFigures,
  PublicPage,
  ResetLesson,
  SubscriberList,
  SubscriberProof,
  SubscriberQuery,
  TakeNames,
  TextVersions,
  Tip,
  TipList,
  TipPlace,
  UpdatePublicPage,
  VersionsOfLesson,
  VersionsOfTip,
  WriteLesson,
  WriteTip,
} from '#contract/public-page';
import { Id } from '#contract/scalars';
import type { Identity } from '#usecases/identity/identity';
import { publicLinks } from '#usecases/public-page/links';
import { toHtml } from '#usecases/public-page/markdown';
import { changePage, getPage } from '#usecases/public-page/page-settings';
import {
  contactRequests,
  findSubscribers,
  publicFigures,
  subscriberProof,
  subscribersFile,
} from '#usecases/public-page/subscribers';
import { takeNames } from '#usecases/public-page/take-names';
import { createTip, listTips, planTip, removeTip, tipVersions, writeTip } from '#usecases/public-page/tips';
import { listLessons, listVersions, resetLesson, writeLesson } from '#usecases/public-page/write-lesson';
import { download } from '../download.ts';
import { managers, owners, workers } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });
const linksOf = ({ secret, appUrl }: Identity) => publicLinks(secret, appUrl);

export const publicPageRoutes = [
  route({
    method: 'GET',
    url: '/public-page',
    summary: 'The public page of the company: whether it is on, its address, name, text and colour',
    roles: managers,
    schema: { response: PublicPage },
    handler: (context, _input, { identity }) => getPage(context, linksOf(identity)),
  }),
  route({
    method: 'PATCH',
    url: '/public-page',
    summary: 'Changes the public page, or switches it on or off',
    roles: owners,
    schema: { body: UpdatePublicPage, response: PublicPage },
    handler: (context, { body }, { identity }) => changePage(context, linksOf(identity), body),
  }),
  route({
    method: 'POST',
    url: '/public-page/preview',
    summary: 'Markdown as the page and the mail will have it; nothing is kept',
    roles: managers,
    schema: { body: PreviewMarkdown, response: Preview },
    handler: async (_context, { body }) => ({ html: toHtml(body.markdown) }),
  }),
  route({
    method: 'GET',
    url: '/public-page/lessons',
    summary: 'The twelve lessons as they are sent now, in both languages',
    roles: managers,
    schema: { response: LessonList },
    handler: (context) => listLessons(context),
  }),
  route({
    method: 'GET',
    url: '/public-page/lesson-versions',
    summary: 'What was written of a lesson, every version',
    roles: managers,
    schema: { query: VersionsOfLesson, response: TextVersions },
    handler: (context, { query }) => listVersions(context, { number: query.number ?? 1 }, query.language ?? 'nl'),
  }),
  route({
    method: 'PUT',
    url: '/public-page/lessons/:number/:language',
    summary: 'A new version of a lesson; the ones before stay',
    roles: managers,
    schema: { params: LessonPlace, body: WriteLesson, response: LessonText },
    handler: (context, { params, body }) => writeLesson(context, params, body),
  }),
  route({
    method: 'POST',
    url: '/public-page/lessons/:number/:language/reset',
    summary: 'The program’s own text of a lesson counts again',
    roles: managers,
    schema: { params: LessonPlace, body: ResetLesson, response: LessonText },
    handler: (context, { params, body }) => resetLesson(context, params, body),
  }),
  route({
    method: 'GET',
    url: '/public-page/tips',
    summary: 'Tips: drafts, planned and sent, and how many people get them',
    roles: managers,
    schema: { response: TipList },
    handler: (context) => listTips(context),
  }),
  route({
    method: 'POST',
    url: '/public-page/tips',
    summary: 'A new tip, as a draft',
    roles: managers,
    status: 201,
    schema: { body: CreateTip, response: Tip },
    handler: (context, { body }) => createTip(context, body),
  }),
  route({
    method: 'PUT',
    url: '/public-page/tips/:id/:language',
    summary: 'A new version of a tip’s text, until it is sent',
    roles: managers,
    schema: { params: TipPlace, body: WriteTip, response: Tip },
    handler: (context, { params, body }) => writeTip(context, params, body),
  }),
  route({
    method: 'GET',
    url: '/public-page/tips/:id/versions',
    summary: 'What was written of a tip, every version',
    roles: managers,
    schema: { params: ById, query: VersionsOfTip, response: TextVersions },
    handler: (context, { params, query }) => tipVersions(context, params.id, query.language ?? 'nl'),
  }),
  route({
    method: 'PATCH',
    url: '/public-page/tips/:id',
    summary: 'Plans a tip for a time, or not any more; one whose time has come is sent within a minute',
    roles: managers,
    schema: { params: ById, body: PlanTip, response: Tip },
    handler: (context, { params, body }) => planTip(context, params.id, body),
  }),
  route({
    method: 'DELETE',
    url: '/public-page/tips/:id',
    summary: 'Throws away a tip that was not sent',
    roles: managers,
    schema: { params: ById },
    handler: (context, { params }) => removeTip(context, params.id),
  }),
  route({
    method: 'GET',
    url: '/public-page/subscribers',
    summary: 'Who gets the lessons or the tips, the newest first',
    roles: managers,
    schema: { query: SubscriberQuery, response: SubscriberList },
    handler: (context, { query }) => findSubscribers(context, query),
  }),
  route({
    method: 'GET',
    url: '/public-page/subscribers/:id',
    summary: 'How a subscriber allowed it: the words, the page, when asked and when confirmed',
    roles: managers,
    schema: { params: ById, response: SubscriberProof },
    handler: (context, { params }) => subscriberProof(context, params.id),
  }),
  route({
    method: 'GET',
    url: '/public-page/subscribers-file',
    summary: 'All subscribers as CSV that a spreadsheet opens safely',
    roles: managers,
    produces: 'text/csv',
    schema: {},
    handler: async (context) => download('subscribers.csv', 'text/csv; charset=utf-8', await subscribersFile(context)),
  }),
  route({
    method: 'GET',
    url: '/public-page/figures',
    summary: 'Of each lesson how many it went to, how many said "done", and how many bought after it',
    roles: managers,
    schema: { response: PublicFigures },
    handler: (context) => publicFigures(context),
  }),
  route({
    method: 'GET',
    url: '/public-page/contact-requests',
    summary: 'What came in by the contact form, the newest first, and which opportunity it became',
    roles: managers,
    schema: { response: ContactRequestList },
    handler: (context) => contactRequests(context),
  }),
  route({
    method: 'POST',
    url: '/lesson-names',
    summary: 'The three names of lesson 1 become my opportunities, by the link of the page they stand on',
    roles: workers,
    status: 201,
    schema: { body: TakeNames, response: NamesTaken },
    handler: (context, { body }, { identity }) =>
      takeNames(
        context,
        { databases: identity.databases, now: identity.now, newId: identity.newId, links: linksOf(identity) },
        body.link,
      ),
  }),
];

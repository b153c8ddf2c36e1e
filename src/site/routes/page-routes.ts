import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CalculatorInput, readCalculator } from '#core/public-page/calculator';
import { AppError } from '#contract/app-error';
import { askContact } from '#usecases/public-page/contact-form';
import { lessonsOfPage, type ShownPage } from '#usecases/public-page/open-page';
import { signUp } from '#usecases/public-page/sign-up';
import { tipArchive } from '#usecases/public-page/tips';
import { field, formOf, isByAMachine } from '../form.ts';
import { html, type Html } from '../html.ts';
import { type Frame, layout, saying } from '../layout.ts';
import { type ContactDraft, contactPage, emptyContact } from '../pages/contact-page.ts';
import { emptySignUp, mainPage, type SignUpDraft } from '../pages/main-page.ts';
import { tipPage, tipsPage } from '../pages/tips-pages.ts';
import { languageIn, type Site } from '../visit.ts';
import { type SiteLanguage, wordsIn } from '../words.ts';

type Place = { Params: { slug: string; language: string } };
const open = { openToAll: true } as const;
/** From one network address: more than people fill in, and too little to fill a list with. */
const mostForms: RateLimitOptions = { max: 20, timeWindow: 600_000 };
const filledIn = { ...open, rateLimit: mostForms };

export function addPageRoutes(part: FastifyInstance, site: Site): void {
  part.get<{ Params: { slug: string } }>('/:slug', { config: open }, async (request, reply) => {
    const page = await site.page(request, request.params.slug);
    void reply.header('vary', 'accept-language');
    return showMain(site, request, reply, page, languageIn(request, page.language), emptySignUp);
  });
  part.get<Place>('/:slug/:language', { config: open }, async (request, reply) => {
    const { page, language } = await placeOf(site, request);
    return showMain(site, request, reply, page, language, emptySignUp);
  });
  part.post<Place>('/:slug/:language/sign-up', { config: filledIn }, (request, reply) =>
    onSignUp(site, request, reply),
  );
  part.get<Place>('/:slug/:language/contact', { config: open }, async (request, reply) => {
    const { page, language } = await placeOf(site, request);
    return showContact(site, reply, page, language, emptyContact);
  });
  part.post<Place>('/:slug/:language/contact', { config: filledIn }, (request, reply) =>
    onContact(site, request, reply),
  );
  part.get<Place>('/:slug/:language/tips', { config: open }, async (request, reply) => {
    const { page, language } = await placeOf(site, request);
    const tips = await tipArchive(site.world, page, language);
    return send(
      site,
      reply,
      { page, language, title: wordsIn(language)('tips'), switchTo: to(page, language, '/tips') },
      tipsPage(page, language, tips),
    );
  });
  part.get<Place & { Params: { id: string } }>(
    '/:slug/:language/tips/:id',
    { config: open },
    async (request, reply) => {
      const { page, language } = await placeOf(site, request);
      const { id } = request.params;
      const tip = (await tipArchive(site.world, page, language)).find((one) => one.id === id);
      if (!tip) throw new AppError('not_found');
      return send(
        site,
        reply,
        { page, language, title: tip.title, switchTo: to(page, language, `/tips/${id}`) },
        tipPage(page, language, tip),
      );
    },
  );
}

async function placeOf(
  site: Site,
  request: FastifyRequest<Place>,
): Promise<{ page: ShownPage; language: SiteLanguage }> {
  const { slug, language } = request.params;
  if (language !== 'nl' && language !== 'en') throw new AppError('not_found');
  return { page: await site.page(request, slug), language };
}

/** The same page in the other language. */
function to({ slug }: ShownPage, language: SiteLanguage, rest: string): string {
  return `/p/${slug}/${language === 'nl' ? 'en' : 'nl'}${rest}`;
}

export function send(site: Site, reply: FastifyReply, frame: Frame, content: Html): unknown {
  return reply.type('text/html; charset=utf-8').send(layout(site.mark, frame, content));
}

/** What a visitor typed into the form without a script leads to the address that can be shared. */
async function showMain(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  page: ShownPage,
  language: SiteLanguage,
  draft: SignUpDraft,
  // Of the form that is shown again: who ticks the one box that was missing is quick.
  stamp = site.world.links.formStamp(site.world.now()),
): Promise<unknown> {
  const input: CalculatorInput = readCalculator(formOf(request.query));
  const lessons = await lessonsOfPage(site.world, page, language);
  const url = `${site.world.links.appUrl}/p/${page.slug}/${language}`;
  const t = wordsIn(language);
  return send(
    site,
    reply,
    { page, language, title: t('heading'), switchTo: to(page, language, ''), withScript: true },
    mainPage({ page, language, input, lessons, draft, stamp, url }),
  );
}

/** The same answer for whoever is known, unknown, a machine, or wants no contact: what it leads to is decided after it. */
async function onSignUp(site: Site, request: FastifyRequest<Place>, reply: FastifyReply): Promise<unknown> {
  const { page, language } = await placeOf(site, request);
  if (!page.isOn) throw new AppError('not_found');
  const form = formOf(request.body);
  const draft = {
    email: field(form, 'email').trim(),
    name: field(form, 'name'),
    module: field(form, 'module') !== '',
    tips: field(form, 'tips') !== '',
  };
  const t = wordsIn(language);
  if (!isByAMachine(site.world, form)) {
    const fault = await asked(site, request, page, language, draft);
    if (fault !== null) {
      void reply.code(422);
      return showMain(site, request, reply, page, language, { ...draft, fault }, field(form, 'stamp'));
    }
  }
  const switchTo = to(page, language, '');
  return send(
    site,
    reply,
    { page, language, title: t('asked'), switchTo },
    saying(
      t('asked'),
      html`<p>${t('askedBody')}</p>`,
      html`<div><a class="button button--plain" href="/p/${page.slug}/${language}">${t('home')}</a></div>`,
    ),
  );
}

async function asked(
  site: Site,
  request: FastifyRequest<Place>,
  page: ShownPage,
  language: SiteLanguage,
  draft: Omit<SignUpDraft, 'fault'>,
): Promise<'emailWrong' | 'nothingTicked' | null> {
  if (!draft.module && !draft.tips) return 'nothingTicked';
  try {
    await signUp(site.world, page, {
      ...draft,
      language,
      address: `${site.world.links.appUrl}/p/${page.slug}/${language}`,
      ip: request.ip,
      userAgent: request.headers['user-agent'],
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'email_invalid') return 'emailWrong';
    throw error;
  }
  request.tends = page.workspaceId;
  return null;
}

function showContact(
  { mark, world }: Site,
  reply: FastifyReply,
  page: ShownPage,
  language: SiteLanguage,
  draft: ContactDraft,
  stamp = world.links.formStamp(world.now()),
): unknown {
  const t = wordsIn(language);
  const frame = { page, language, title: t('contact'), switchTo: to(page, language, '/contact') };
  const content = contactPage(page, language, draft, stamp);
  return reply.type('text/html; charset=utf-8').send(layout(mark, frame, content));
}

async function onContact(site: Site, request: FastifyRequest<Place>, reply: FastifyReply): Promise<unknown> {
  const { page, language } = await placeOf(site, request);
  if (!page.isOn) throw new AppError('not_found');
  const form = formOf(request.body);
  const draft = {
    name: field(form, 'name'),
    organisation: field(form, 'organisation'),
    email: field(form, 'email'),
    phone: field(form, 'phone'),
    message: field(form, 'message'),
  };
  const t = wordsIn(language);
  if (!isByAMachine(site.world, form)) {
    const fault = await askContact(site.world, page, { ...draft, language });
    if (fault !== null) {
      void reply.code(422);
      return showContact(site, reply, page, language, { ...draft, fault }, field(form, 'stamp'));
    }
    request.tends = page.workspaceId;
  }
  return send(
    site,
    reply,
    { page, language, title: t('contactCame'), switchTo: to(page, language, '') },
    saying(
      t('contactCame'),
      html`<p>${t('contactCameBody')}</p>`,
      html`<div><a class="button button--plain" href="/p/${page.slug}/${language}">${t('home')}</a></div>`,
    ),
  );
}

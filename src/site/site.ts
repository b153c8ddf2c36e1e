import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#contract/app-error';
import { openPage, type ShownPage } from '#usecases/public-page/open-page';
import { script } from './files/script.ts';
import { styleSheet } from './files/style.ts';
import { html } from './html.ts';
import { layout, saying } from './layout.ts';
import { addLinkRoutes } from './routes/link-routes.ts';
import { addPageRoutes } from './routes/page-routes.ts';
import { languageIn, type Site, type SiteOptions } from './visit.ts';
import { type SiteKey, type SiteLanguage, wordsIn } from './words.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The API has its own way of saying so (policy.ts). */
    openToAll?: true;
    /** Goes on while nothing is written (SiteOptions.readOnly): somebody stops mail, or wants no contact. */
    whileReadOnly?: boolean;
  }
  interface FastifyRequest {
    /** For whom something came in. */
    tends: string | null;
  }
}

const open = { openToAll: true } as const;
const year = 31_536_000;
/** Nothing from elsewhere, no script but the one file, nothing that is not of this address. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const sixtyFourK = 65_536;

/** The public pages, under /p. Without cookies, and without anything of another site. */
export async function addSite(app: FastifyInstance, options: SiteOptions): Promise<void> {
  await app.register(
    async (part) => {
      const site = siteOf(options);
      part.decorateRequest('tends', null);
      readForms(part);
      part.setErrorHandler((error, request, reply) => tellFault(site, error, request, reply));
      part.addHook('onRequest', async (request) => {
        if (!options.readOnly || request.method === 'GET' || request.method === 'HEAD') return;
        if (request.routeOptions.config.whileReadOnly !== true) throw new AppError('read_only');
      });
      part.addHook('onSend', async (_request, reply) => {
        void reply.header('content-security-policy', policy);
        if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
      });
      part.addHook('onResponse', async (request) => {
        if (request.tends !== null) options.tend(request.tends);
      });
      addFiles(part, site);
      addLinkRoutes(part, site);
      addPageRoutes(part, site);
    },
    { prefix: '/p' },
  );
}

function siteOf(options: SiteOptions): Site {
  const look = styleSheet({ colour: '', colourOnDark: '' }, options.font !== null) + script;
  return {
    ...options,
    mark: createHash('sha256').update(look).digest('hex').slice(0, 10),
    async page(request, slug) {
      const query: unknown = request.query;
      const preview = typeof query === 'object' && query !== null && 'preview' in query ? query.preview : undefined;
      const page = /^[a-z0-9-]{3,40}$/.test(slug) ? await openPage(options.world, slug, preview) : null;
      if (page === null) throw new AppError('not_found');
      return page;
    },
  };
}

/** Forms only. What comes in another way (RFC 8058 allows multipart too) is read and not looked at. */
function readForms(part: FastifyInstance): void {
  part.removeAllContentTypeParsers();
  const limit = { parseAs: 'string', bodyLimit: sixtyFourK } as const;
  part.addContentTypeParser('application/x-www-form-urlencoded', limit, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  part.addContentTypeParser('*', limit, (_request, _body, done) => done(null, {}));
}

function addFiles(part: FastifyInstance, { font, mark, world }: Site): void {
  const forAYear = `public, max-age=${year}, immutable`;
  part.get('/site.js', { config: open }, (_request, reply) =>
    reply.header('cache-control', forAYear).type('text/javascript; charset=utf-8').send(script),
  );
  part.get('/figtree.woff2', { config: open }, (_request, reply) => {
    if (font === null) throw new AppError('not_found');
    return reply.header('cache-control', forAYear).type('font/woff2').send(font);
  });
  part.get('/style.css', { config: open }, (_request, reply) =>
    reply
      .header('cache-control', forAYear)
      .type('text/css; charset=utf-8')
      .send(styleSheet(nobodys('nl'), font !== null)),
  );
  // Also of a page that is off: those of links that were sent stay.
  part.get<{ Params: { slug: string } }>('/:slug/style.css', { config: open }, async ({ params }, reply) => {
    const page = await openPage(world, params.slug, null, true);
    if (page === null) throw new AppError('not_found');
    const etag = `"${mark}-${page.colour.slice(1)}"`;
    return reply
      .header('cache-control', forAYear)
      .header('etag', etag)
      .type('text/css; charset=utf-8')
      .send(styleSheet(page, font !== null));
  });
}

type Told = { status: number; heading: SiteKey; body: SiteKey };
const told: Readonly<Record<string, Told>> = {
  not_found: { status: 404, heading: 'notFound', body: 'notFoundBody' },
  too_many_requests: { status: 429, heading: 'tooMany', body: 'tooManyBody' },
  link_unknown: { status: 404, heading: 'linkUnknown', body: 'linkUnknownBody' },
  read_only: { status: 503, heading: 'readOnly', body: 'readOnlyBody' },
};

/** A page in words; of a fault of ours nothing is told but that it was. */
function tellFault(site: Site, error: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  const known = error instanceof AppError ? told[error.code] : undefined;
  if (known === undefined && !isBadRequest(error)) request.log.error({ err: error }, 'A public page failed.');
  const { status, heading, body } = known ?? {
    status: isBadRequest(error) ? 400 : 500,
    heading: 'checkForm',
    body: 'tooManyBody',
  };
  const language = languageIn(request, 'en');
  const t = wordsIn(language);
  void reply.code(status).type('text/html; charset=utf-8');
  return reply.send(
    layout(
      site.mark,
      { page: nobodys(language), language, title: t(heading), isPrivate: true },
      saying(t(heading), html`<p>${t(body)}</p>`),
    ),
  );
}

const isBadRequest = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'statusCode' in error &&
  typeof error.statusCode === 'number' &&
  error.statusCode < 500;

/** For what is said before it is known of whom the page is. */
function nobodys(language: SiteLanguage): ShownPage {
  return {
    workspaceId: '',
    slug: '',
    isOn: true,
    name: 'Aanhouder',
    intro: { nl: null, en: null },
    sender: null,
    colour: '#0e5a4a',
    colourOnDark: '#6ccdb4',
    currency: 'EUR',
    language,
    timeZone: 'Europe/Amsterdam',
  };
}

import type { AddressBookRequest, PropName } from '#files/dav/address-book-request';
import { escapedXml } from '#files/dav/xml-tree';
import type { AddressBook, ContactCard } from '#usecases/contacts/address-book';
import { cardMatches } from './card-matches.ts';
import { responseOf, statusFoot, statusHead, statusOf } from './multi-status.ts';
import {
  book,
  bookProps,
  cardProps,
  home,
  homeProps,
  hrefOf,
  idOf,
  principal,
  principalProps,
  root,
  rootProps,
  syncTokenOf,
} from './places.ts';

type Asked = readonly PropName[] | 'all';
type Answer = AsyncGenerator<string, void, undefined>;
type Wish<K extends AddressBookRequest['kind']> = Extract<AddressBookRequest, { kind: K }>;

/** A place, and with `deep` what lies in it; null when there is no such place. */
export async function places(people: AddressBook, path: string, asked: Asked, deep: boolean): Promise<Answer | null> {
  switch (path) {
    case root:
      return whole([responseOf(root, asked, rootProps)]);
    case principal:
      return whole([responseOf(principal, asked, principalProps)]);
    case home:
      return whole([
        responseOf(home, asked, homeProps),
        ...(deep ? [responseOf(book, asked, await bookProps(people))] : []),
      ]);
    case book:
      return withAll(people, responseOf(book, asked, await bookProps(people)), asked, deep);
    default: {
      const id = idOf(path);
      const [card] = id === null ? [] : await people.some([id]);
      return card ? whole([responseOf(hrefOf(card.id), asked, cardProps(card))]) : null;
    }
  }
}

async function* whole(responses: readonly string[]): Answer {
  yield `${statusHead}${responses.join('')}${statusFoot}`;
}

async function* withAll(people: AddressBook, first: string, asked: Asked, deep: boolean): Answer {
  yield `${statusHead}${first}`;
  if (deep) for await (const card of people.all()) yield responseOf(hrefOf(card.id), asked, cardProps(card));
  yield statusFoot;
}

/** Those that were asked for, by what stands on them or by their addresses. */
export async function* cards(people: AddressBook, wish: Wish<'query'> | Wish<'multiget'>): Answer {
  yield statusHead;
  if (wish.kind === 'query') yield* matching(people, wish);
  else
    for (let from = 0; from < wish.hrefs.length; from += atOnce)
      yield* named(people, wish.hrefs.slice(from, from + atOnce), wish.props);
  yield statusFoot;
}

const atOnce = 500;

async function* matching(people: AddressBook, { props, conditions, all, most }: Wish<'query'>): Answer {
  let given = 0;
  for await (const card of people.all()) {
    if (!cardMatches(card, { conditions, all })) continue;
    if (most !== null && given >= most) return yield statusOf(book, '507 Insufficient Storage');
    given += 1;
    yield responseOf(hrefOf(card.id), props, cardProps(card));
  }
}

async function* named(people: AddressBook, hrefs: readonly string[], props: readonly PropName[]): Answer {
  const found = new Map((await people.some(hrefs.flatMap((href) => idOf(href) ?? []))).map((card) => [card.id, card]));
  for (const href of hrefs) {
    const card: ContactCard | undefined = found.get(idOf(href) ?? '');
    yield card ? responseOf(href, props, cardProps(card)) : statusOf(href, '404 Not Found');
  }
}

/**
 * What changed since a token (RFC 6578): nothing, when all is as it was; all, for who has none yet. Null for a token of an earlier state: what
 * went since is kept nowhere, so who asks compares all by their tags, as the standard has it.
 */
export async function changes(people: AddressBook, wish: Wish<'sync'>): Promise<Answer | null> {
  const now = syncTokenOf(await people.tag());
  if (wish.token !== '' && wish.token !== now) return null;
  return since(people, wish, now);
}

async function* since(people: AddressBook, { props, token }: Wish<'sync'>, now: string): Answer {
  yield statusHead;
  if (token === '') for await (const card of people.all()) yield responseOf(hrefOf(card.id), props, cardProps(card));
  yield `<D:sync-token>${escapedXml(now)}</D:sync-token>\n${statusFoot}`;
}

import { Parser } from 'htmlparser2';

/** An element with its namespace; `text` is its own, without that of its children. */
export type XmlElement = {
  namespace: string;
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
};

export const dav = 'DAV:';
export const carddav = 'urn:ietf:params:xml:ns:carddav';
export const caldav = 'urn:ietf:params:xml:ns:caldav';

const deepest = 64;

/**
 * A small document as a tree, by which WebDAV is spoken. Null for what is none: a DTD, whose entities could be anything, unknown prefixes,
 * elements left open, or more levels than anybody means.
 */
export function xmlTree(text: string): XmlElement | null {
  type Open = { element: XmlElement; prefixes: ReadonlyMap<string, string> };
  const stack: Open[] = [];
  let root: XmlElement | null = null;
  let broken = false;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (stack.length >= deepest || (stack.length === 0 && root !== null)) broken = true;
        if (broken) return;
        const prefixes = new Map(stack.at(-1)?.prefixes ?? []);
        for (const [name, value] of Object.entries(attributes)) {
          if (name === 'xmlns') prefixes.set('', value);
          else if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), value);
        }
        const colon = tag.indexOf(':');
        const prefix = colon === -1 ? '' : tag.slice(0, colon);
        const namespace = prefixes.get(prefix) ?? (prefix === '' ? '' : null);
        if (namespace === null) return void (broken = true);
        const element: XmlElement = { namespace, name: tag.slice(colon + 1), attributes, children: [], text: '' };
        const parent = stack.at(-1)?.element;
        if (parent) parent.children.push(element);
        else root = element;
        stack.push({ element, prefixes });
      },
      ontext(piece) {
        const open = stack.at(-1);
        if (open) open.element.text += piece;
      },
      onclosetag() {
        stack.pop();
      },
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype') broken = true;
      },
    },
    { xmlMode: true },
  );
  parser.write(text);
  // At its end the parser closes what was left open.
  const leftOpen = stack.length > 0;
  parser.end();
  return broken || leftOpen ? null : root;
}

export function childNamed(element: XmlElement, namespace: string, name: string): XmlElement | undefined {
  return element.children.find((child) => child.namespace === namespace && child.name === name);
}

export function escapedXml(text: string): string {
  return text.replaceAll(controls, '').replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

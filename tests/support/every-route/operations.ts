import type { Answer, Api, Body } from '../client.ts';

/** `POST /opportunities/{id}/moments`: below /api/v1. */
export type Operation = { name: string; writes: boolean; open: boolean };

/** What is sent to an operation: the values of its {parameters}, its query, its body. */
export type Asked = {
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
};

const prefix = '/api/v1';
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Every operation that the API says it has: one that is not in the description does not exist (api/openapi.ts). */
export async function operationsOf(api: Api): Promise<Operation[]> {
  const { body } = await api.get('/api/openapi.json');
  const paths: [string, Record<string, Body>][] = Object.entries(body.paths);
  return paths.flatMap(([path, item]) =>
    methods
      .filter((method) => method in item)
      .map((method) => ({
        name: `${method.toUpperCase()} ${path.slice(prefix.length)}`,
        writes: method !== 'get',
        open: item[method].security?.length === 0,
      })),
  );
}

export async function send(api: Api, name: string, { path = {}, query, body }: Asked): Promise<Answer> {
  const [method = '', template = ''] = name.split(' ');
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => path[parameter] ?? '');
  const url = query === undefined ? filled : `${filled}?${new URLSearchParams(query).toString()}`;
  switch (method) {
    case 'GET':
      return api.get(url);
    case 'DELETE':
      return api.delete(url);
    case 'POST':
      return api.post(url, body);
    case 'PUT':
      return api.put(url, body);
    case 'PATCH':
      return api.patch(url, body);
    default:
      throw new Error(`${name}: no method of ours`);
  }
}

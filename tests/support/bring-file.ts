import type { Import, ImportChoices } from '#contract/import';
import { waitUntil } from '#db/embedded/wait-until';
import type { Answer, Api } from './client.ts';

const patienceMs = 100_000;
const boundary = 'aanhouder-tests';

/** A file through the door of the wizard: multipart, in the field "file". */
export function upload(api: Api, fileName: string, content: Buffer | string): Promise<Answer> {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return api.post('/imports', body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
}

/** What is understood of a file. */
export async function proposed(api: Api, fileName: string, content: Buffer | string): Promise<Import> {
  const answer = await upload(api, fileName, content);
  if (answer.status !== 201) throw new Error(`The upload was refused: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** A dry run or a commit to its end, until what it brought can be found: as the wizard does, the import is asked how far it is. */
export async function worked(
  api: Api,
  id: string,
  how: 'check' | 'commit',
  choices: ImportChoices = {},
): Promise<Import> {
  const begun = await api.post(`/imports/${id}/${how}`, choices);
  if (begun.status >= 300) throw new Error(`The ${how} was refused: ${begun.status} ${begun.text}`);
  const ended = await waitUntil(async () => {
    const { body } = await api.get(`/imports/${id}`);
    return body.status === 'checking' || body.status === 'committing' || body.wordsFollow ? undefined : body;
  }, patienceMs);
  if (ended === undefined) throw new Error(`The ${how} did not end.`);
  return ended;
}

/** The whole road of the wizard: proposal, dry run, commit. */
export async function brought(
  api: Api,
  fileName: string,
  content: Buffer | string,
  choices: ImportChoices = {},
): Promise<{ proposal: Import; checked: Import; committed: Import }> {
  const proposal = await proposed(api, fileName, content);
  const checked = await worked(api, proposal.id, 'check', choices);
  const committed = await worked(api, proposal.id, 'commit', choices);
  return { proposal, checked, committed };
}

/** Fields by header, of the columns that are understood. */
export function understood({ columns }: Pick<Import, 'columns'>): Record<string, string> {
  return Object.fromEntries(columns.flatMap(({ header, field }) => (field === null ? [] : [[header, field]])));
}

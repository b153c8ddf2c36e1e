import type { Import, ImportChoices } from '#contract/import';
import type { Basis } from '#core/opportunity/vocabulary';
import { api } from '../../data/client.ts';
import type { PersonLine } from './read-person-line.ts';

const pollMilliseconds = 250;
const longestMilliseconds = 30_000;

function cell(text: string | null): string {
  return `"${(text ?? '').replaceAll('"', '""')}"`;
}

/** The lines as a sheet with headers that the import knows, so that nothing is left to guess. */
export function sheetOf(lines: readonly PersonLine[]): string {
  const rows = lines.map((line) =>
    [line.name, line.organisation, line.phone, line.email, line.linkedin].map(cell).join(';'),
  );
  return ['Naam;Organisatie;Telefoon;E-mail;LinkedIn', ...rows].join('\r\n');
}

/** Names through the same door as a file: read, then committed at once, then waited for. */
export async function importNames(lines: readonly PersonLine[], basis: Basis): Promise<Import> {
  const uploaded = await api.post<Import>('/imports', { text: sheetOf(lines) });
  const choices: ImportChoices = { basis, notWon: 'open' };
  let current = await api.post<Import>(`/imports/${uploaded.id}/commit`, choices);
  const until = Date.now() + longestMilliseconds;
  while (current.status === 'committing' && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    current = await api.get<Import>(`/imports/${uploaded.id}`);
  }
  return current;
}

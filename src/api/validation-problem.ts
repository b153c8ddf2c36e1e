import type { ProblemCode } from '#contract/problem';

export type Finding = { keyword: string; instancePath: string; params: Record<string, unknown>; message?: string };

/** The place is named as one writes it (`person.email`, `rhythm.3.gapDays`); in the query or the path with that word before it. */
export function problemOfValidation(
  findings: readonly Finding[],
  context: string,
): { code: ProblemCode; at: string; detail: string; facts: undefined } {
  // Alternatives (anyOf) report each branch and then themselves: the deepest place says most.
  const finding = findings.toSorted((a, b) => depth(b) - depth(a))[0];
  const where = context === 'body' ? '' : context === 'querystring' ? 'query' : context;
  if (finding === undefined) return { code: 'invalid_request', at: where, detail: '', facts: undefined };
  const place = [where, ...finding.instancePath.split('/').slice(1).map(unescaped)];
  if (finding.keyword === 'additionalProperties') {
    const name = String(finding.params['additionalProperty']);
    return {
      code: 'unknown_field',
      at: dotted([...place, name]),
      detail: `There is no field ${name} here.`,
      facts: undefined,
    };
  }
  const missing = finding.keyword === 'required' ? String(finding.params['missingProperty']) : '';
  return { code: 'invalid_request', at: dotted([...place, missing]), detail: words(finding), facts: undefined };
}

function words({ keyword, params, message }: Finding): string {
  const allowed = params['allowedValues'];
  if (keyword === 'enum' && Array.isArray(allowed)) return `must be one of: ${allowed.join(', ')}`;
  return message ?? '';
}

function depth(finding: Finding): number {
  return finding.instancePath.split('/').length + (finding.keyword === 'additionalProperties' ? 0.5 : 0);
}

function dotted(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('.');
}

/** RFC 6901. */
function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

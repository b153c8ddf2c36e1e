export function OpportunityScreen(_props: Record<string, unknown>) {
  return null;
}
